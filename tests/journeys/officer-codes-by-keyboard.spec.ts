// An officer codes what people wrote, with keys alone, and takes back what was wrong; another does so on a narrow phone without scripts.
import type { Page } from "playwright/test";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { wordsOf } from "#tests/support/texts.ts";

const { t } = wordsOf("en");

async function openTexts(page: Page, name: string): Promise<string> {
  await page.goto("/demonstration/people");
  await page.getByRole("button", { name: t("people:demonstration.signInAs", { name }) }).click();
  await page.goto("/tolbridge/office");
  const address = await page.getByRole("link", { name: /living in and around/i }).first().getAttribute("href");
  // nobody has coded these yet
  await page.goto(`${address}/analysis/reading/anything-else`);
  await page.getByRole("button", { name: t("reading:question.one-by-one") }).click();
  await expect(page.locator("#codes-heading")).toBeVisible();
  return page.url();
}

test("codes are found, given to a part, repeated and taken off by keys, which can be switched off", async ({ page }) => {
  test.setTimeout(180_000);
  await openTexts(page, "Ruth Pemberton");
  await expect(page.locator("#code-search")).toBeVisible();
  const own = page.locator(".coding-list li").filter({ has: page.locator("form") });
  const before = await own.count();

  await page.keyboard.press("v");
  const part = await page.locator("#part").inputValue();
  expect(part.length).toBeGreaterThan(3);
  await page.keyboard.press("t");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#stance")).toHaveValue("support");
  await page.locator("#stance").blur();
  await page.keyboard.press("c");
  await page.keyboard.type("other");
  await expect(page.locator("#code-search-found")).toContainText("1");
  await page.keyboard.press("Enter");
  await expect(page.locator(".reading__done")).toHaveText(t("coding:done.code"));
  await expect(own).toHaveCount(before + 1);
  await expect(page.locator(".written-answer__words .coded").first()).toHaveText(part);
  await expect(page.locator("#part")).toHaveValue("");
  await expect(page.locator("#code-search")).toBeFocused();
  await page.keyboard.press("Escape");
  await expectAccessible(page);

  const first = page.url();
  await page.keyboard.press("u");
  await expect(page).not.toHaveURL(first);
  await expect(own).toHaveCount(0);
  await page.keyboard.press(".");
  await expect(own).toHaveCount(1);
  await expect(own.first()).toContainText(t("coding:stance.support"));
  await page.keyboard.press("x");
  await expect(own).toHaveCount(0);
  await page.keyboard.press("1");
  await expect(own).toHaveCount(1);
  await page.keyboard.press("x");
  await expect(own).toHaveCount(0);

  await page.keyboard.press("?");
  await expect(page.getByText(t("coding:key.again"))).toBeVisible();
  await page.getByRole("button", { name: t("reading:keys.off") }).press("Enter");
  await page.keyboard.press("1");
  await page.keyboard.press("v");
  await expect(page.locator("#part")).toHaveValue("");
  await expect(own).toHaveCount(0);
});

test("the same is done on a narrow phone without scripts", async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await openTexts(page, "Ruth Pemberton");
  const own = page.locator(".coding-list li").filter({ has: page.locator("form") });
  const before = await own.count();
  await page.getByLabel(t("coding:part.label")).fill("words that nobody wrote");
  await page.locator("#codes summary").click();
  await page.locator("#codes").getByRole("button", { name: "Other", exact: true }).click();
  await expect(page.getByRole("link", { name: t("coding:problem.part-missing") })).toBeVisible();
  await expect(page.getByLabel(t("coding:part.label"))).toHaveValue("words that nobody wrote");
  await page.getByLabel(t("coding:part.label")).fill("");
  await page.locator("#stance").selectOption("question");
  await page.locator("#codes summary").click();
  await page.locator("#codes").getByRole("button", { name: "Other", exact: true }).click();
  await expect(own).toHaveCount(before + 1);
  await expectNoSideways(page, 320);
  await expectAccessible(page);
  await own.filter({ hasText: "Other" }).last().getByRole("button", { name: new RegExp(t("coding:uncode")) }).click();
  await expect(own).toHaveCount(before);
  await context.close();
});
