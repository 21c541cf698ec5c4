// An officer reads how a consultation goes and what was answered, takes the responses away as CSV, and opens and closes
// another. By keyboard where it matters, in every language, narrow and wide, with and without scripts.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { languages } from "#app/shared/languages.ts";
import type { Translate } from "#app/shared/words.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { enter, tabTo } from "#tests/support/keyboard.ts";
import { pairwise } from "#tests/support/pairs.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

async function signInAs(page: Page, name: string) {
  const { t } = wordsOf("en");
  await page.goto("/demonstration/people");
  await page.getByRole("button", { name: t("people:demonstration.signInAs", { name }) }).click();
  await expect(page).toHaveURL(/\/marlshire/);
}

/** The closed consultation that was answered: the oldest, because another journey closes one that nobody has answered. */
function answered(page: Page, t: Translate) {
  return page.getByRole("row").filter({ hasText: t("life:state.closed") }).last().getByRole("link").first();
}

const ways = pairwise({ language: languages, width: [320, 1280], scripts: [true, false] });
for (const { language, width, scripts } of ways) {
  test.describe(`in ${language}, ${width} wide, ${scripts ? "with" : "without"} scripts`, () => {
    test.use({ viewport: { width, height: 800 }, javaScriptEnabled: scripts, locale: "en-GB" });

    test("an analyst reads the counts, the results and what people wrote", async ({ page }) => {
      const { t } = wordsOf(language);
      const look = async () => {
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expectNoSideways(page, width);
        await expectAccessible(page);
      };
      await signInAs(page, "Dawit Haile");
      await page.goto(inLanguage(language, "/tolbridge/office"));
      await look();
      await answered(page, t).click();
      await expect(page.getByRole("heading", { name: t("office:counts.heading"), exact: true })).toBeVisible();
      await look();
      await page.getByRole("link", { name: t("office:room.results") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(t("office:results.heading"));
      await look();
      await page.getByRole("link", { name: new RegExp(`^${t("office:results.read").slice(0, 8)}`) }).first().click();
      await look();
    });
  });
}

test("the responses come as CSV with a guide to its columns, without references or anything that reaches a person", async ({ page }) => {
  const { t } = wordsOf("en");
  await signInAs(page, "Dawit Haile");
  await page.goto("/tolbridge/office");
  await answered(page, t).click();
  const take = async (key: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: t(key) }).click()]);
    return (await readFile(await download.path(), "utf8")).replace(/^\uFEFF/, "");
  };
  const responses = await take("office:room.responses-csv");
  expect(responses.split("\r\n").length).toBeGreaterThan(300);
  expect(responses).not.toMatch(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/);
  expect(responses).not.toMatch(/@\w+\.example/);
  const guide = await take("office:room.columns-csv");
  for (const column of responses.split("\r\n")[0]!.split(",")) expect(guide).toContain(column);
});

test("by keyboard alone, an approver opens a consultation and closes it, and the public page follows", async ({ page, browser }) => {
  const { t } = wordsOf("en");
  await signInAs(page, "Alun Prosser");
  await page.goto("/wenlow-vale/office");
  await enter(page, page.getByRole("row").filter({ hasText: t("life:state.scheduled") }).getByRole("link").first());
  await expect(page.getByRole("link", { name: t("life:deed.open") }).or(page.getByRole("button", { name: t("life:deed.open") }))).toBeVisible();
  const office = page.url();
  const stranger = await (await browser.newContext()).newPage();
  const publicPage = office.replace("/office/", "/").replace(/[?#].*$/, "");
  await stranger.goto(publicPage);
  await expect(stranger.locator("main")).toContainText(t("consultations:state.scheduled"));

  await enter(page, page.getByRole("link", { name: t("life:deed.open") }).or(page.getByRole("button", { name: t("life:deed.open") })));
  await expect(page.getByRole("button", { name: t("life:ask.open.yes") })).toBeVisible();
  await expectAccessible(page);
  await enter(page, page.getByRole("button", { name: t("life:ask.open.yes") }));
  await expect(page.locator("main")).toContainText(t("life:done.open"));
  await expectAccessible(page);
  await stranger.goto(publicPage);
  await expect(stranger.locator("main")).toContainText(t("consultations:read.respond"));

  await enter(page, page.getByRole("link", { name: t("life:deed.close") }).or(page.getByRole("button", { name: t("life:deed.close") })));
  await expect(page.getByRole("button", { name: t("life:ask.close.yes") })).toBeVisible();
  await tabTo(page, page.locator("#reason-en"));
  await page.keyboard.type("The board meets sooner.");
  await enter(page, page.getByRole("button", { name: t("life:ask.close.yes") }));
  await expect(page.locator("main")).toContainText(t("life:done.close"));
  await stranger.goto(publicPage);
  await expect(stranger.locator("main")).toContainText(t("consultations:state.closed"));
});
