CREATE TABLE `answering_together` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`how` text NOT NULL,
	`agreed_at` text NOT NULL,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answering_together_invitation` ON `answering_together` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `date_answers` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`answers` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `date_polls` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`dates` text NOT NULL,
	`reply_by` text NOT NULL,
	`chosen` text,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`file` text,
	`added` integer,
	`passed_over` integer,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_organisation` ON `imports` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `joining_instructions` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`personal_line` text,
	`ready_at` text,
	`sent_at` text,
	`sent_facts` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `access_answers` ADD `reused_from` text;--> statement-breakpoint
ALTER TABLE `access_answers` ADD `reviewed` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `reminded_at` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `series_id` text REFERENCES series(id);--> statement-breakpoint
ALTER TABLE `meetings` ADD `copied_from` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `reminders_stopped_at` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `host_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `day_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `getting_there` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `merged_into` text;