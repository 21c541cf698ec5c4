// What people have before them on a journey: a narrow phone without scripts, or a wide screen.
import type { Browser, Page } from "playwright/test";
import type { RunningServer } from "./server.ts";

type Where = Pick<RunningServer, "url">;

// because a busy machine is slow, not wrong
const patience = 20_000;

async function openPage(browser: Browser, options: Parameters<Browser["newContext"]>[0]): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(patience);
  return page;
}

export function onPhone(browser: Browser, { url }: Where): Promise<Page> {
  return openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 }, baseURL: url });
}

export function atDesk(browser: Browser, { url }: Where): Promise<Page> {
  return openPage(browser, { viewport: { width: 1280, height: 900 }, baseURL: url });
}
