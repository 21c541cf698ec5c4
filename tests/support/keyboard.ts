// A page walked by keyboard alone.
import { expect, type Locator, type Page } from "playwright/test";
import type { Assert } from "./journey.ts";

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

/** Tab reaches everything that can be worked, in the order in which it is read, each with a focus that can be seen (WCAG 2.2, 2.1.1, 2.4.3, 2.4.7). */
export async function expectKeyboardOrder(page: Page, assert: Assert = expect) {
  const count = await page.evaluate(() => {
    const name = (element: Element) => `${element.tagName.toLowerCase()} ${element.id || (element.textContent ?? "").trim().slice(0, 40)}`;
    const isWorked = (element: HTMLElement) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled, [tabindex='-1']")) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
      const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(({ name, form }) => name === element.name && form === element.form);
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    };
    const worked = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter(isWorked);
    const walked: string[] = [];
    Object.assign(window, { worked: worked.map(name), walked });
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof HTMLElement) || target instanceof HTMLIFrameElement) return;
      const { outlineStyle, boxShadow, textDecorationLine } = getComputedStyle(target);
      const isSeen = outlineStyle !== "none" || boxShadow !== "none" || textDecorationLine !== "none";
      walked.push(isSeen ? name(target) : `${name(target)}: its focus cannot be seen`);
    });
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.collapse(document.body, 0);
    return worked.length;
  });
  // Past this page's browser driver, which keeps a picture of the page for each press of a key.
  const keys = await page.context().newCDPSession(page);
  const inFrames = 60 * (page.frames().length - 1);
  for (let presses = 0; presses < count + inFrames; presses += 1) {
    await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
    await keys.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
  }
  await keys.detach();
  const { walked, worked } = await page.evaluate(() => {
    const { walked, worked } = window as unknown as { walked: string[]; worked: string[] };
    return { walked: walked.slice(0, worked.length), worked };
  });
  assert(walked, `keyboard on ${page.url()}`).toEqual(worked);
}
