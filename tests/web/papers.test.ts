// Papers through the real web server: lists of links, pages, and files to keep, each only in the right hands.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let reference: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  const meeting = await app.instance
    .context()
    .db.query.meetings.findFirst({ where: (table, { gt }) => gt(table.date, "2026-11-23" as never) });
  reference = meeting?.reference ?? "";
}, 120_000);
afterAll(() => app.close());

/** Every link of a page that begins so. */
function linksIn(html: string, begins: string): readonly string[] {
  return [...html.matchAll(/href="([^"]+)"/gu)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => href.startsWith(begins));
}

describe("a coordinator", () => {
  test("finds every paper of a meeting as a page and in three sizes, with its pages said in the link", async () => {
    const asha = await new Visitor(app).signInAs("coordinator");
    const answer = await asha.get(`/meetings/${reference}/print`);
    expect(answer.status).toBe(200);
    for (const words of ["Access plan, without names, 18 point (PDF, ", "Venue checklist (web page)", "Papers for Maryam Sheikh"])
      expect(answer.text).toContain(words);
    for (const href of linksIn(answer.html, `/meetings/${reference}/print/`)) {
      const paper = await asha.get(href);
      expect(paper.status, href).toBe(200);
      if (!href.endsWith(".pdf")) continue;
      expect(paper.headers.get("Content-Type")).toBe("application/pdf");
      expect(paper.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[a-z0-9-]+\.pdf"$/u);
      expect(paper.headers.get("Cache-Control")).toContain("no-store");
      expect(paper.html.startsWith("%PDF-1.7")).toBe(true);
    }
  }, 60_000);

  test("finds the letters and forms of one person", async () => {
    const asha = await new Visitor(app).signInAs("coordinator");
    const [person = ""] = linksIn((await asha.get(`/meetings/${reference}/print`)).html, `/meetings/${reference}/print?for=`);
    const answer = await asha.get(person);
    expect(answer.text).toContain("Joining instructions");
    const files = linksIn(answer.html, `/meetings/${reference}/print/`).filter((href) => href.includes("-12-point.pdf"));
    expect(files).toHaveLength(11);
    for (const file of files) expect((await asha.get(file)).headers.get("Content-Disposition")).toMatch(/person-\d+-12-point/u);
  }, 60_000);

  test.each([
    "print/nonsense",
    "print/access-plan/access-plan-11-point.pdf",
    "print/offer-letter",
    "print?for=nobody",
    "print/access-plan/x",
  ])("finds nothing at %s", async (end) => {
    const asha = await new Visitor(app).signInAs("coordinator");
    expect((await asha.get(`/meetings/${reference}/${end}`)).status).toBe(404);
    expect((await asha.get(`/meetings/ZZZZZZZZ/${end}`)).status).toBe(404);
  });
});

describe("others", () => {
  test("a stranger is asked to sign in, and finance finds no plan", async () => {
    for (const path of ["print", "print/access-plan", "print/access-plan/access-plan-12-point.pdf"]) {
      expect((await new Visitor(app).get(`/meetings/${reference}/${path}`)).location).toContain("/sign-in");
      const tom = await new Visitor(app).signInAs("checks");
      expect((await tom.get(`/meetings/${reference}/${path}`)).status).toBe(404);
    }
  });

  test("finance has the forms of a claim, as a page and as a file", async () => {
    const claim = await app.instance.context().db.query.claims.findFirst({ where: (table, { ne }) => ne(table.state, "open") });
    const tom = await new Visitor(app).signInAs("checks");
    const page = await tom.get(`/payments/claims/${claim?.id ?? ""}/form/read/expenses-claim-form`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Expenses claim form");
    const file = await tom.get(`/payments/claims/${claim?.id ?? ""}/form/involvement-payment-claim-form-18-point.pdf`);
    expect(file.headers.get("Content-Type")).toBe("application/pdf");
    for (const path of ["form/access-plan-12-point.pdf", "form/read/access-plan"])
      expect((await tom.get(`/payments/claims/${claim?.id ?? ""}/${path}`)).status).toBe(404);
    const asha = await new Visitor(app).signInAs("coordinator");
    expect((await asha.get(`/payments/claims/${claim?.id ?? ""}/form/expenses-claim-form-12-point.pdf`)).status).toBe(404);
  });

  test("a person finds their own papers, and only theirs", async () => {
    const fiadh = await new Visitor(app).signInAs("attendee");
    const answer = await fiadh.get(`/my/m/${reference}/papers`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Letter about involvement and payment, 12 point (PDF, 1 page)");
    const links = linksIn(answer.html, `/my/m/${reference}/papers/`);
    expect(links.length).toBeGreaterThan(10);
    for (const href of links) expect((await fiadh.get(href)).status, href).toBe(200);
    expect((await fiadh.get(`/my/m/${reference}/papers/access-plan-12-point.pdf`)).status).toBe(404);
    expect((await new Visitor(app).get(`/my/m/${reference}/papers`)).status).toBe(404);
    const bare = await fiadh.get(`/my/m/${reference}/papers/read/jobcentre-letter?letter=chosen`);
    expect(bare.text).not.toContain("Fiadh");
  }, 60_000);
});
