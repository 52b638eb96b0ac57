// Every page that anybody may open, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("that anybody may open");
