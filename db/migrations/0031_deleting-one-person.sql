CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_ids` text NOT NULL,
	`erased_by` text NOT NULL,
	`erased_at` text NOT NULL,
	`gone` text NOT NULL,
	`kept` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erasures_organisation` ON `erasures` (`organisation_id`,`erased_at`);--> statement-breakpoint
ALTER TABLE `data_requests` ADD `kind` text DEFAULT 'copy' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `erased_at` text;