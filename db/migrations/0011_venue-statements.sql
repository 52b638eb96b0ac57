CREATE TABLE `suppliers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`supports` text NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`contact_phone` text DEFAULT '' NOT NULL,
	`notice_working_days` integer,
	`cancellation_terms` text DEFAULT '' NOT NULL,
	`price` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`ended_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suppliers_organisation` ON `suppliers` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `venue_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`origin` text NOT NULL,
	`checked_on` text NOT NULL,
	`content` text NOT NULL,
	`offered` text NOT NULL,
	`approved` text,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `venue_imports_venue` ON `venue_imports` (`venue_id`);--> statement-breakpoint
CREATE TABLE `venue_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`feature_id` text,
	`file_id` text NOT NULL,
	`shows` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`sent_by` text NOT NULL,
	`request_id` text,
	`saved_at` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `venue_photos_venue` ON `venue_photos` (`venue_id`,`feature_id`);--> statement-breakpoint
CREATE TABLE `venue_problems` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`what` text NOT NULL,
	`seen_on` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`fixed_on` text,
	`fixed_how` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `venue_problems_venue` ON `venue_problems` (`venue_id`);--> statement-breakpoint
CREATE TABLE `venue_settlements` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`statement_id` text,
	`considered` text NOT NULL,
	`reason` text NOT NULL,
	`settled_by` text NOT NULL,
	`settled_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `venue_settlements_feature` ON `venue_settlements` (`venue_id`,`feature_id`,`settled_at`);--> statement-breakpoint
CREATE TABLE `venue_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`value` text,
	`note` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`said_by` text NOT NULL,
	`checked_on` text NOT NULL,
	`saved_at` text NOT NULL,
	`request_id` text,
	`import_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `venue_statements_feature` ON `venue_statements` (`venue_id`,`feature_id`,`checked_on`);--> statement-breakpoint
ALTER TABLE `venue_requests` ADD `forwards` text;--> statement-breakpoint
ALTER TABLE `venues` ADD `changed_on` text;--> statement-breakpoint
INSERT INTO `venue_statements` (`id`, `organisation_id`, `venue_id`, `feature_id`, `value`, `note`, `source`, `said_by`, `checked_on`, `saved_at`)
SELECT `venue_facts`.`venue_id` || ' ' || `feature_id`, `venues`.`organisation_id`, `venue_facts`.`venue_id`, `feature_id`, `value`, `note`, `source`, `said_by`, `checked_on`, `checked_on` || 'T12:00:00.000Z'
FROM `venue_facts` INNER JOIN `venues` ON `venues`.`id` = `venue_facts`.`venue_id`;
