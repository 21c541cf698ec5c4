// An officer writes a request for information down, finds the responses it is about, decides about each and fetches what is given; without scripts.
import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { wordsOf } from "#tests/support/texts.ts";
import { unzip } from "#tests/support/unzip.ts";

const { t } = wordsOf("en");
const w = (key: string, values: Record<string, string> = {}) => t(`information-requests:${key}`, values);

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

/** Decides about whichever response is shown, as it wants to be decided about. */
async function decide(page: Page): Promise<void> {
  const isConfidential = (await page.getByText(w("wanted.confidential"), { exact: true }).count()) > 0;
  if (isConfidential) {
    for (const [part, value] of [["day", "1"], ["month", "2"], ["year", "2026"]] as const) await page.locator(`#consulted-${part}`).fill(value);
    await page.getByLabel(w("decide.said")).fill("We could not reach them.");
  }
  const isCut = (await page.locator(".written-answer__words strong").count()) > 0 || (await page.getByText(w("text.held")).count()) > 0;
  const form = page.locator("form", { has: page.getByRole("button", { name: w("decide.yes") }) });
  await form.getByLabel(w(isConfidential ? "decision.withhold" : isCut ? "decision.redact" : "decision.disclose"), { exact: true }).check();
  if (isConfidential || isCut) await form.getByLabel(w(isConfidential ? "exemption.foia-41" : "exemption.foia-40")).check();
  await form.getByRole("button", { name: w("decide.yes") }).click();
  await expect(page.getByText(w("done.decided"))).toBeVisible();
}

test("a request is written down, responses found and decided, and what goes out holds nobody’s address and no answer about equality", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/demonstration/people");
  await page.getByRole("button", { name: t("people:demonstration.signInAs", { name: "Graham Tuffley" }) }).click();
  await page.goto("/tolbridge/office");
  await page.getByRole("link", { name: t("office:keeping.information-requests") }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: w("list.new") }).click();
  await page.getByRole("button", { name: w("new.yes") }).click();
  await expect(page.getByRole("alert")).toContainText(w("problem.asker-missing"));
  await page.getByLabel(/living in and around/i).check();
  await page.getByLabel(w("law.foia")).check();
  const today = new Date();
  for (const [part, value] of [["day", today.getUTCDate()], ["month", today.getUTCMonth() + 1], ["year", today.getUTCFullYear()]] as const) await page.locator(`#received-${part}`).fill(String(value));
  await page.getByLabel(w("new.asked")).fill("What did people say about the market?");
  await page.getByLabel(w("new.asker")).fill("Ivy Asker");
  await page.getByLabel(w("new.contact")).fill("ivy@asker.example");
  await expectNoSideways(page, 320);
  await page.getByRole("button", { name: w("new.yes") }).click();
  await expect(page.getByText(w("done.written"))).toBeVisible();
  await expect(page.locator("dl")).toContainText("Ivy Asker, ivy@asker.example");
  await expectAccessible(page);

  await page.getByRole("link", { name: w("given.find") }).click();
  await page.getByLabel(w("find.words"), { exact: true }).fill("market");
  await page.getByRole("button", { name: w("find.yes"), exact: true }).click();
  await expectAccessible(page);
  const choices = page.locator('input[name="response"]');
  const chosen = Math.min(3, await choices.count());
  expect(chosen).toBeGreaterThan(0);
  for (let index = 0; index < chosen; index += 1) await choices.nth(index).check();
  await page.getByRole("button", { name: w("find.add"), exact: true }).click();
  await expect(page.getByText(w("done.added"))).toBeVisible();
  await page.locator("table a").first().click();

  // a word of the first is kept from whoever asked
  const words = page.locator(".written-answer__words").first();
  const withheld = (await words.locator("span").first().innerText()).trim().split(/\s+/).slice(0, 3).join(" ");
  await page.locator("details summary").first().click();
  await page.getByLabel(w("text.words")).first().fill(withheld);
  await page.getByRole("button", { name: w("text.yes") }).first().click();
  await expect(page.getByText(w("done.words"))).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page, 320);
  for (let left = chosen; left > 0; left -= 1) {
    await decide(page);
    if (left > 1) await page.getByRole("link", { name: w("response.next") }).click();
  }

  await page.getByRole("link", { name: w("response.back") }).click();
  await page.getByRole("link", { name: w("responses.back") }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: w("given.bundle") }).click();
  const files = unzip(readFileSync(await (await download).path()));
  const all = Object.values(files).map((bytes) => bytes.toString("utf8")).join("\n");
  expect(Object.keys(files)).toEqual(["covering.html", "schedule.csv", "responses.html", "responses.csv"]);
  expect(files["covering.html"]!.toString("utf8")).toContain("What did people say about the market?");
  expect(files["responses.csv"]!.toString("utf8")).toContain(w("removed", { exemption: w("exemption.foia-40") }));
  expect(all).not.toMatch(/[\w.]+@[\w.]+\.\w+|Ivy Asker|ethnic|disab|sexual orientation|religio/i);

  await page.getByLabel(w("step.given-partly")).check();
  for (const [part, value] of [["day", today.getUTCDate()], ["month", today.getUTCMonth() + 1], ["year", today.getUTCFullYear()]] as const) await page.locator(`#on-${part}`).fill(String(value));
  await page.getByLabel(w("next.reason"), { exact: true }).fill("Some of it is personal data.");
  await page.getByRole("button", { name: w("next.yes") }).click();
  await expect(page.getByText(w("done.moved-on"))).toBeVisible();
  await expect(page.locator("dl").first()).toContainText(w("state.answered"));
});
