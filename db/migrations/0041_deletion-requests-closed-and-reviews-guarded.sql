ALTER TABLE `data_requests` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `data_requests` ADD `closed_why` text;--> statement-breakpoint
ALTER TABLE `data_requests` ADD `closed_by` text REFERENCES staff(id);
--> statement-breakpoint
DROP TRIGGER a_review_of_an_exception_is_never_changed;
--> statement-breakpoint
CREATE TRIGGER a_review_of_a_claim_only_loses_a_deleted_name BEFORE UPDATE ON claim_exception_reviews
WHEN NEW.claim_id IS NOT OLD.claim_id OR NEW.round IS NOT OLD.round OR NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.reviewer IS NOT OLD.reviewer OR NEW.reviewed_on IS NOT OLD.reviewed_on
  OR NEW.recorded_by IS NOT OLD.recorded_by OR NEW.recorded_at IS NOT OLD.recorded_at
  OR length(NEW.found) - length(replace(NEW.found, '[name deleted]', ''))
    <= length(OLD.found) - length(replace(OLD.found, '[name deleted]', ''))
  OR substr(NEW.found, 1, instr(NEW.found, '[name deleted]') - 1) <> substr(OLD.found, 1, instr(NEW.found, '[name deleted]') - 1)
BEGIN
  SELECT RAISE(ABORT, 'what was found about an exception is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER a_review_of_a_batch_only_loses_a_deleted_name BEFORE UPDATE ON exception_reviews
WHEN NEW.run_id IS NOT OLD.run_id OR NEW.organisation_id IS NOT OLD.organisation_id
  OR NEW.reviewer IS NOT OLD.reviewer OR NEW.reviewed_on IS NOT OLD.reviewed_on
  OR NEW.recorded_by IS NOT OLD.recorded_by OR NEW.recorded_at IS NOT OLD.recorded_at
  OR length(NEW.found) - length(replace(NEW.found, '[name deleted]', ''))
    <= length(OLD.found) - length(replace(OLD.found, '[name deleted]', ''))
  OR substr(NEW.found, 1, instr(NEW.found, '[name deleted]') - 1) <> substr(OLD.found, 1, instr(NEW.found, '[name deleted]') - 1)
BEGIN
  SELECT RAISE(ABORT, 'what was found about an exception is never changed');
END;
