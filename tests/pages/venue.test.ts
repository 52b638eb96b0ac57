// Every page of a venue with a link to its checklist, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a venue with a link to its checklist");
