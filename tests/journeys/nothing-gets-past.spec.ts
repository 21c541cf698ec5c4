// What a browser's page would never send, and what every answer must carry.
import { connect } from "node:net";
import fc from "fast-check";
import { expect, test } from "#tests/support/journey.ts";

const form = { "Content-Type": "application/x-www-form-urlencoded" };

test("every page carries a strict content policy and no script of its own", async ({ request }) => {
  const answer = await request.get("/");
  const headers = answer.headers();
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)/);
});

test("a post from another site is refused in words", async ({ request }) => {
  const answer = await request.post("/cy/sign-in", { headers: { ...form, Origin: "https://elsewhere.example" }, data: "email=a" });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('lang="cy"');
});

test("a post that claims no site but comes from another is refused", async ({ request }) => {
  const headers = { ...form, "Sec-Fetch-Site": "cross-site" };
  expect((await request.post("/sign-in", { headers, data: "email=a" })).status()).toBe(403);
});

test("a body too large is refused before it is read", async ({ request }) => {
  const answer = await request.post("/sign-in", { headers: form, data: `email=${"a".repeat(3 * 1024 * 1024)}` });
  expect(answer.status()).toBe(413);
});

test("other kinds of content and of request are refused", async ({ request }) => {
  expect((await request.post("/sign-in", { data: { email: "a" } })).status()).toBe(415);
  expect((await request.put("/sign-in", { headers: form, data: "email=a" })).status()).toBe(405);
  expect((await request.delete("/sign-in")).status()).toBe(405);
});

test("addresses with broken escapes, NUL or absurd length are a plain 400", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  const statusOf = (path: string) =>
    new Promise<string>((done, failed) => {
      const socket = connect(Number(port), hostname, () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`));
      socket.once("data", (chunk) => {
        done(chunk.toString().slice(9, 12));
        socket.destroy();
      });
      socket.once("error", failed);
    });
  for (const path of ["/%ff", "/%", "/marlshire%00", "/marlshire/consultations?after=%00", `/${"a".repeat(5000)}`]) expect(await statusOf(path), path).toBe("400");
});

test("an address nobody answers is a page in the language of the address", async ({ page }) => {
  const answer = await page.goto("/ur/marlshire/nothing-here");
  expect(answer?.status()).toBe(404);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ur");
});

test("a remembered language redirects to its address, and choosing English forgets it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(page).toHaveURL(/\/cy\/?$/);
  await page.goto("/accessibility");
  await expect(page).toHaveURL(/\/cy\/accessibility$/);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/[^y]\/accessibility$/);
  await page.goto("/privacy");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("whatever is posted to a page of questions or to any other form, the answer is never a fault of ours", async ({ request }) => {
  test.setTimeout(180_000);
  const list = await (await request.get("/marlshire/consultations")).text();
  const consultation = /href="(\/marlshire\/consultations\/[a-z0-9]+)"/.exec(list)?.[1] ?? "";
  expect(consultation).not.toBe("");
  const begun = await request.post(`${consultation}/respond`, { headers: form, data: "" });
  expect(begun.url()).toContain("/respond/questions/");
  const addresses = [
    new URL(begun.url()).pathname,
    ...["", "/about-you", "/permission", "/check-answers", "/equality", "/sent", "/save", "/return"].map((end) => `${consultation}/respond${end}`),
    ...["/marlshire/responses", "/marlshire/responses/lost", "/marlshire/responses/mine", "/sign-in", "/sign-in/code", "/sign-in/link", "/sign-out"],
    ...["/demonstration/people", "/marlshire/office", "/nobody-answers-this"],
  ];
  const name = fc.oneof(fc.constantFrom("email", "reference", "_intent", "_page", "code", "token", "person", "as", "answer", "permission", "__proto__", "constructor"), fc.string());
  const body = fc.oneof(
    fc.array(fc.tuple(name, fc.string({ unit: "binary", maxLength: 300 })), { maxLength: 30 }).map((fields) => new URLSearchParams(fields).toString()),
    fc.string({ unit: "binary", maxLength: 2000 }),
    fc.constantFrom("%", "%00=%00", "a=%ff%fe&b", "_intent=keep&_page=%ED%A0%80", "email[]=1&email[a]=2"),
  );
  const boundary = fc.string({ unit: "binary", maxLength: 500 }).map((part) => `--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n${part}`);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...addresses), body, async (address, data) => {
      const answer = await request.post(address, { headers: form, data: Buffer.from(data), maxRedirects: 0 });
      expect(answer.status(), `${address} ${data}`).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...addresses), boundary, async (address, data) => {
      const headers = { "Content-Type": "multipart/form-data; boundary=x" };
      const answer = await request.post(address, { headers, data: Buffer.from(data), maxRedirects: 0 });
      expect(answer.status(), `${address} ${data}`).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
});
