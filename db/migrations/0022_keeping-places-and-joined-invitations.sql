CREATE TABLE `joined_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`merge_id` text NOT NULL,
	`kept_id` text NOT NULL,
	`other_id` text NOT NULL,
	`before` text NOT NULL,
	`joined_at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merge_id`) REFERENCES `person_merges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `joined_invitations_kept` ON `joined_invitations` (`kept_id`);--> statement-breakpoint
CREATE INDEX `joined_invitations_merge` ON `joined_invitations` (`merge_id`);--> statement-breakpoint
CREATE TABLE `keeping_rules` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`periods` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `keeping_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`day` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`counts` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keeping_runs_once` ON `keeping_runs` (`organisation_id`,`day`);--> statement-breakpoint
CREATE TABLE `venue_places` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`said_by` text NOT NULL,
	`checked_on` text NOT NULL,
	`saved_at` text NOT NULL,
	`import_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `venue_places_venue` ON `venue_places` (`venue_id`,`kind`,`saved_at`);--> statement-breakpoint
ALTER TABLE `claims` ADD `reduced_at` text;--> statement-breakpoint
ALTER TABLE `venue_imports` ADD `place` text;--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`action`);
--> statement-breakpoint
-- The record is kept as long as the claims (promises.md P3): its oldest entries may go, up to one that is written down first with the
-- fingerprint the rest of the chain hangs from. Everything after that stays append-only.
DROP TRIGGER audit_is_never_removed;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
WHEN OLD.sequence > coalesce((SELECT CAST(value AS INTEGER) FROM installation WHERE name = 'audit-kept-after'), 0)
BEGIN
  SELECT RAISE(ABORT, 'the audit record is append-only');
END;
