CREATE TABLE `export_layouts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`layout` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`retired_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `export_layouts_organisation` ON `export_layouts` (`organisation_id`,`name`);--> statement-breakpoint
ALTER TABLE `run_exports` ADD `layout` text;--> statement-breakpoint
ALTER TABLE `run_exports` ADD `with_checksum` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `run_exports_fingerprint` ON `run_exports` (`fingerprint`);