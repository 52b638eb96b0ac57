PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_venue_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`meeting_id` text,
	`email` text NOT NULL,
	`sent_to` text DEFAULT '' NOT NULL,
	`answer_by` text NOT NULL,
	`features` text NOT NULL,
	`extra_line` text DEFAULT '' NOT NULL,
	`sent_at` text NOT NULL,
	`answered_at` text,
	`answered_by` text DEFAULT '' NOT NULL,
	`forwards` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_venue_requests`("id", "organisation_id", "venue_id", "meeting_id", "email", "sent_to", "answer_by", "features", "extra_line", "sent_at", "answered_at", "answered_by", "forwards", "version") SELECT "id", "organisation_id", "venue_id", "meeting_id", "email", "sent_to", "answer_by", "features", "extra_line", "sent_at", "answered_at", "answered_by", "forwards", "version" FROM `venue_requests`;--> statement-breakpoint
DROP TABLE `venue_requests`;--> statement-breakpoint
ALTER TABLE `__new_venue_requests` RENAME TO `venue_requests`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `venue_photos` ADD `approved_at` text;--> statement-breakpoint
-- What somebody here took was looked at when it was kept; what a venue sent waits for a coordinator.
UPDATE `venue_photos` SET `approved_at` = `saved_at` WHERE `source` <> 'venue-said';--> statement-breakpoint
ALTER TABLE `venues` ADD `town` text DEFAULT '' NOT NULL;
