CREATE TABLE `arrivals` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `day_breaks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`started_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `day_breaks_meeting` ON `day_breaks` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `day_checks` (
	`meeting_id` text NOT NULL,
	`check` text NOT NULL,
	`done_by` text NOT NULL,
	`done_at` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `check`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `day_problems` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`venue_id` text,
	`what` text NOT NULL,
	`is_fixed` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `day_problems_meeting` ON `day_problems` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `day_problems_venue` ON `day_problems` (`venue_id`);--> statement-breakpoint
CREATE TABLE `day_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `day_roles_meeting` ON `day_roles` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `leave_plans` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`plan` text NOT NULL,
	`agreed_on` text,
	`made_for` text NOT NULL,
	`is_kept` integer DEFAULT false NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `to_do_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`subject` text NOT NULL,
	`basis` text NOT NULL,
	`state` text NOT NULL,
	`remind_on` text,
	`given_to` text,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_to`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `to_do_marks_once` ON `to_do_marks` (`meeting_id`,`subject`);--> statement-breakpoint
ALTER TABLE `bookings` ADD `supplier_email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `supplier_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `confirmation_file_id` text REFERENCES files(id);