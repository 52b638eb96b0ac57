DROP TRIGGER a_receipt_for_a_voucher_is_kept_once;
--> statement-breakpoint
CREATE TRIGGER a_receipt_for_a_voucher_is_kept_or_erased BEFORE UPDATE OF receipt_file_id ON vouchers
WHEN OLD.receipt_file_id IS NOT NULL AND NEW.receipt_file_id IS NOT NULL AND NEW.receipt_file_id <> OLD.receipt_file_id
BEGIN
  SELECT RAISE(ABORT, 'the receipt for a voucher is kept as it was, until it is over its time');
END;
