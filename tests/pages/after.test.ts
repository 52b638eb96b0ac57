// The pages that follow a meeting, for somebody who came and for the coordinator, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of what follows a meeting");
