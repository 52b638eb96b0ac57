ALTER TABLE `sign_films` DROP COLUMN `film_file_id`;--> statement-breakpoint
ALTER TABLE `sign_films` DROP COLUMN `captions_file_id`;