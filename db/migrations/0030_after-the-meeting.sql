CREATE TABLE `evaluations` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`did_its_job` text NOT NULL,
	`how_much_say` text NOT NULL,
	`missing` text,
	`added_cost` integer,
	`staff_minutes` integer,
	`differently` text,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feedback` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`answers` text,
	`asked_at` text,
	`reminded_at` text,
	`sent_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_meeting` ON `feedback` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`said` text NOT NULL,
	`did` text NOT NULL,
	`by_when` text,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outcomes_meeting` ON `outcomes` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `unnamed_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`answers` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unnamed_feedback_meeting` ON `unnamed_feedback` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `written_to_dos` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`source` text NOT NULL,
	`is_for_next` integer NOT NULL,
	`what` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`done_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `written_to_dos_once` ON `written_to_dos` (`meeting_id`,`source`);--> statement-breakpoint
ALTER TABLE `joining_instructions` ADD `ready_facts` text;