// Every page of a coordinator about venues, suppliers and people, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of the venues, suppliers and people of a coordinator");
