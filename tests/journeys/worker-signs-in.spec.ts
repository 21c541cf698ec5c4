// Somebody who works with a partnership signs in by e-mail, and leaves a shared machine without leaving anything on it.
import type { Page } from "playwright/test";
import { languages, type Language } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

const officers: Record<Language, string> = {
  en: "dawit.haile@marlshire.example",
  cy: "alun.prosser@marlshire.example",
  ur: "nasreen.akhtar@marlshire.example",
};

async function expectGood(page: Page) {
  await expectAccessible(page);
  await expectNoSideways(page, 320);
}

/** The newest e-mail to an address, opened in a window of its own as a mail program would. */
async function openNewest(page: Page, language: Language, to: string) {
  const mail = await page.context().newPage();
  await mail.goto(inLanguage(language, "/demonstration/outbox"));
  await mail.getByRole("row").filter({ hasText: to }).first().getByRole("link").click();
  const code = /^\d{3} \d{3}$/m.exec(await mail.locator(".letter").innerText())?.[0] ?? "";
  return { mail, code };
}

for (const language of languages) {
  const { t, number } = wordsOf(language);
  const email = officers[language];

  test.describe(`in ${language}, 320 wide, without scripts`, () => {
    test.use({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false });

    test("an officer asks for a code, mistypes it, enters it, goes where they were going and signs out", async ({ page }) => {
      const office = inLanguage(language, "/marlshire/office");
      await page.goto(office);
      await expect(page).toHaveURL(new RegExp(`${inLanguage(language, "/sign-in")}\\?to=`));
      await expectGood(page);
      await page.getByRole("button", { name: t("people:signIn.send") }).click();
      await expect(page.getByRole("link", { name: t("people:signIn.error.missing") })).toBeVisible();
      expect(await page.title()).toContain(t("shared:error.prefix"));
      await expectGood(page);
      await page.getByLabel(t("people:signIn.email")).fill(` ${email.toUpperCase()} `);
      await page.getByRole("button", { name: t("people:signIn.send") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("people:code.title"));
      await expectGood(page);
      const { mail, code } = await openNewest(page, language, email);
      await expectGood(mail);
      const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
      await page.getByLabel(t("people:code.label")).fill(wrong);
      await page.getByRole("button", { name: t("people:code.signIn") }).click();
      const left = t("people:code.error.wrong", { count: 4, number: number(4) });
      await expect(page.getByRole("link", { name: left })).toBeVisible();
      await expect(page.getByLabel(t("people:code.label"))).toHaveValue(wrong);
      await page.getByLabel(t("people:code.label")).fill(code);
      await page.getByRole("button", { name: t("people:code.signIn") }).click();
      await expect(page).toHaveURL(new RegExp(`${office}$`));
      await page.getByRole("button", { name: t("shell:signOut") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("people:signOut.done"));
      await expectGood(page);
      await page.goto(office);
      await expect(page).toHaveURL(/\/sign-in\?to=/);
    });
  });
}

test("the link in the e-mail opens by keyboard alone, once, and Back after signing out shows nothing", async ({ page }) => {
  const { t } = wordsOf("en");
  const email = "katarzyna.nowak@marlshire.example";
  await page.goto("/sign-in");
  await page.getByLabel(t("people:signIn.email")).focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("people:code.title"));
  const { mail } = await openNewest(page, "en", email);
  const link = mail.locator(".letter a");
  const address = (await link.getAttribute("href")) ?? "";
  await link.focus();
  await mail.keyboard.press("Enter");
  await expect(mail.getByRole("heading", { level: 1 })).toHaveText(t("people:link.title"));
  const signIn = mail.getByRole("button", { name: t("people:link.signInAs", { name: "Katarzyna Nowak" }) });
  await expectAccessible(mail);
  await signIn.focus();
  await mail.keyboard.press("Enter");
  await expect(mail).toHaveURL(/\/marlshire$/);
  await expect(mail.getByText(t("shell:signedInAs", { name: "Katarzyna Nowak" }))).toBeVisible();
  await mail.getByRole("button", { name: t("shell:signOut") }).click();
  await expect(mail.getByRole("heading", { level: 1 })).toHaveText(t("people:signOut.done"));
  await mail.goBack();
  await expect(mail.getByText(t("shell:signedInAs", { name: "Katarzyna Nowak" }))).toHaveCount(0);
  expect((await mail.goto(address))?.status()).toBe(410);
  await expect(mail.getByRole("heading", { level: 1 })).toHaveText(t("people:link.dead"));
  await expectAccessible(mail);
});

test("what is drawn for somebody signed in is kept by no browser and no cache", async ({ page }) => {
  await page.goto("/demonstration/people");
  await page.getByRole("button").filter({ hasText: "Ruth Pemberton" }).click();
  await expect(page).toHaveURL(/\/marlshire$/);
  expect((await page.goto("/"))?.headers()["cache-control"]).toBe("private, no-store");
});
