ALTER TABLE `organisations` ADD `waiting_logo_file_id` text;--> statement-breakpoint
ALTER TABLE `payment_runs` ADD `signed_with` text;