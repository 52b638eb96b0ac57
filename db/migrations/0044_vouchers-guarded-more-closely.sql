-- A voucher goes where its last handover says, not where an older one once said.
DROP TRIGGER a_voucher_is_handed_over_on_record;
--> statement-breakpoint
CREATE TRIGGER a_voucher_goes_where_its_last_handover_says BEFORE UPDATE OF held_by ON vouchers
WHEN NEW.held_by <> OLD.held_by AND (
  OLD.state <> 'held'
  OR NOT EXISTS (
    SELECT 1 FROM voucher_handovers AS last
    WHERE last.voucher_id = OLD.id AND last.held_before = OLD.held_by AND last.held_by = NEW.held_by
      AND last.rowid = (SELECT max(every.rowid) FROM voucher_handovers AS every WHERE every.voucher_id = OLD.id)
  )
)
BEGIN
  SELECT RAISE(ABORT, 'a voucher changes hands only while it is held, and on record');
END;
--> statement-breakpoint
CREATE TRIGGER whoever_takes_vouchers_has_another_write_it_down BEFORE INSERT ON voucher_handovers
WHEN NEW.written_by = NEW.held_by AND EXISTS (
  SELECT 1 FROM staff
  WHERE staff.organisation_id = NEW.organisation_id AND staff.id NOT IN (NEW.held_by, NEW.held_before)
    AND staff.disabled_at IS NULL AND (staff.invited_at IS NULL OR staff.joined_at IS NOT NULL)
)
BEGIN
  SELECT RAISE(ABORT, 'whoever takes vouchers does not write it down while somebody else can');
END;
--> statement-breakpoint
CREATE TRIGGER a_handover_of_a_voucher_stays_on_record BEFORE DELETE ON voucher_handovers
WHEN EXISTS (SELECT 1 FROM organisations WHERE organisations.id = OLD.organisation_id AND organisations.is_example = 0)
BEGIN
  SELECT RAISE(ABORT, 'a handover of a voucher is never taken off the record');
END;
--> statement-breakpoint
CREATE TRIGGER a_review_of_a_claim_stays_on_record BEFORE DELETE ON claim_exception_reviews
WHEN EXISTS (SELECT 1 FROM organisations WHERE organisations.id = OLD.organisation_id AND organisations.is_example = 0)
BEGIN
  SELECT RAISE(ABORT, 'what was found about an exception is never taken off the record');
END;
--> statement-breakpoint
-- A receipt goes only with everything else of its claim, when that is over its time.
DROP TRIGGER a_receipt_for_a_voucher_is_kept_or_erased;
--> statement-breakpoint
CREATE TRIGGER a_receipt_for_a_voucher_goes_with_its_claim BEFORE UPDATE OF receipt_file_id ON vouchers
WHEN OLD.receipt_file_id IS NOT NULL AND NEW.receipt_file_id IS NOT OLD.receipt_file_id AND NOT (
  NEW.receipt_file_id IS NULL
  AND EXISTS (SELECT 1 FROM claims WHERE claims.id = OLD.claim_id AND claims.reduced_at IS NOT NULL)
)
BEGIN
  SELECT RAISE(ABORT, 'the receipt for a voucher is kept as it was, until it is over its time');
END;
