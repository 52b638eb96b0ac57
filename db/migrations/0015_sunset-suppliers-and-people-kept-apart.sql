CREATE TABLE `kept_apart` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`pair` text NOT NULL,
	`details` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_apart_pair` ON `kept_apart` (`organisation_id`,`pair`);--> statement-breakpoint
ALTER TABLE `bookings` ADD `supplier_id` text REFERENCES suppliers(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `takes_over_from` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `sunset` text;--> statement-breakpoint
ALTER TABLE `venues` ADD `latitude` real;--> statement-breakpoint
ALTER TABLE `venues` ADD `longitude` real;