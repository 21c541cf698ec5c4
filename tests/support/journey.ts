// What every journey starts from: a page on which an error in the console, a refused script or a thrown one is a failure,
// and the check that axe finds nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import { expect, test as base, type Frame, type Page } from "playwright/test";

export { expect };

/** Ends the test at once, or goes on and says all it found (`expect.soft`). */
export type Assert = typeof expect.soft;

export const test = base.extend<{ page: Page; losesConnection: boolean }>({
  /** Set by a journey in which the server or the network goes away on purpose. */
  losesConnection: [false, { option: true }],
  page: async ({ page, losesConnection }, provide) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(`thrown: ${error.message}`));
    page.on("console", (message) => {
      // because the browser itself reports every answer of 400 and above, which many journeys are about
      const isStatus = message.text().startsWith("Failed to load resource: the server responded with a status of");
      const isLost = losesConnection && message.text().startsWith("Failed to load resource: net::");
      if (message.type() === "error" && !isStatus && !isLost) problems.push(`console: ${message.text()}`);
    });
    await provide(page);
    expect(problems, "errors in the browser").toEqual([]);
  },
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe finds nothing on this page or in a frame of it, by the rules of WCAG 2.2 AA and its own good practice. */
export async function expectAccessible(page: Page, assert: Assert = expect) {
  for (const frame of page.frames()) assert(await violationsIn(frame), `axe on ${frame.url()}`).toEqual([]);
}

/** Run in the page itself, and telling violations alone, because that takes a fifth of the time. */
async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  return await frame.evaluate(async () => {
    // because no timer of a page without scripts ever goes off, and axe waits for its own
    if (matchMedia("(scripting: none)").matches) {
      window.setTimeout = ((work: () => void) => void Promise.resolve().then(work)) as unknown as typeof window.setTimeout;
    }
    const { run } = (window as unknown as { axe: { run: (on: Document, options: RunOptions) => Promise<AxeResults> } }).axe;
    const { violations } = await run(document, { resultTypes: ["violations"], iframes: false });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}`).join("\n")}`);
  });
}

/** Nothing runs off the side of the window, at 320 CSS pixels too (WCAG 2.2, 1.4.10). */
export async function expectNoSideways(page: Page, width: number, assert: Assert = expect) {
  const needed = await page.locator("html").evaluate((html) => html.scrollWidth);
  assert(needed, `width of ${page.url()}`).toBeLessThanOrEqual(width);
}
