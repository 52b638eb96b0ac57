// The account the organisation pays from, for bank files. Shown by its end only, like any other.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { payingAccountOnFile, savePayingAccount } from "#app/services/payees.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";

const form = z.strictObject({
  name: requiredText("Enter the name on the account", { thing: "name on the account", max: 40 }),
  sortCode: requiredText("Enter a sort code", { thing: "sort code", max: 20 }),
  accountNumber: requiredText("Enter an account number", { thing: "account number", max: 20 }),
  serviceUserNumber: z
    .string()
    .trim()
    .refine((text) => text === "" || /^\d{6}$/u.test(text), "Number with Bacs must be 6 digits, or leave it empty")
    .default(""),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const account = await payingAccountOnFile(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    held: visit.held,
    onFile: account === null ? null : `${account.name}, ends ${account.lastTwo}, entered on ${longDate(account.savedOn)}.`,
    name: account?.name ?? "",
    serviceUserNumber: account?.serviceUserNumber ?? "",
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const saved = await savePayingAccount(context, finance, read.value, read.intent);
  if (saved.ok) return goBackSaying("/payments/account", "account");
  return saved.refusal === "sort-code"
    ? mend(problemWith("sortCode", "Sort code must be 6 digits", read.typed))
    : mend(problemWith("accountNumber", "Account number must be 8 digits", read.typed));
}

export default function PayingAccount() {
  const { shell, held, onFile, name, serviceUserNumber, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (id: string, saved = "") => ({ name: id, value: answer.value(id, saved), error: answer.error(id) });
  return (
    <Page
      shell={shell}
      heading="The account you pay from"
      held={held}
      back={{ href: "/payments/batches", text: "Payment batches" }}
      notice={isSaved ? { heading: "Saved", children: "The account you pay from is saved." } : undefined}
    >
      <p>{onFile ?? "No account is entered yet. Bank files need one."}</p>
      <PageForm>
        <TextField {...field("name", name)} label="Name on the account" autoComplete="off" spellCheck={false} width={30} />
        <TextField
          {...field("sortCode")}
          label="Sort code"
          hint="6 digits, like 12-34-56"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          width={10}
        />
        <TextField
          {...field("accountNumber")}
          label="Account number"
          hint="8 digits"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          width={10}
        />
        <TextField
          {...field("serviceUserNumber", serviceUserNumber)}
          label="Your number with Bacs"
          optional
          hint="6 digits from your bank, which may call it a SUN. Only a file sent to Bacs needs it."
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          width={10}
        />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}
