ALTER TABLE `meetings` ADD `outcomes_told_at` text;
--> statement-breakpoint
UPDATE `meetings` SET `outcomes_told_at` = (SELECT max(`sent_at`) FROM `outcomes` WHERE `outcomes`.`meeting_id` = `meetings`.`id`);
