// Every private payment page of a person who chose Easy Read, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a person who reads Easy Read");
