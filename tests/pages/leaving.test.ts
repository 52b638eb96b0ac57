// A person's own plan to leave safely, as it stands and after they chose to keep it.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of a person with a plan to leave safely");
