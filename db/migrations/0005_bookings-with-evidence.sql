DROP TABLE `arrangements`;--> statement-breakpoint
DROP TABLE `clash_decisions`;--> statement-breakpoint
ALTER TABLE `bookings` ADD `asked_on` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `papers_sent_on` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `owner` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `evidence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `booked_for` text;