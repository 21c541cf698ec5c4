// Two officers edit the same form in two browsers, one of them without scripts, by keyboard alone, and lose nothing.
import type { Browser, Locator, Page } from "playwright/test";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { enter } from "#tests/support/keyboard.ts";
import { wordsOf } from "#tests/support/texts.ts";

const { t } = wordsOf("en");

async function signInAs(page: Page, name: string) {
  await page.goto("/demonstration/people");
  await page.getByRole("button", { name: t("people:demonstration.signInAs", { name }) }).click();
  await expect(page).toHaveURL(/\/(marlshire|demonstration)/);
}

async function another(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await signInAs(page, name);
  return page;
}

/** By its key, where Tab has been shown to reach such a one. */
async function press(target: Locator) {
  await target.focus();
  await target.press("Enter");
}

async function write(page: Page, id: string, text: string) {
  await page.locator(`[id="${id}"]`).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

const look = async (page: Page) => {
  await expectNoSideways(page, page.viewportSize()!.width);
  await expectAccessible(page);
};

test("two officers edit the same form at once, by keyboard, and lose nothing", async ({ page, browser }) => {
  test.setTimeout(240_000);
  await signInAs(page, "Farzana Mahmood");
  await page.goto("/marlshire/office/consultations/new");
  await page.getByLabel(t("shared:in-language.en")).first().fill("Walking and wheeling");
  await page.getByLabel(t("templates:name.chapters")).check();
  await page.getByRole("button", { name: t("creating:create") }).click();
  const form = `${new URL(page.url()).pathname}/form`;
  await page.goto(form);
  await look(page);

  await enter(page, page.locator("button", { hasText: t("shared:move.down") }).nth(1));
  await expect(page.locator("#said")).toContainText("moved");
  await expect(page.locator("button:focus")).toContainText(t("shared:move.down"));

  await enter(page, page.getByRole("link", { name: new RegExp(`^${t("editing:form.add-question")}`) }).first());
  await look(page);
  await enter(page, page.getByRole("link", { name: t("editing:type.one-choice.name"), exact: true }));
  await write(page, "label-en", "Which way do you walk?");
  await write(page, "options.N1.label-en", "By the river");
  await enter(page, page.getByRole("button", { name: t("editing:add.options") }));
  await expect(page.locator('[id="options.N4.label-en"]')).toBeFocused();
  await expect(page.locator("#label-en")).toHaveValue("Which way do you walk?");
  await page.keyboard.type("Over the hill");
  await page.keyboard.press("Enter");
  await expect(page.locator("#said")).toContainText("Which way do you walk?");
  await expect(page.locator("a:focus")).toContainText("Which way do you walk?");

  const ruth = await another(browser, "Ruth Pemberton");
  await ruth.goto(form);
  await look(ruth);
  const question = new URL((await page.locator("a:focus").getAttribute("href"))!, page.url()).pathname;
  for (const one of [page, ruth]) await one.goto(question);
  await write(ruth, "label-en", "Which way do you go on foot?");
  await press(ruth.getByRole("button", { name: t("editing:save"), exact: true }).last());
  await expect(ruth).toHaveURL(/\?edit=/);
  await write(page, "label-en", "How do you walk?");
  await write(page, "hint-en", "Choose one.");
  await press(page.getByRole("button", { name: t("editing:save"), exact: true }).last());
  await look(page);
  for (const said of ["Ruth Pemberton", "Which way do you go on foot?", "How do you walk?"]) await expect(page.locator("main")).toContainText(said);
  await expect(page.locator("#hint-en")).toHaveValue("Choose one.");
  await page.getByLabel(t("editing:clash.mine"), { exact: false }).first().focus();
  await page.keyboard.press("ArrowDown");
  await press(page.getByRole("button", { name: t("editing:save"), exact: true }).last());
  await expect(page).toHaveURL(/\?edit=/);
  await page.goto(question);
  await expect(page.locator("#label-en")).toHaveValue("Which way do you go on foot?");
  await expect(page.locator("#hint-en")).toHaveValue("Choose one.");

  await ruth.goto(form);
  await press(ruth.getByRole("button", { name: new RegExp(`^${t("editing:form.undo")}`) }));
  await expect(ruth.locator("#said")).toContainText("Which way do you go on foot?");
  await ruth.goto(form);
  await press(ruth.getByRole("button", { name: new RegExp(`^${t("editing:form.redo")}`) }));
  await page.goto(question);
  await expect(page.locator("#hint-en")).toHaveValue("Choose one.");
  await press(ruth.getByRole("link", { name: t("editing:edits.heading") }));
  await look(ruth);
  for (const said of ["Ruth Pemberton", "Farzana Mahmood"]) await expect(ruth.locator("table")).toContainText(said);
});
