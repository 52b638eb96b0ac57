CREATE TABLE `access_answers` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`answers` text NOT NULL,
	`sent` text,
	`sent_at` text,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `arrangements` (
	`meeting_id` text NOT NULL,
	`requirement_id` text NOT NULL,
	`state` text NOT NULL,
	`how` text NOT NULL,
	`plan` text DEFAULT '' NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`basis` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`meeting_id`, `requirement_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`organisation_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`details` text NOT NULL,
	`chain` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `bank_details` (
	`person_id` text PRIMARY KEY NOT NULL,
	`details` text NOT NULL,
	`last_two` text NOT NULL,
	`state` text NOT NULL,
	`check` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `benefit_answers` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`answers` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`support_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`state` text NOT NULL,
	`supplier` text DEFAULT '' NOT NULL,
	`supplier_contact` text DEFAULT '' NOT NULL,
	`who_is_coming` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`cost` integer,
	`cancel_free_until` text,
	`remind_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bookings_meeting` ON `bookings` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `claim_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`label` text NOT NULL,
	`amount` integer NOT NULL,
	`claimed` integer NOT NULL,
	`spent_on` text,
	`working` text,
	`evidence` text NOT NULL,
	`evidence_note` text DEFAULT '' NOT NULL,
	`file_id` text,
	`changed_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
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
	`budget_code` text DEFAULT '' NOT NULL,
	`time_differs` text DEFAULT '' NOT NULL,
	`signed_name` text DEFAULT '' NOT NULL,
	`sent_at` text,
	`pay_by` text,
	`paid_on` text,
	`question` text DEFAULT '' NOT NULL,
	`held_reason` text DEFAULT '' NOT NULL,
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
CREATE INDEX `claims_state` ON `claims` (`organisation_id`,`state`);--> statement-breakpoint
CREATE TABLE `clash_decisions` (
	`meeting_id` text NOT NULL,
	`conflict_id` text NOT NULL,
	`state` text NOT NULL,
	`way_out` text NOT NULL,
	`other_way` text DEFAULT '' NOT NULL,
	`asked` text NOT NULL,
	`agreed_by` text DEFAULT '' NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`meeting_id`, `conflict_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`expires_on` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `held_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`path` text NOT NULL,
	`form` text NOT NULL,
	`held_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `installation` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `intents` (
	`key` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reply` text DEFAULT 'none' NOT NULL,
	`replied_at` text,
	`invited_at` text,
	`offer` text,
	`attendance` text,
	`attended_minutes` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once` ON `invitations` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `link_tokens` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_tokens_grant` ON `link_tokens` (`grant_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`asked` text DEFAULT '' NOT NULL,
	`nation` text NOT NULL,
	`contact` text,
	`coordinator_id` text NOT NULL,
	`mode` text,
	`date` text,
	`starts_at` text,
	`ends_at` text,
	`break_every_minutes` integer,
	`break_minutes` integer,
	`venue_id` text,
	`venue_state` text DEFAULT 'none' NOT NULL,
	`online_service` text DEFAULT '' NOT NULL,
	`joining_link` text DEFAULT '' NOT NULL,
	`online_features` text NOT NULL,
	`expected_people` integer,
	`agenda` text NOT NULL,
	`parallel_groups` integer DEFAULT 0 NOT NULL,
	`food_served` integer DEFAULT false NOT NULL,
	`conditions` text NOT NULL,
	`payment_offered` text,
	`rate_card_id` text,
	`rate_line_code` text,
	`paid_time` text,
	`costs_covered` text NOT NULL,
	`costs_before` text DEFAULT '' NOT NULL,
	`budget_code` text DEFAULT '' NOT NULL,
	`paid_within` text DEFAULT '' NOT NULL,
	`reply_by` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coordinator_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rate_card_id`) REFERENCES `rate_cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_reference` ON `meetings` (`reference`);--> statement-breakpoint
CREATE INDEX `meetings_organisation` ON `meetings` (`organisation_id`,`date`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`nation` text NOT NULL,
	`is_example` integer DEFAULT false NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`contact` text NOT NULL,
	`body_kind` text DEFAULT 'other' NOT NULL,
	`statement_name` text DEFAULT '' NOT NULL,
	`pay_within_working_days` integer DEFAULT 10 NOT NULL,
	`policies` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text,
	`about_kind` text DEFAULT '' NOT NULL,
	`about_id` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`);--> statement-breakpoint
CREATE INDEX `outbox_about` ON `outbox` (`about_kind`,`about_id`);--> statement-breakpoint
CREATE TABLE `payment_choices` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`choice` text NOT NULL,
	`decided_at` text,
	`adviser_asked_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`preferred_contact` text DEFAULT 'email' NOT NULL,
	`neutral_subject` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_organisation` ON `people` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `rate_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`card` text NOT NULL,
	`name` text NOT NULL,
	`valid_from` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_grants` (
	`session` text NOT NULL,
	`grant_id` text NOT NULL,
	`proven_at` text,
	`granted_at` text NOT NULL,
	PRIMARY KEY(`session`, `grant_id`),
	FOREIGN KEY (`session`) REFERENCES `sessions`(`fingerprint`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`proven_at` text,
	`created_at` text NOT NULL,
	`used_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`password_hash` text,
	`roles` text NOT NULL,
	`authorisation_limit` integer,
	`person_id` text,
	`disabled_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `venue_facts` (
	`venue_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`value` text,
	`note` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`said_by` text NOT NULL,
	`checked_on` text NOT NULL,
	PRIMARY KEY(`venue_id`, `feature_id`),
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `venue_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`email` text NOT NULL,
	`sent_to` text DEFAULT '' NOT NULL,
	`answer_by` text NOT NULL,
	`features` text NOT NULL,
	`extra_line` text DEFAULT '' NOT NULL,
	`sent_at` text NOT NULL,
	`answered_at` text,
	`answered_by` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`contact_phone` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `venues_organisation` ON `venues` (`organisation_id`,`name`);