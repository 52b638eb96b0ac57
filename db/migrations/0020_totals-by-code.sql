DROP INDEX `claims_paid`;--> statement-breakpoint
CREATE INDEX `claims_paid` ON `claims` (`organisation_id`,`paid_on`,`budget_code`,`person_id`,`state`,`to_pay`,`is_split`);