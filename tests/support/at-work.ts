// People at work on the pages, each in a browser of their own, who know buttons and links by what they say.
import type { Browser, Page } from "playwright/test";
import { expect, expectAccessible, expectNoSideways } from "./journey.ts";
import { wordsOf } from "./texts.ts";

const { t } = wordsOf("en");

/** A browser of somebody, signed in as that person of the demonstration where one is named. */
export async function come(browser: Browser, baseURL: string, name?: string, { width = 1280, hasScripts = true } = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScripts, viewport: { width, height: 900 } });
  const page = await context.newPage();
  if (name) {
    await page.goto("/demonstration/people");
    await page.getByRole("button").filter({ hasText: name }).click();
    await page.waitForURL(({ pathname }) => !pathname.startsWith("/demonstration"));
  }
  return page;
}

export const main = (page: Page) => page.locator("main");
/** A button or a link of that name. */
export const named = (page: Page, key: string) => main(page).getByRole("button", { name: t(key), exact: true }).or(main(page).getByRole("link", { name: t(key), exact: true })).first();
export const press = (page: Page, key: string) => named(page, key).click();
export const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
};
/** The three fields of a day. */
export const onDay = (name: string, day: string) => {
  const [year = "", month = "", date = ""] = day.split("-");
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** It can be read by everybody, as wide as it is. */
export async function look(page: Page) {
  await expectNoSideways(page, page.viewportSize()!.width);
  await expectAccessible(page);
}

/** Reloads until what a job makes is there. */
export async function until(page: Page, there: () => Promise<void>) {
  await expect(async () => {
    await page.reload();
    await there();
  }).toPass({ timeout: 60_000 });
}
