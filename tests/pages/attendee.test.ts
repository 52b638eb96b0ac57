// Every page of a person with a private link, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a person with a private link");
