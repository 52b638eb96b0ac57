-- Rules the database itself keeps, whatever the program above it does.

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER one_person_one_step BEFORE INSERT ON claim_steps
WHEN EXISTS (SELECT 1 FROM claim_steps WHERE claim_id = NEW.claim_id AND staff_id = NEW.staff_id AND step <> NEW.step)
BEGIN
  SELECT RAISE(ABORT, 'the same person may not do two steps of one claim');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_acts_on_their_own_claim BEFORE INSERT ON claim_steps
WHEN EXISTS (
  SELECT 1 FROM claims JOIN staff ON staff.person_id = claims.person_id
  WHERE claims.id = NEW.claim_id AND staff.id = NEW.staff_id
)
BEGIN
  SELECT RAISE(ABORT, 'nobody may act on their own claim');
END;
--> statement-breakpoint
CREATE TRIGGER claim_steps_are_never_changed BEFORE UPDATE ON claim_steps BEGIN
  SELECT RAISE(ABORT, 'a step of a claim is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER only_an_authorised_claim_is_agreed BEFORE UPDATE OF state ON claims
WHEN NEW.state IN ('agreed', 'paid') AND (
  NOT EXISTS (SELECT 1 FROM claim_steps WHERE claim_id = NEW.id AND round = NEW.round AND step = 'check')
  OR NOT EXISTS (SELECT 1 FROM claim_steps WHERE claim_id = NEW.id AND round = NEW.round AND step = 'authorise')
)
BEGIN
  SELECT RAISE(ABORT, 'a claim is agreed only when one person checked it and another authorised it');
END;
--> statement-breakpoint
CREATE TRIGGER a_paid_claim_stays_paid BEFORE UPDATE OF state ON claims
WHEN OLD.state = 'paid' AND NEW.state <> 'paid'
BEGIN
  SELECT RAISE(ABORT, 'a paid claim stays paid');
END;
--> statement-breakpoint
CREATE TRIGGER no_claim_starts_agreed BEFORE INSERT ON claims
WHEN NEW.state NOT IN ('open', 'sent')
BEGIN
  SELECT RAISE(ABORT, 'a claim starts open or sent');
END;
