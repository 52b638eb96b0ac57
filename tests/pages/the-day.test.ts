// Every page of a meeting on its day, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a meeting on its day");
