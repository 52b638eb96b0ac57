ALTER TABLE `payment_complaints` ADD `said_how` text;--> statement-breakpoint
ALTER TABLE `payment_complaints` ADD `about_staff` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `vouchers` ADD `kind` text DEFAULT 'card' NOT NULL;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `code_print` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `needs_met` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `confirmed_how` text;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `confirmed_by` text;--> statement-breakpoint
CREATE INDEX `vouchers_claim` ON `vouchers` (`claim_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `vouchers_once` ON `vouchers` (`organisation_id`,`code_print`) WHERE code_print <> '';--> statement-breakpoint
CREATE TRIGGER a_voucher_is_given_for_an_agreed_claim BEFORE UPDATE ON vouchers
WHEN NEW.state = 'given' AND OLD.state = 'held' AND (
  NOT EXISTS (
    SELECT 1 FROM claims
    WHERE claims.id = NEW.claim_id AND claims.person_id = NEW.person_id AND claims.organisation_id = NEW.organisation_id
      AND claims.state IN ('agreed', 'paid')
  )
  OR EXISTS (
    SELECT 1 FROM claim_steps JOIN claims ON claims.id = claim_steps.claim_id AND claims.round = claim_steps.round
    WHERE claim_steps.claim_id = NEW.claim_id AND claim_steps.step = 'authorise' AND claim_steps.staff_id = NEW.given_by
  )
  OR NEW.value + (
    SELECT coalesce(sum(other.value), 0) FROM vouchers AS other
    WHERE other.claim_id = NEW.claim_id AND other.id <> NEW.id AND other.state IN ('given', 'lost')
  ) > (SELECT coalesce(claims.to_pay, 0) FROM claims WHERE claims.id = NEW.claim_id)
)
BEGIN
  SELECT RAISE(ABORT, 'a voucher is given for an agreed claim, within what it pays, by somebody who did not authorise it');
END;
--> statement-breakpoint
CREATE TRIGGER a_given_voucher_stays_with_its_claim BEFORE UPDATE ON vouchers
WHEN OLD.claim_id IS NOT NULL AND (
  NEW.claim_id IS NOT OLD.claim_id OR NEW.given_by IS NOT OLD.given_by OR NEW.given_on IS NOT OLD.given_on
  OR (OLD.confirmed_on IS NOT NULL AND NEW.confirmed_on IS NOT OLD.confirmed_on)
)
BEGIN
  SELECT RAISE(ABORT, 'what was written when a voucher was given is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_voucher_is_never_taken_off_the_log BEFORE DELETE ON vouchers
WHEN EXISTS (SELECT 1 FROM organisations WHERE organisations.id = OLD.organisation_id AND organisations.is_example = 0)
BEGIN
  SELECT RAISE(ABORT, 'a voucher is never taken off the log');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_a_complaint_is_about_answers_it BEFORE UPDATE OF answered_by ON payment_complaints
WHEN NEW.answered_by IS NOT NULL AND NEW.answered_by = OLD.about_staff
BEGIN
  SELECT RAISE(ABORT, 'nobody answers a complaint that is about them');
END;
