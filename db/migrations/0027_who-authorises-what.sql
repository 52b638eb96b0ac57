ALTER TABLE `staff` ADD `authorises_codes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `authorises_from` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `authorises_until` text;