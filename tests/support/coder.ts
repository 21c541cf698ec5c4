// A coder at work on the pages: what was handed out to them, text by text, with keys.
import { expect, type Page } from "playwright/test";

/** The codes that somebody gave a text. */
export type Given = { textId: string; codes: readonly string[] };

/** Codes that can be taken off again: not those that another text of a campaign has for all of them. */
const own = (page: Page) => page.locator(".coding-list li").filter({ has: page.locator("form") });

/** Gives the text that is open a code: by its number where it was given before, else by its name. */
async function giveCode(page: Page, code: string): Promise<void> {
  const recent = page.locator('[aria-labelledby="recent-codes"] button').filter({ has: page.getByText(code, { exact: true }) });
  if ((await recent.count()) > 0) await page.keyboard.press((await recent.getAttribute("aria-keyshortcuts"))!);
  else {
    await page.keyboard.press("c");
    await expect(page.locator("#code-search")).toBeFocused();
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
  }
  await expect(own(page).locator("bdi").getByText(code, { exact: true })).toBeVisible();
}

/** From the page of their own work through all that is theirs, each text with the codes that `judge` says; what was given to which. */
export async function codeOwnWork(page: Page, judge: (text: string) => readonly string[]): Promise<Given[]> {
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  await expect(page.locator("#code-search")).toBeVisible();
  const given: Given[] = [];
  for (;;) {
    const text = (await page.locator("article blockquote").innerText()).trim();
    const codes = judge(text);
    for (const code of codes) await giveCode(page, code);
    const at = new URL(page.url()).pathname;
    given.push({ textId: at.split("/").at(-1)!, codes });
    if (await page.locator("#code-search").evaluate((field) => field === document.activeElement)) await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await page.waitForURL(({ pathname }) => pathname !== at);
    if (page.url().endsWith("done=all")) return given;
    await expect(page.locator(".reading__done-panel form")).toHaveAttribute("action", new RegExp(new URL(page.url()).pathname));
  }
}
