// What the web server does around the pages: open the installation, make the example, send waiting messages, close.
import { closeInstanceIfOpen, instance, openContext } from "#app/services/context.server.ts";
import { exampleSignInLinks, makeExampleIfNone } from "#app/services/example.server.ts";
import { deleteAgain } from "#app/services/erasing.server.ts";
import { askDueFeedback } from "#app/services/feedback-asked.server.ts";
import { keepNoLongerThanPromised } from "#app/services/keeping.server.ts";
import { eraseOldLeavePlans } from "#app/services/leave-plans.server.ts";
import { sendWaitingMessages, takeUpInterruptedMessages } from "#app/services/mail.server.ts";
import { makeDueReminders } from "#app/services/reminders.server.ts";
import { makeDueVenueReminders } from "#app/services/venue-reminders.server.ts";
import { logFault } from "./log.server.ts";

/** Opens the installation of this process: key, database, migrations; makes the example on the first start. */
export async function openTheInstance(): Promise<void> {
  await makeExampleIfNone(await instance());
  const context = await openContext();
  await takeUpInterruptedMessages(context);
  // Before anybody is let in: whoever was deleted is not brought back by an older copy of the data.
  await deleteAgain(context);
  await eraseOldLeavePlans(context);
}

/** Where to go, for the example only: one ready link for each part (decision 18). */
export async function exampleLinks(): Promise<readonly { readonly who: string; readonly address: string }[]> {
  return exampleSignInLinks(await openContext());
}

/** Turns between two looks for reminders that are due: about a minute. */
const turnsBetweenReminders = 20;

/**
 * Looks for messages to send every few seconds, for reminders every minute, and once a day for what is kept no longer,
 * until stopped.
 * Without a mail server nothing is ever waiting.
 */
export function startSendingMail(): () => void {
  let stopped = false;
  let turns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let erasedOn = "";
  const again = (): void => {
    if (!stopped) timer = setTimeout(() => void turn(), 3_000);
  };
  const turn = async (): Promise<void> => {
    try {
      const context = await openContext();
      turns += 1;
      if (turns % turnsBetweenReminders === 0) {
        await makeDueReminders(context);
        await makeDueVenueReminders(context);
        await askDueFeedback(context);
      }
      await sendWaitingMessages(context);
      if (context.today !== erasedOn) {
        // Noted first: what cannot be erased today is logged once, and tried again tomorrow or at the next start.
        erasedOn = context.today;
        await deleteAgain(context);
        await eraseOldLeavePlans(context);
        await keepNoLongerThanPromised(context);
      }
    } catch (problem) {
      logFault(problem);
    }
    again();
  };
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Closes the database. */
export async function closeInstance(): Promise<void> {
  await closeInstanceIfOpen();
}
