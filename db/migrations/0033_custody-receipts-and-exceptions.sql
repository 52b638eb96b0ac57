CREATE TABLE `claim_exception_reviews` (
	`claim_id` text NOT NULL,
	`round` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`reviewer` text NOT NULL,
	`reviewed_on` text NOT NULL,
	`found` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`claim_id`, `round`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `voucher_handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`voucher_id` text NOT NULL,
	`held_before` text NOT NULL,
	`held_by` text NOT NULL,
	`held_where` text DEFAULT '' NOT NULL,
	`on` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voucher_id`) REFERENCES `vouchers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `voucher_handovers_voucher` ON `voucher_handovers` (`voucher_id`,`written_at`);--> statement-breakpoint
ALTER TABLE `payment_complaints` ADD `about_name` text;--> statement-breakpoint
ALTER TABLE `vouchers` ADD `receipt_file_id` text REFERENCES files(id);
--> statement-breakpoint
CREATE TRIGGER a_review_of_an_exception_is_never_changed BEFORE UPDATE ON claim_exception_reviews BEGIN
  SELECT RAISE(ABORT, 'what was found about an exception is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_handover_of_a_voucher_is_never_changed BEFORE UPDATE ON voucher_handovers BEGIN
  SELECT RAISE(ABORT, 'a handover of a voucher is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_voucher_is_handed_over_on_record BEFORE UPDATE OF held_by ON vouchers
WHEN NEW.held_by <> OLD.held_by AND (
  OLD.state <> 'held'
  OR NOT EXISTS (
    SELECT 1 FROM voucher_handovers
    WHERE voucher_handovers.voucher_id = OLD.id AND voucher_handovers.held_before = OLD.held_by AND voucher_handovers.held_by = NEW.held_by
  )
)
BEGIN
  SELECT RAISE(ABORT, 'a voucher changes hands only while it is held, and on record');
END;
--> statement-breakpoint
CREATE TRIGGER a_receipt_for_a_voucher_is_kept_once BEFORE UPDATE OF receipt_file_id ON vouchers
WHEN OLD.receipt_file_id IS NOT NULL AND NEW.receipt_file_id IS NOT OLD.receipt_file_id
BEGIN
  SELECT RAISE(ABORT, 'the receipt for a voucher is kept as it was');
END;
