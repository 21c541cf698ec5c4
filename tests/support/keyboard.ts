// A page walked by keyboard alone.
import { expect, type Locator, type Page } from "playwright/test";

/** Presses Tab until this has the focus; fails when it cannot be reached, or when its focus cannot be seen. */
export async function tabTo(page: Page, target: Locator, most = 120) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) {
      const seen = await target.evaluate((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" || style.boxShadow !== "none" || style.textDecorationLine !== "none";
      });
      expect(seen, "the focus can be seen").toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

/** Reaches it by Tab and presses Enter. */
export async function enter(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}
