ALTER TABLE `written_to_dos` DROP COLUMN `is_for_next`;--> statement-breakpoint
ALTER TABLE `written_to_dos` DROP COLUMN `done_at`;