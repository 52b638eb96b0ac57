CREATE TABLE `cost_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`policy` text NOT NULL,
	`valid_from` text NOT NULL,
	`saved_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_policies_once` ON `cost_policies` (`organisation_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `cost_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`need` text NOT NULL,
	`way` text,
	`details` text NOT NULL,
	`estimate` integer,
	`needed_by` text,
	`reply_by` text NOT NULL,
	`state` text NOT NULL,
	`question` text,
	`reply` text,
	`answer` text,
	`amount` integer,
	`asked_at` text NOT NULL,
	`answered_by` text,
	`answered_at` text,
	`authorised_by` text,
	`authorised_at` text,
	`sent_by` text,
	`sent_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authorised_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cost_requests_invitation` ON `cost_requests` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `cost_requests_meeting` ON `cost_requests` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `cost_requests_state` ON `cost_requests` (`organisation_id`,`state`);--> statement-breakpoint
ALTER TABLE `claims` ADD `own_time` text DEFAULT 'not-said' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `entered_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `claims` ADD `entered_from` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `scan_file_id` text REFERENCES files(id);--> statement-breakpoint
ALTER TABLE `invitations` ADD `given_time` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `called_off` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `rate_line_code` text;
--> statement-breakpoint
CREATE TRIGGER an_advance_needs_three_people BEFORE UPDATE ON cost_requests
WHEN (NEW.authorised_by IS NOT NULL AND NEW.authorised_by = NEW.answered_by)
  OR (NEW.sent_by IS NOT NULL AND NEW.sent_by = NEW.authorised_by)
  OR (NEW.state IN ('money-authorised', 'money-sent') AND NEW.authorised_by IS NULL)
  OR (NEW.state = 'money-sent' AND (NEW.sent_by IS NULL OR NEW.sent_on IS NULL))
BEGIN
  SELECT RAISE(ABORT, 'money before a meeting is agreed by one person and authorised by another');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_answers_their_own_request BEFORE UPDATE ON cost_requests
WHEN EXISTS (
  SELECT 1 FROM staff WHERE staff.person_id = NEW.person_id AND staff.id IN (NEW.answered_by, NEW.authorised_by, NEW.sent_by)
)
BEGIN
  SELECT RAISE(ABORT, 'nobody may decide about money for themselves');
END;
--> statement-breakpoint
CREATE TRIGGER a_request_starts_asked BEFORE INSERT ON cost_requests
WHEN NEW.state <> 'asked'
BEGIN
  SELECT RAISE(ABORT, 'money before a meeting starts by being asked for');
END;
--> statement-breakpoint
CREATE TRIGGER who_typed_a_claim_in_does_no_step_of_it BEFORE INSERT ON claim_steps
WHEN EXISTS (SELECT 1 FROM claims WHERE claims.id = NEW.claim_id AND claims.entered_by = NEW.staff_id)
BEGIN
  SELECT RAISE(ABORT, 'whoever typed a claim in does no step of it');
END;
--> statement-breakpoint
CREATE TRIGGER a_rate_card_is_never_changed BEFORE UPDATE ON rate_cards BEGIN
  SELECT RAISE(ABORT, 'a rate card is never changed: a change is a new version');
END;
--> statement-breakpoint
CREATE TRIGGER cost_rules_are_never_changed BEFORE UPDATE ON cost_policies BEGIN
  SELECT RAISE(ABORT, 'rules for costs are never changed: a change is a new version');
END;
