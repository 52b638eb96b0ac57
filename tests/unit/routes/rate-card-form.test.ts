// The form of a rate card: what is typed becomes a card, and a card becomes what is typed.
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { publishedCards } from "#app/domain/payments/published-cards.ts";
import { cardForm, cardFrom, shapeOf, typedFromCard, withOneMore } from "#app/routes/settings.rates.new/form.ts";

const base = { breaks: { kind: "count" }, paysPlannedTime: true, cancellation: [] } as const;

function read(typed: Readonly<Record<string, readonly string[]>>) {
  const shape = shapeOf(typed);
  const said = Object.fromEntries(
    Object.entries(typed).map(([name, values]) => [name, /^(?:activities|modes|includes)/u.test(name) ? values : values[0]]),
  );
  const parsed = cardForm(shape).safeParse({ ...said, starts: { day: "1", month: "12", year: "2026" } });
  if (!parsed.success) throw new Error(parsed.error.message);
  return cardFrom(parsed.data, shape);
}

describe("a rate card typed in", () => {
  test.each(publishedCards.map((card) => [card.publisher, card] as const))("comes back the same from the boxes: %s", (_, published) => {
    const lines = published.buildLines({ halfDayMinutes: 210 });
    if (!lines.ok) throw new Error(lines.refusal);
    const card = read(typedFromCard({ ...base, name: published.name, source: published.source, lines: lines.value }));
    if (!card.ok) throw new Error(JSON.stringify(card.problems));
    expect(card.value.lines.map(({ code: _code, ...line }) => line)).toEqual(lines.value.map(({ code: _code, ...line }) => line));
  });

  test("rules for meetings that are called off come back too, with notice in hours", () => {
    const rule = {
      cancelledBy: "organiser",
      noticeUnderMinutes: 2880,
      pays: { kind: "percent", percent: 50 },
      paysPreparationDone: true,
    } as const;
    const lines = [
      {
        code: "x",
        label: "One event",
        activities: "any",
        roles: "any",
        modes: "any",
        basis: { kind: "fixed-per-event", amount: penceOf(5000) },
        includes: ["reading"],
        dayCap: penceOf(9000),
      },
    ] as const;
    const source = { title: "Board", checkedOn: publishedCards[0]!.source.checkedOn };
    const card = read(typedFromCard({ ...base, name: "Ours", source, lines, cancellation: [rule] }));
    expect(card).toMatchObject({ ok: true, value: { cancellation: [rule], lines: [{ includes: ["reading"], dayCap: 9000 }] } });
  });

  test("an amount that is no amount is said where it stands, and an empty form asks for a rate", () => {
    const empty = { name: ["Ours"], source: ["Board"], breaks: ["count"], planned: ["yes"] };
    expect(read(empty)).toEqual({ ok: false, problems: [{ field: "label1", message: "Add at least 1 rate" }] });
    expect(read({ ...empty, label1: ["Hour"], basis1: ["per-minute"], amount1: ["ten"] })).toEqual({
      ok: false,
      problems: [{ field: "amount1", message: "Amount must be an amount, like 12.50" }],
    });
  });

  test("one more rate, band or rule is one more and no more than the form can hold", () => {
    expect(withOneMore("add-rate", { lines: ["2"] })).toMatchObject({ lines: ["3"] });
    expect(withOneMore("add-rate", { lines: ["20"] })).toMatchObject({ lines: ["20"] });
    expect(withOneMore("add-band-1", { bands1: ["2"] })).toMatchObject({ bands1: ["3"] });
    expect(withOneMore("", {})).toBeUndefined();
  });
});
