CREATE TABLE `charities` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `charities_organisation` ON `charities` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `claim_codes` (
	`claim_id` text NOT NULL,
	`code` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `code`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_codes_code` ON `claim_codes` (`code`);--> statement-breakpoint
CREATE TABLE `claim_typing` (
	`claim_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`claim_id`, `staff_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `earlier_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`offer` text NOT NULL,
	`replaced_at` text NOT NULL,
	`replaced_by` text NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `earlier_offers_invitation` ON `earlier_offers` (`invitation_id`,`replaced_at`);--> statement-breakpoint
ALTER TABLE `claims` ADD `received_on` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `is_split` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `logo_file_id` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `logo_description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `payment_complaints` ADD `what` text DEFAULT 'something-else' NOT NULL;--> statement-breakpoint
ALTER TABLE `payment_complaints` ADD `answer_by` text;--> statement-breakpoint
ALTER TABLE `voucher_counts` ADD `expected_value` integer;--> statement-breakpoint
ALTER TABLE `voucher_counts` ADD `found_value` integer;--> statement-breakpoint
ALTER TABLE `voucher_counts` ADD `confirmed_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `voucher_counts` ADD `confirmed_on` text;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `held_where` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `can_use` text DEFAULT 'not-asked' NOT NULL;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `closed_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `vouchers` ADD `closed_on` text;--> statement-breakpoint
CREATE TRIGGER who_typed_a_claim_in_stays BEFORE UPDATE ON claim_typing BEGIN
  SELECT RAISE(ABORT, 'who typed a claim in is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_types_in_their_own_claim BEFORE INSERT ON claim_typing
WHEN EXISTS (
  SELECT 1 FROM claims JOIN people ON people.id = claims.person_id JOIN staff ON staff.id = NEW.staff_id
  WHERE claims.id = NEW.claim_id AND (staff.person_id = claims.person_id OR lower(staff.email) = lower(people.email))
)
BEGIN
  SELECT RAISE(ABORT, 'nobody may type in their own claim');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_who_typed_a_claim_in_does_a_step_of_it BEFORE INSERT ON claim_steps
WHEN EXISTS (SELECT 1 FROM claim_typing WHERE claim_id = NEW.claim_id AND staff_id = NEW.staff_id)
BEGIN
  SELECT RAISE(ABORT, 'whoever typed a claim in does no step of it');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_who_did_a_step_types_the_claim_in BEFORE INSERT ON claim_typing
WHEN EXISTS (
  SELECT 1 FROM claim_steps JOIN claims ON claims.id = claim_steps.claim_id
  WHERE claim_steps.claim_id = NEW.claim_id AND claim_steps.staff_id = NEW.staff_id AND claim_steps.round = claims.round
)
BEGIN
  SELECT RAISE(ABORT, 'whoever did a step of a claim does not type it in');
END;
--> statement-breakpoint
CREATE TRIGGER a_claim_typed_in_says_by_whom BEFORE UPDATE OF entered_by ON claims
WHEN NEW.entered_by IS NOT OLD.entered_by AND (
  NEW.entered_by IS NULL OR NOT EXISTS (SELECT 1 FROM claim_typing WHERE claim_id = NEW.id AND staff_id = NEW.entered_by)
)
BEGIN
  SELECT RAISE(ABORT, 'a claim that was typed in says by whom');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_decides_about_a_repeat_of_their_own BEFORE INSERT ON claim_findings
WHEN EXISTS (
  SELECT 1 FROM claims JOIN people ON people.id = claims.person_id JOIN staff ON staff.id = NEW.staff_id
  WHERE claims.id = NEW.claim_id AND (
    staff.person_id = claims.person_id OR lower(staff.email) = lower(people.email)
    OR EXISTS (SELECT 1 FROM claim_typing WHERE claim_id = NEW.claim_id AND staff_id = NEW.staff_id)
  )
)
BEGIN
  SELECT RAISE(ABORT, 'nobody decides about their own claim, or about one they typed in');
END;
--> statement-breakpoint
CREATE TRIGGER what_was_decided_about_a_repeat_stays BEFORE UPDATE ON claim_findings BEGIN
  SELECT RAISE(ABORT, 'what was decided about a repeat is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_complaint_is_answered_once BEFORE UPDATE ON payment_complaints
WHEN OLD.answered_at IS NOT NULL OR NEW.text <> OLD.text OR NEW.claim_id <> OLD.claim_id OR NEW.raised_at <> OLD.raised_at
BEGIN
  SELECT RAISE(ABORT, 'a complaint stays as it was said and is answered once');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_answers_their_own_complaint BEFORE UPDATE OF answered_by ON payment_complaints
WHEN EXISTS (
  SELECT 1 FROM claims JOIN people ON people.id = claims.person_id JOIN staff ON staff.id = NEW.answered_by
  WHERE claims.id = NEW.claim_id AND (staff.person_id = claims.person_id OR lower(staff.email) = lower(people.email))
)
BEGIN
  SELECT RAISE(ABORT, 'nobody answers a complaint about their own claim');
END;
--> statement-breakpoint
CREATE TRIGGER a_voucher_starts_held BEFORE INSERT ON vouchers
WHEN NEW.state <> 'held'
BEGIN
  SELECT RAISE(ABORT, 'a voucher starts as held');
END;
--> statement-breakpoint
CREATE TRIGGER a_voucher_is_given_by_a_second_person BEFORE UPDATE ON vouchers
WHEN NEW.state = 'given' AND (
  NEW.given_by IS NULL OR NEW.given_on IS NULL OR NEW.person_id IS NULL OR NEW.claim_id IS NULL OR NEW.given_by = NEW.held_by
  OR EXISTS (
    SELECT 1 FROM staff JOIN people ON people.id = NEW.person_id
    WHERE staff.id IN (NEW.given_by, NEW.held_by) AND (staff.person_id = people.id OR lower(staff.email) = lower(people.email))
  )
)
BEGIN
  SELECT RAISE(ABORT, 'a voucher is given by somebody other than who holds it, to somebody else again');
END;
--> statement-breakpoint
CREATE TRIGGER a_voucher_goes_one_way BEFORE UPDATE ON vouchers
WHEN (NEW.state <> OLD.state AND NOT (
    (OLD.state = 'held' AND NEW.state IN ('given', 'given-back', 'expired', 'lost'))
    OR (OLD.state = 'given' AND NEW.state IN ('given-back', 'lost'))
  ))
  OR NEW.value <> OLD.value OR NEW.cost <> OLD.cost OR NEW.code <> OLD.code OR NEW.bought_by <> OLD.bought_by
BEGIN
  SELECT RAISE(ABORT, 'a voucher keeps what it is worth, and goes from held to given or out of use');
END;
--> statement-breakpoint
CREATE TRIGGER a_count_of_vouchers_is_agreed_by_a_second_person BEFORE UPDATE ON voucher_counts
WHEN OLD.confirmed_by IS NOT NULL OR NEW.confirmed_by IS NULL OR NEW.confirmed_by = OLD.counted_by
  OR NEW.counted_by <> OLD.counted_by OR NEW.counted_on <> OLD.counted_on
  OR NEW.expected <> OLD.expected OR NEW.found <> OLD.found OR NEW.note <> OLD.note
BEGIN
  SELECT RAISE(ABORT, 'a count of vouchers is agreed once, by somebody other than who counted, and never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_tax_decision_has_two_names BEFORE INSERT ON tax_decisions
WHEN trim(NEW.decided_by) = '' OR trim(NEW.second_by) = '' OR lower(trim(NEW.decided_by)) = lower(trim(NEW.second_by))
BEGIN
  SELECT RAISE(ABORT, 'a tax decision is signed by two people');
END;
--> statement-breakpoint
CREATE TRIGGER earlier_offers_are_never_changed BEFORE UPDATE ON earlier_offers BEGIN
  SELECT RAISE(ABORT, 'an offer that was made is never changed');
END;
