CREATE TABLE `declared_ties` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`declared_at` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `declared_ties_person` ON `declared_ties` (`person_id`);--> statement-breakpoint
CREATE INDEX `declared_ties_staff` ON `declared_ties` (`staff_id`);--> statement-breakpoint
CREATE TABLE `exception_reviews` (
	`run_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`reviewer` text NOT NULL,
	`reviewed_on` text NOT NULL,
	`found` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `payment_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER nobody_tied_to_the_claimant_does_a_step BEFORE INSERT ON claim_steps
WHEN EXISTS (
  SELECT 1 FROM declared_ties JOIN claims ON claims.person_id = declared_ties.person_id
  WHERE claims.id = NEW.claim_id AND declared_ties.staff_id = NEW.staff_id AND declared_ties.ended_at IS NULL
    AND declared_ties.declared_at <= NEW.at
)
BEGIN
  SELECT RAISE(ABORT, 'nobody who declared a tie to the claimant does a step of the claim');
END;
--> statement-breakpoint
CREATE TRIGGER a_declared_tie_is_only_ended BEFORE UPDATE ON declared_ties
WHEN OLD.ended_at IS NOT NULL OR NEW.staff_id <> OLD.staff_id OR NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind
  OR NEW.declared_at <> OLD.declared_at OR NEW.ended_by IS NULL OR NEW.ended_by = OLD.staff_id
BEGIN
  SELECT RAISE(ABORT, 'a declared tie is only ended, and by somebody else');
END;
