// Every page of a coordinator, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a coordinator");
