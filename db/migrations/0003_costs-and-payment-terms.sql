ALTER TABLE `meetings` ADD `costs_other` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` DROP COLUMN `costs_before`;--> statement-breakpoint
ALTER TABLE `meetings` ADD `costs_before` text;--> statement-breakpoint
ALTER TABLE `meetings` DROP COLUMN `paid_within`;--> statement-breakpoint
ALTER TABLE `meetings` ADD `paid_within` text;
