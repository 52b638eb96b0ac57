DROP INDEX `claims_paid`;--> statement-breakpoint
CREATE INDEX `claims_person_paid` ON `claims` (`person_id`,`paid_on`);--> statement-breakpoint
CREATE INDEX `claims_since` ON `claims` (`organisation_id`,`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_time` ON `claims` (`organisation_id`,`for_time`,`id`);--> statement-breakpoint
CREATE INDEX `claims_costs` ON `claims` (`organisation_id`,`for_costs`,`id`);--> statement-breakpoint
CREATE INDEX `claims_total` ON `claims` (`organisation_id`,`to_pay`,`id`);--> statement-breakpoint
CREATE INDEX `claims_paid` ON `claims` (`organisation_id`,`paid_on`,`budget_code`,`person_id`,`state`,`to_pay`);--> statement-breakpoint
CREATE INDEX `meetings_name` ON `meetings` (`organisation_id`,`name`);