// Every page of a person with a claim, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a person with a claim");
