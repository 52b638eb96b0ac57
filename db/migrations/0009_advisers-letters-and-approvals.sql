CREATE TABLE `adviser_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`adviser_id` text NOT NULL,
	`request` text NOT NULL,
	`asked_at` text NOT NULL,
	`contacted_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`adviser_id`) REFERENCES `advisers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adviser_requests_invitation` ON `adviser_requests` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `adviser_requests_adviser` ON `adviser_requests` (`adviser_id`);--> statement-breakpoint
CREATE TABLE `advisers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`other_ways` text DEFAULT '' NOT NULL,
	`hours` text DEFAULT '' NOT NULL,
	`replies_within_days` integer NOT NULL,
	`stopped_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `advisers_organisation` ON `advisers` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `letter_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`includes` text NOT NULL,
	`details` text NOT NULL,
	`asked_at` text NOT NULL,
	`post_by` text NOT NULL,
	`posted_at` text,
	`posted_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`posted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_requests_invitation` ON `letter_requests` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `letter_requests_organisation` ON `letter_requests` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `rule_approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`contents` text NOT NULL,
	`staff_id` text,
	`approved_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_approvals_once` ON `rule_approvals` (`organisation_id`,`fingerprint`,`staff_id`);