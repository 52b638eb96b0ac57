// What joins a page to the request it answers: its title, its form's secrets and what has to be mended. The server gives
// the frame; pages use <Page>, <PageForm> and useAnswer() and never handle a token themselves.
import { useActionData } from "@remix-run/react";
import { createContext, useContext, type ReactElement, type ReactNode } from "react";
import { Form, type FormProps } from "#app/ui/form.tsx";
import { PageShell, pageTitle, type PageShellProps } from "#app/ui/page.tsx";

export type Secrets = { readonly formToken: string; readonly intentKey: string };

/** Filled in while the page is drawn, and read by entry.server.tsx, so that the title always begins with the page's own h1. */
export type TitleSlip = { title: string };

export const PageTitleSlip = createContext<TitleSlip>({ title: "" });
export const FormSecrets = createContext<Secrets>({ formToken: "", intentKey: "" });

type Answer = {
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

export type PageProps = Omit<PageShellProps, "problems"> & {
  /** The h1 in words. Left out when `heading` is itself plain text. */
  readonly title?: string;
  /** What was typed before the session ended, given back after signing in again. */
  readonly held?: Answer["typed"] | null | undefined;
  /** What has to be mended in a form sent as an address (GET); a form that was posted brings its own. */
  readonly problems?: Answer["problems"];
};

/** A whole page. Sets the title, and shows the error summary when the form just sent needs mending. */
export function Page({ title, held, problems: inAddress = [], ...shell }: PageProps): ReactElement {
  const slip = useContext(PageTitleSlip);
  const sent = useAnswer();
  const problems = sent.isAnswer ? sent.problems : inAddress;
  slip.title = pageTitle({
    heading: title ?? (typeof shell.heading === "string" ? shell.heading : ""),
    area: shell.caption,
    organisation: shell.shell.organisation,
    hasProblems: problems.length > 0,
  });
  const notice =
    shell.notice ??
    (held
      ? { heading: "You are signed in again", children: "We kept what you typed. Check it and save.", kind: "news" as const }
      : undefined);
  return <PageShell {...shell} notice={notice} problems={problems} />;
}

/** A form of this page, with its token and its key. */
export function PageForm({
  children,
  ...props
}: Omit<FormProps, "formToken" | "intentKey"> & { readonly children: ReactNode }): ReactElement {
  const { formToken, intentKey } = useContext(FormSecrets);
  return (
    <Form {...props} formToken={formToken} intentKey={intentKey}>
      {children}
    </Form>
  );
}

export type PageAnswer = Answer & {
  /** Whether a form was just sent and came back. */
  readonly isAnswer: boolean;
  /** The sentence for one field, or for a part of it (a date's day). */
  readonly error: (field: string) => string | undefined;
  /** What was typed in a field just now, else the given value, else nothing. */
  readonly value: (field: string, otherwise?: string) => string;
  /** Everything ticked in a field just now, else the given values. */
  readonly values: (field: string, otherwise?: readonly string[]) => readonly string[];
  /** The three boxes of a date as typed just now, else of the given date. */
  readonly date: (field: string, otherwise?: string | null) => { readonly day: string; readonly month: string; readonly year: string };
};

/** What came back from the form just sent; `held` is what was kept while the sender signed in again. */
export function useAnswer(held?: Answer["typed"] | null): PageAnswer {
  const data = useActionData();
  const sent = isAnswer(data) ? data : undefined;
  const typed = sent?.typed ?? held ?? undefined;
  const problems = sent?.problems ?? [];
  return {
    problems,
    typed: typed ?? {},
    isAnswer: sent !== undefined,
    error: (field) => problems.find((problem) => problem.field === field || problem.field.startsWith(`${field}.`))?.message,
    value: (field, otherwise = "") => (typed === undefined ? otherwise : (typed[field]?.[0] ?? "")),
    values: (field, otherwise = []) => (typed === undefined ? otherwise : (typed[field] ?? [])),
    date: (field, otherwise) => {
      if (typed !== undefined) {
        return {
          day: typed[`${field}-day`]?.[0] ?? "",
          month: typed[`${field}-month`]?.[0] ?? "",
          year: typed[`${field}-year`]?.[0] ?? "",
        };
      }
      const [year = "", month = "", day = ""] = (otherwise ?? "").split("-");
      return { day: day.replace(/^0/u, ""), month: month.replace(/^0/u, ""), year };
    },
  };
}

function isAnswer(data: unknown): data is Answer {
  return typeof data === "object" && data !== null && "problems" in data && "typed" in data;
}

type Shown = { readonly isShown: boolean; readonly value?: string };

/** How a password field stands after "Show what I typed". */
export function useShownPassword(): Shown {
  const data = useActionData();
  return typeof data === "object" && data !== null && "password" in data ? (data.password as Shown) : { isShown: false };
}
