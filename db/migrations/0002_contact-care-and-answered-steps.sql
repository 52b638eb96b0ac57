ALTER TABLE `meetings` ADD `answered_steps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `safe_contact` text;--> statement-breakpoint
ALTER TABLE `people` ADD `agreed_at` text;