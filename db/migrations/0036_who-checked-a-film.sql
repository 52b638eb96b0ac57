ALTER TABLE `sign_films` ADD `checked_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_films` ADD `checked_words` text DEFAULT '' NOT NULL;