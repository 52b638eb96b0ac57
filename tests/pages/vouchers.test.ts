// Every page of vouchers, in every state.
import { everyPage } from "#tests/support/every-page.ts";

everyPage("of vouchers");
