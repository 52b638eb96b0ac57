CREATE TABLE `role_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`roles` text NOT NULL,
	`is_invitation` integer DEFAULT false NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_requests_state` ON `role_requests` (`organisation_id`,`state`);--> statement-breakpoint
CREATE TABLE `setting_changes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`changes` text NOT NULL,
	`changed_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `setting_changes_kind` ON `setting_changes` (`organisation_id`,`kind`,`sequence`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `department` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in_links` ADD `purpose` text DEFAULT 'sign-in' NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `invited_at` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `joined_at` text;--> statement-breakpoint
CREATE TRIGGER roles_are_agreed_by_a_second_administrator BEFORE UPDATE ON role_requests
WHEN NEW.state = 'agreed' AND (NEW.decided_by IS NULL OR NEW.decided_by = OLD.asked_by) BEGIN
  SELECT RAISE(ABORT, 'roles are agreed to by somebody other than who asked for them');
END;
--> statement-breakpoint
CREATE TRIGGER what_was_decided_about_roles_stays BEFORE UPDATE ON role_requests
WHEN OLD.state <> 'waiting' OR NEW.asked_by <> OLD.asked_by OR NEW.roles <> OLD.roles OR NEW.staff_id <> OLD.staff_id BEGIN
  SELECT RAISE(ABORT, 'what was decided about roles is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER roles_start_waiting BEFORE INSERT ON role_requests
WHEN NEW.state <> 'waiting' BEGIN
  SELECT RAISE(ABORT, 'roles that were asked for start waiting');
END;
--> statement-breakpoint
CREATE TRIGGER setting_changes_are_never_changed BEFORE UPDATE ON setting_changes BEGIN
  SELECT RAISE(ABORT, 'the history of settings is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER setting_changes_are_never_removed BEFORE DELETE ON setting_changes
WHEN (SELECT is_example FROM organisations WHERE id = OLD.organisation_id) = 0 BEGIN
  SELECT RAISE(ABORT, 'the history of settings is never removed');
END;
