// Every page of a claim that comes on paper, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of claims that come on paper");
