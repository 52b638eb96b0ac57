CREATE TABLE `sign_films` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`slot` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`film_file_id` text,
	`captions_file_id` text,
	`transcript` text NOT NULL,
	`seconds` integer NOT NULL,
	`checked_on` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_films_slot` ON `sign_films` (`organisation_id`,`slot`);