ALTER TABLE `invitations` ADD `after_no` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `not_for_me` text;