// Too much at once, and things that are no form: answered plainly and quickly, and nothing saved (promises.md R3, F17).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits } from "#app/web/server.ts";
import { openApp, origin, type App } from "#tests/support/app.ts";
import { contentsOf } from "#tests/support/two-organisations.ts";

let app: App;
let token: string;
const session = "E".repeat(43);
const headers = { Host: new URL(origin).host, Origin: origin, Cookie: `welcome=${session}` };
const formType = { "Content-Type": "application/x-www-form-urlencoded" };

beforeAll(async () => {
  app = await openApp();
  const page = await (await app.fetch(new Request(`${origin}/display`, { headers }))).text();
  token = /name="formToken" value="([^"]*)"/u.exec(page)?.[1] ?? "";
});
afterAll(() => app.close());

async function send(
  body: BodyInit,
  more: Readonly<Record<string, string>> = formType,
  path = "/setup",
): Promise<{ status: number; text: string }> {
  const streams = body instanceof ReadableStream ? { duplex: "half" as const } : {};
  const response = await app.fetch(new Request(`${origin}${path}`, { method: "POST", headers: { ...headers, ...more }, body, ...streams }));
  return { status: response.status, text: await response.text() };
}

const withToken = (rest: string): string => `formToken=${token}${rest}`;
const bytes = (length: number): string => withToken(`&note=${"a".repeat(length)}`).slice(0, length);
const fields = (count: number): string => withToken("&f=1".repeat(count - 1));

describe("a form that is too much", () => {
  test.each([
    ["one byte more than a form may have", () => bytes(limits.form + 1)],
    ["one field more than a form may have", () => fields(limits.fields + 1)],
    ["a field of one byte more than a field may have", () => withToken(`&note=${"a".repeat(limits.field + 1)}`)],
    ["a name longer than a field may be", () => withToken(`&${"n".repeat(limits.field + 1)}=1`)],
    ["a field that is long only because its letters are", () => withToken(`&note=${"%F0%9F%98%80".repeat(5_200)}`)],
  ])("is refused for %s, on a plain page", async (_what, body) => {
    const before = contentsOf(app);
    const answer = await send(body());
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("That was too much to send at once");
    expect(answer.text).toContain("Nothing was saved.");
    expect(contentsOf(app)).toBe(before);
  });

  test("is refused while it is still coming when it does not say how long it is", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new TextEncoder().encode("a".repeat(16 * 1024)));
        if (sent > 2_000) controller.close();
      },
    });
    const answer = await send(endless);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(50);
  });

  test("a form of exactly what is allowed is read", async () => {
    expect((await send(fields(limits.fields))).status).toBe(400);
    expect((await send(withToken(`&note=${"a".repeat(limits.field)}`))).status).toBe(400);
  });
});

describe("what is no form", () => {
  test.each([
    ["JSON", { "Content-Type": "application/json" }, '{"formToken":"x"}'],
    ["plain text", { "Content-Type": "text/plain" }, "formToken=x"],
    ["a form in parts without its boundary", { "Content-Type": "multipart/form-data" }, "formToken=x"],
    [
      "a form in parts that breaks off",
      { "Content-Type": "multipart/form-data; boundary=zz" },
      '--zz\r\nContent-Disposition: form-data; name="formToken"\r\n\r\nx',
    ],
    ["something without a type", { "Content-Type": "" }, "x"],
  ])("is refused as such: %s", async (_what, type, body) => {
    const answer = await send(body, type);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("We could not accept that form");
  });

  test("a large form in parts is refused by a page that takes no files", async () => {
    const form = new FormData();
    form.set("formToken", token);
    form.set("picture", new Blob([new Uint8Array(200 * 1024)]), "large.png");
    const whole = new Request(origin, { method: "POST", body: form });
    const answer = await send(await whole.arrayBuffer(), { "Content-Type": whole.headers.get("Content-Type") ?? "" });
    expect(answer.status).toBe(413);
  });

  test("a file where a page takes words is refused, never a fault", async () => {
    const form = new FormData();
    form.set("formToken", token);
    form.set("organisationName", new Blob(["<script>"]), "name.html");
    const whole = new Request(origin, { method: "POST", body: form });
    const answer = await send(await whole.arrayBuffer(), { "Content-Type": whole.headers.get("Content-Type") ?? "" });
    expect([400, 422]).toContain(answer.status);
  });
});
