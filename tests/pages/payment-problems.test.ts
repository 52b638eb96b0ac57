// Every page of a payment that went wrong, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a payment that went wrong");
