DROP TABLE `claim_lines`;--> statement-breakpoint
DROP TABLE `claim_steps`;--> statement-breakpoint
DROP TABLE `claims`;--> statement-breakpoint
CREATE TABLE `claim_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`expense` text,
	`file_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_lines_claim` ON `claim_lines` (`claim_id`);--> statement-breakpoint
CREATE TABLE `claim_steps` (
	`claim_id` text NOT NULL,
	`round` integer NOT NULL,
	`step` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`claim_id`, `round`, `step`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`sent` text,
	`time_answer` text,
	`time_differs` text,
	`paid_by_employer` text DEFAULT 'not-said' NOT NULL,
	`has_no_costs` integer DEFAULT false NOT NULL,
	`signed_name` text DEFAULT '' NOT NULL,
	`sent_at` text,
	`pay_by` text,
	`paid_on` text,
	`question` text,
	`answer` text,
	`why` text,
	`moved_by` text,
	`moved_on` text,
	`held_from` text,
	`sent_back_to` text,
	`round` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_once` ON `claims` (`invitation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `claims_reference` ON `claims` (`reference`);--> statement-breakpoint
CREATE INDEX `claims_state` ON `claims` (`organisation_id`,`state`);
--> statement-breakpoint
-- Rules the database itself keeps about claims, whatever the program above it does.
CREATE TRIGGER one_person_one_step BEFORE INSERT ON claim_steps
WHEN EXISTS (
  SELECT 1 FROM claim_steps
  WHERE claim_id = NEW.claim_id AND round = NEW.round AND staff_id = NEW.staff_id AND step <> NEW.step
  -- In a team of fewer than three the checker may release what another authorised; the program records that as an exception.
  AND NOT (step = 'check' AND NEW.step = 'release' AND (
    SELECT count(*) FROM staff WHERE disabled_at IS NULL AND roles LIKE '%"finance-%'
    AND organisation_id = (SELECT organisation_id FROM claims WHERE id = NEW.claim_id)
  ) < 3)
)
BEGIN
  SELECT RAISE(ABORT, 'the same person may not do two steps of one claim');
END;
--> statement-breakpoint
CREATE TRIGGER nobody_acts_on_their_own_claim BEFORE INSERT ON claim_steps
WHEN EXISTS (
  SELECT 1 FROM claims JOIN people ON people.id = claims.person_id JOIN staff ON staff.id = NEW.staff_id
  WHERE claims.id = NEW.claim_id AND (staff.person_id = claims.person_id OR lower(staff.email) = lower(people.email))
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
CREATE TRIGGER only_a_released_claim_is_paid BEFORE UPDATE OF state ON claims
WHEN NEW.state = 'paid' AND (
  NEW.paid_on IS NULL OR NOT EXISTS (SELECT 1 FROM claim_steps WHERE claim_id = NEW.id AND round = NEW.round AND step = 'release')
)
BEGIN
  SELECT RAISE(ABORT, 'a claim is paid only when somebody released it, and on a day');
END;
--> statement-breakpoint
CREATE TRIGGER a_paid_claim_stays_paid BEFORE UPDATE OF state ON claims
WHEN OLD.state = 'paid' AND NEW.state <> 'paid'
BEGIN
  SELECT RAISE(ABORT, 'a paid claim stays paid');
END;
--> statement-breakpoint
CREATE TRIGGER no_claim_starts_agreed BEFORE INSERT ON claims
WHEN NEW.state <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'a claim starts open');
END;
--> statement-breakpoint
CREATE TRIGGER only_a_whole_claim_is_sent BEFORE UPDATE OF state ON claims
WHEN NEW.state <> 'open' AND NEW.sent IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a claim is sent whole');
END;
