ALTER TABLE `meetings` DROP COLUMN `host_name`;--> statement-breakpoint
ALTER TABLE `meetings` DROP COLUMN `day_phone`;--> statement-breakpoint
ALTER TABLE `meetings` DROP COLUMN `getting_there`;