// Every page of the people who pay, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of the people who pay");
