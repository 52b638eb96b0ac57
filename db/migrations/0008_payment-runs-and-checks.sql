CREATE TABLE `claim_findings` (
	`claim_id` text NOT NULL,
	`subject` text NOT NULL,
	`decision` text NOT NULL,
	`why` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`claim_id`, `subject`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `earlier_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`replaced_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `earlier_contacts_person` ON `earlier_contacts` (`person_id`);--> statement-breakpoint
CREATE TABLE `modulus_tables` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`valid_from` text,
	`weights` text NOT NULL,
	`substitutes` text NOT NULL,
	`rows` integer NOT NULL,
	`loaded_by` text NOT NULL,
	`loaded_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payee_records` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account` text NOT NULL,
	`kind` text NOT NULL,
	`details` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payee_records_person` ON `payee_records` (`person_id`);--> statement-breakpoint
CREATE TABLE `paying_accounts` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`details` text NOT NULL,
	`last_two` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payment_complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`text` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_complaints_open` ON `payment_complaints` (`organisation_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `payment_run_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`reference` text NOT NULL,
	`budget_code` text NOT NULL,
	`method` text NOT NULL,
	`for_time` integer NOT NULL,
	`for_costs` integer NOT NULL,
	`for_access` integer NOT NULL,
	`to_pay` integer NOT NULL,
	`payee` text NOT NULL,
	`last_two` text DEFAULT '' NOT NULL,
	`why` text,
	`paid_on` text,
	`closed_on` text,
	FOREIGN KEY (`run_id`) REFERENCES `payment_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_live_run_for_a_claim` ON `payment_run_lines` (`claim_id`) WHERE state IN ('in', 'paid');--> statement-breakpoint
CREATE INDEX `payment_run_lines_run` ON `payment_run_lines` (`run_id`,`position`);--> statement-breakpoint
CREATE INDEX `payment_run_lines_person` ON `payment_run_lines` (`person_id`,`paid_on`);--> statement-breakpoint
CREATE TABLE `payment_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`payment_date` text NOT NULL,
	`built_by` text NOT NULL,
	`built_at` text NOT NULL,
	`signed_by` text,
	`signed_at` text,
	`lines_fingerprint` text,
	`paid_by` text,
	`paid_on` text,
	`remitted_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`built_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paid_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_runs_number` ON `payment_runs` (`organisation_id`,`number`);--> statement-breakpoint
CREATE TABLE `print_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`run_id` text NOT NULL,
	`what` text NOT NULL,
	`order` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`pages` integer,
	`is_copy` integer DEFAULT false NOT NULL,
	`file_id` text,
	`started_by` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `payment_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `print_jobs_run` ON `print_jobs` (`run_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `run_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`number` integer NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`fingerprint` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `payment_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `run_exports_number` ON `run_exports` (`run_id`,`number`);--> statement-breakpoint
CREATE TABLE `tax_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`decision` text NOT NULL,
	`route` text NOT NULL,
	`facts` text NOT NULL,
	`review_on` text NOT NULL,
	`decided_by` text NOT NULL,
	`second_by` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tax_decisions_role` ON `tax_decisions` (`organisation_id`,`role`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `voucher_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`counted_by` text NOT NULL,
	`counted_on` text NOT NULL,
	`expected` integer NOT NULL,
	`found` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vouchers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`supplier` text NOT NULL,
	`code` text NOT NULL,
	`last_four` text NOT NULL,
	`value` integer NOT NULL,
	`cost` integer NOT NULL,
	`budget_code` text NOT NULL,
	`bought_on` text NOT NULL,
	`expires_on` text,
	`bought_by` text NOT NULL,
	`held_by` text NOT NULL,
	`state` text NOT NULL,
	`claim_id` text,
	`person_id` text,
	`given_on` text,
	`given_by` text,
	`sent_how` text,
	`confirmed_on` text,
	`closed_why` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bought_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vouchers_state` ON `vouchers` (`organisation_id`,`state`,`bought_on`);--> statement-breakpoint
ALTER TABLE `bank_details` ADD `changed_at` text;--> statement-breakpoint
ALTER TABLE `bank_details` ADD `entered_by` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `bank_details` ADD `last_two_before` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `for_time` integer;--> statement-breakpoint
ALTER TABLE `claims` ADD `for_costs` integer;--> statement-breakpoint
ALTER TABLE `claims` ADD `to_pay` integer;--> statement-breakpoint
ALTER TABLE `claims` ADD `budget_code` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_queue` ON `claims` (`organisation_id`,`state`,`pay_by`,`id`);--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_meeting` ON `claims` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `claims_paid` ON `claims` (`organisation_id`,`paid_on`);--> statement-breakpoint
CREATE INDEX `claims_budget` ON `claims` (`organisation_id`,`budget_code`,`state`);--> statement-breakpoint
CREATE INDEX `claim_lines_file` ON `claim_lines` (`file_id`);--> statement-breakpoint
CREATE INDEX `files_fingerprint` ON `files` (`organisation_id`,`fingerprint`);--> statement-breakpoint
DROP TRIGGER a_paid_claim_stays_paid;
--> statement-breakpoint
CREATE TRIGGER a_paid_claim_stays_paid BEFORE UPDATE OF state ON claims
WHEN OLD.state = 'paid' AND NEW.state <> 'paid' AND NOT (
  NEW.state = 'on-hold' AND NOT EXISTS (SELECT 1 FROM payment_run_lines WHERE claim_id = NEW.id AND state = 'paid')
  AND EXISTS (SELECT 1 FROM payment_run_lines WHERE claim_id = NEW.id AND state = 'returned')
)
BEGIN
  SELECT RAISE(ABORT, 'a paid claim stays paid, unless the bank sent the money back');
END;
--> statement-breakpoint
CREATE TRIGGER a_claim_in_a_run_moves_with_its_run BEFORE UPDATE OF state ON claims
WHEN NEW.state <> OLD.state AND EXISTS (SELECT 1 FROM payment_run_lines WHERE claim_id = NEW.id AND state = 'in')
BEGIN
  SELECT RAISE(ABORT, 'a claim in a payment run is paid by the run, or taken out of it first');
END;
--> statement-breakpoint
CREATE TRIGGER only_an_agreed_claim_is_put_in_a_run BEFORE INSERT ON payment_run_lines
WHEN NEW.state <> 'in' OR NEW.to_pay <= 0
  OR NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id AND state = 'agreed' AND person_id = NEW.person_id)
  OR EXISTS (SELECT 1 FROM payment_runs WHERE id = NEW.run_id AND (signed_by IS NOT NULL OR state <> 'draft'))
BEGIN
  SELECT RAISE(ABORT, 'a run takes agreed claims with something to pay, before it is signed');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_puts_their_own_claim_in_a_run BEFORE INSERT ON payment_run_lines
WHEN EXISTS (
  SELECT 1 FROM payment_runs JOIN staff ON staff.id = payment_runs.built_by JOIN people ON people.id = NEW.person_id
  WHERE payment_runs.id = NEW.run_id AND (staff.person_id = NEW.person_id OR lower(staff.email) = lower(people.email))
)
BEGIN
  SELECT RAISE(ABORT, 'nobody may act on their own claim');
END;
--> statement-breakpoint
CREATE TRIGGER a_line_of_a_run_is_never_changed
BEFORE UPDATE OF run_id, claim_id, person_id, position, reference, budget_code, method, for_time, for_costs, for_access, to_pay, payee, last_two
ON payment_run_lines BEGIN
  SELECT RAISE(ABORT, 'a line of a payment run is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_line_of_a_run_goes_one_way BEFORE UPDATE OF state ON payment_run_lines
WHEN NEW.state <> OLD.state AND NOT (
  (OLD.state = 'in' AND NEW.state = 'left-out' AND (SELECT signed_by FROM payment_runs WHERE id = NEW.run_id) IS NULL)
  OR (OLD.state = 'in' AND NEW.state IN ('taken-out', 'paid', 'failed') AND (SELECT signed_by FROM payment_runs WHERE id = NEW.run_id) IS NOT NULL)
  OR (OLD.state = 'paid' AND NEW.state = 'returned')
)
BEGIN
  SELECT RAISE(ABORT, 'a line of a payment run is left out before signing, paid or not paid after it, and returned after that');
END;
--> statement-breakpoint
CREATE TRIGGER a_run_is_signed_by_a_second_person BEFORE UPDATE ON payment_runs
WHEN (NEW.signed_by IS NOT NULL AND NEW.signed_by = NEW.built_by)
  OR (OLD.signed_by IS NOT NULL AND NEW.signed_by IS NOT OLD.signed_by)
  OR (OLD.signed_by IS NOT NULL AND NEW.lines_fingerprint IS NOT OLD.lines_fingerprint)
  OR NEW.built_by <> OLD.built_by
  OR (NEW.state IN ('locked', 'exported', 'paid') AND (NEW.signed_by IS NULL OR NEW.lines_fingerprint IS NULL))
  OR (OLD.state = 'cancelled' AND NEW.state <> 'cancelled')
BEGIN
  SELECT RAISE(ABORT, 'a payment run is signed once, by somebody other than who made it');
END;
--> statement-breakpoint
CREATE TRIGGER a_run_starts_unsigned BEFORE INSERT ON payment_runs
WHEN NEW.state <> 'draft' OR NEW.signed_by IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a payment run starts as a draft nobody signed');
END;
--> statement-breakpoint
CREATE TRIGGER payee_records_are_never_changed BEFORE UPDATE ON payee_records BEGIN
  SELECT RAISE(ABORT, 'what finance recorded about an account is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER tax_decisions_are_never_changed BEFORE UPDATE ON tax_decisions BEGIN
  SELECT RAISE(ABORT, 'a tax decision is never changed: a new one is recorded');
END;
--> statement-breakpoint
CREATE TRIGGER run_exports_are_never_changed BEFORE UPDATE ON run_exports BEGIN
  SELECT RAISE(ABORT, 'an export is never changed');
END;
