-- What was signed is never changed; only the account goes, with a claim that is over its time.
DROP TRIGGER a_line_of_a_run_is_never_changed;
--> statement-breakpoint
CREATE TRIGGER a_line_of_a_run_is_never_changed
BEFORE UPDATE OF run_id, claim_id, person_id, position, reference, budget_code, method, for_time, for_costs, for_access, to_pay
ON payment_run_lines BEGIN
  SELECT RAISE(ABORT, 'a line of a payment run is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER an_account_in_a_run_goes_with_its_claim BEFORE UPDATE OF payee, last_two ON payment_run_lines
WHEN NOT EXISTS (SELECT 1 FROM claims WHERE claims.id = OLD.claim_id AND claims.reduced_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'a line of a payment run is never changed');
END;
