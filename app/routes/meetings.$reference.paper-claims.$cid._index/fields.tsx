// The parts of a paper claim form in its own order: how it came, time, choice, costs, signature.
import type { ReactElement } from "react";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { DateField, FileField, LongField, MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { PageForm, type PageAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";

type Option = { readonly value: string; readonly label: string };

export type PaperFormView = {
  readonly firstName: string;
  readonly version: number;
  readonly from: string;
  readonly receivedOn: string | null;
  readonly scanName: string | null;
  readonly scanHref: string;
  readonly asksTime: boolean;
  readonly isUnpriced: boolean;
  readonly time: readonly { readonly name: string; readonly answer: string }[];
  readonly right: string;
  readonly differs: string;
  readonly employer: string;
  readonly ownTime: string;
  readonly asksOwnTime: boolean;
  readonly asksChoice: boolean;
  readonly ways: readonly Option[];
  readonly costs: readonly {
    readonly id: string;
    readonly label: string;
    readonly amount: string;
    readonly notes: readonly string[];
    readonly href: string;
  }[];
  readonly kinds: readonly Option[];
  readonly soFar: string;
  readonly question: string;
  readonly signedName: string;
};

/** Everything the printed form asks, in its order. */
export function PaperFields({ form, answer }: { readonly form: PaperFormView; readonly answer: PageAnswer }): ReactElement {
  const field = (name: string, saved = "") => ({ name, value: answer.value(name, saved), error: answer.error(name) });
  return (
    <PageForm hasFiles carried={{ version: String(form.version) }}>
      <h2>The form</h2>
      <Radios
        {...field("from", form.from)}
        legend="How did it come?"
        options={[
          { value: "paper", label: "On paper" },
          { value: "phone", label: "By phone" },
        ]}
      />
      <DateField
        name="receivedOn"
        label="When did it come?"
        hint="The claim counts as sent on this day. For example, 23 3 2027"
        value={answer.date("receivedOn", form.receivedOn)}
        error={answer.error("receivedOn")}
      />
      <FileField
        name="scan"
        label="Scan or photo of the form (optional)"
        hint="A JPEG, PNG or PDF, up to 5 MB. Only coordinators can open it. The payments team sees what you type."
        accept="image/jpeg,image/png,application/pdf"
        error={answer.error("scan")}
      />
      <ButtonGroup>
        <Button>Save what I typed so far</Button>
      </ButtonGroup>
      {form.scanName === null ? null : (
        <p>
          <a className="target" href={form.scanHref}>
            Download the scan: {form.scanName}
          </a>
        </p>
      )}
      {form.asksTime ? (
        <>
          <h2>Time</h2>
          {form.isUnpriced ? (
            <Inset>The money for this time could not be worked out. Ask whoever looks after the payment rates.</Inset>
          ) : null}
          <SummaryList rows={form.time} />
          <Radios
            {...field("right", form.right)}
            legend="Is this right?"
            hint={`As ${form.firstName} wrote it.`}
            options={[
              { value: "right", label: "Yes" },
              { value: "different", label: "No, something is different" },
            ]}
          />
          <LongField
            {...field("differs", form.differs)}
            label="What is different?"
            hint="In their own words. The payments team reads this."
            rows={3}
          />
          <Radios
            {...field("employer", form.employer)}
            legend="Is an employer paying them for this time?"
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
              { value: "not-said", label: "They did not say" },
            ]}
          />
          {form.asksOwnTime ? (
            <Radios
              {...field("ownTime", form.ownTime)}
              legend="Were they here in their own time?"
              options={[
                { value: "yes", label: "Yes, in their own time" },
                { value: "no", label: "No, in time for their job" },
                { value: "not-said", label: "They did not say about their time" },
              ]}
            />
          ) : null}
        </>
      ) : null}
      {form.asksChoice ? <ChoiceFields form={form} field={field} /> : null}
      <h2>Costs</h2>
      {form.costs.length === 0 ? (
        <p>No costs are typed in yet.</p>
      ) : (
        <SummaryList
          rows={form.costs.map(({ id, label, amount, notes, href }) => ({
            name: label,
            answer: (
              <>
                {[amount, ...notes].map((line) => (
                  <div key={`${id} ${line}`}>{line}</div>
                ))}
              </>
            ),
            change: { href },
          }))}
        />
      )}
      <p>
        Costs so far: <strong>{form.soFar}</strong>
      </p>
      {form.kinds.length === 0 ? (
        <p>The offer for this meeting pays no costs.</p>
      ) : (
        <>
          <SelectField {...field("kind")} label="Add a cost (optional)" blank="Choose what it was for" options={form.kinds} />
          <ButtonGroup>
            <Button kind="secondary" intent="add">
              Add this cost
            </Button>
          </ButtonGroup>
        </>
      )}
      {form.question === "" ? null : (
        <>
          <h2>Our question</h2>
          <p className="keeps-lines">{form.question}</p>
          <LongField {...field("answer")} label="What did they answer?" rows={3} />
        </>
      )}
      <h2>Signed</h2>
      <TextField {...field("signedName", form.signedName)} label="Name it is signed with" autoComplete="off" />
      <Tick
        name="signed"
        label="They signed the form, or said yes to all of it by phone."
        isTicked={answer.value("signed") === "yes"}
        error={answer.error("signed")}
      />
      <ButtonGroup>
        <Button intent="send">Send this claim</Button>
      </ButtonGroup>
    </PageForm>
  );
}

type FieldOf = (name: string) => { readonly name: string; readonly value: string; readonly error: string | undefined };

function ChoiceFields({ form, field }: { readonly form: PaperFormView; readonly field: FieldOf }): ReactElement {
  return (
    <>
      <h2>What they chose</h2>
      <p>{form.firstName} has not chosen online. Type in only what is on the form. It is private: do not tell anybody else.</p>
      <Radios
        {...field("payKind")}
        legend="How much would they like to be paid?"
        options={[
          { value: "full", label: "The full payment" },
          { value: "less", label: "A smaller amount, written below" },
          { value: "costs-only", label: "No payment, only their costs" },
          { value: "nothing", label: "No payment and no costs" },
        ]}
      />
      <MoneyField {...field("payLess")} label="Smaller amount, in pounds (optional)" />
      <Radios {...field("payHow")} legend="How do they want to be paid?" options={form.ways} />
    </>
  );
}
