CREATE TABLE `shown_cards` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`card` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
