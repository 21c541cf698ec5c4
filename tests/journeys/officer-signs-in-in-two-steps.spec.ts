// Somebody with an office signs in in two steps: with an app for codes, and then with a passkey alone.
import type { Page } from "playwright/test";
import { codeAt } from "#tests/support/authenticator.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { wordsOf } from "#tests/support/texts.ts";

const { t } = wordsOf("en");
const password = "bakery ladder seventeen";

async function good(page: Page) {
  await expectAccessible(page);
  await expectNoSideways(page, 320);
}

async function press(page: Page, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
}

/** A device that knows its owner, as Chromium pretends one. */
async function plugIn(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return { know: (isUserVerified: boolean) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }) };
}

test.use({ viewport: { width: 320, height: 800 } });

test("a password, an app for codes, recovery codes and a passkey are set up, and each lets its owner in", async ({ page }) => {
  test.slow();
  await page.goto("/demonstration/people");
  await press(page, t("people:demonstration.signInAs", { name: "Sandra Oakes" }));
  await page.getByRole("link", { name: t("shell:signedInAs", { name: "Sandra Oakes" }) }).click();
  await good(page);
  const email = await page.locator(".govuk-summary-list__value").filter({ hasText: "@" }).innerText();

  await page.goto("/account/password");
  await page.getByLabel(t("people:signIn.password")).fill(password);
  await press(page, t("people:password.show"));
  await expect(page.getByLabel(t("people:signIn.password"))).toHaveAttribute("type", "text");
  await good(page);
  await press(page, t("account:password.save"));
  await expect(page.getByRole("alert")).toContainText(t("account:done.password"));

  await page.goto("/account/authenticator");
  const key = await page.locator(".account-key").innerText();
  await good(page);
  await page.getByLabel(t("people:secondStep.app.label")).fill(codeAt(key, new Date()));
  await press(page, t("account:authenticator.save"));
  await press(page, t("account:recovery.make"));
  const [recovery = ""] = await page.locator(".account-codes li").allInnerTexts();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("account:recovery.download") }).click();
  expect((await download).suggestedFilename()).toBe(t("account:recovery.fileName"));
  await page.getByRole("button", { name: t("account:recovery.go") }).click();

  const device = await plugIn(page);
  await page.goto("/account/passkeys");
  await good(page);
  await page.getByLabel(t("account:passkeys.name")).fill("Work laptop");
  await press(page, t("account:passkeys.make"));
  await expect(page.getByRole("alert")).toContainText(t("account:done.passkey"));
  await page.goto("/account/passkeys");
  await expect(page.getByRole("heading", { name: "Work laptop" })).toBeVisible();
  await page.goto("/account/sessions");
  await good(page);

  await press(page, t("shell:signOut"));
  await page.goto("/sign-in?to=/account");
  await good(page);
  await page.getByRole("link", { name: t("people:passkey.title") }).click();
  await good(page);
  await device.know(false);
  await press(page, t("people:passkey.go"));
  await expect(page.getByRole("alert")).toContainText(t("people:passkey.dismissed"));
  await device.know(true);
  await page.waitForTimeout(1_100); // because a second press within a second is dropped
  await press(page, t("people:passkey.go"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("account:title"));

  await press(page, t("shell:signOut"));
  await page.goto("/sign-in?to=/account");
  await page.getByLabel(t("people:signIn.email")).fill(email);
  await page.getByLabel(t("people:signIn.password")).fill("not this one");
  await press(page, t("people:signIn.title"));
  await expect(page.getByRole("alert")).toContainText(t("people:signIn.error.wrong"));
  await page.getByLabel(t("people:signIn.password")).fill(password);
  await press(page, t("people:signIn.title"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("people:secondStep.app.title"));
  await good(page);
  await page.getByLabel(t("people:secondStep.app.label")).fill("000 000");
  await press(page, t("people:secondStep.go"));
  await expect(page.getByRole("alert")).toContainText(t("people:secondStep.app.wrong"));
  await page.getByRole("link", { name: t("people:secondStep.useRecovery") }).click();
  await good(page);
  await page.getByLabel(t("people:secondStep.recovery.label")).fill(recovery.toLowerCase());
  await press(page, t("people:secondStep.go"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("account:title"));

  await page.goto("/account/passkeys");
  await page.getByRole("link", { name: t("account:passkeys.removeWhich", { name: "Work laptop" }) }).click();
  await good(page);
  await press(page, t("account:passkeys.ask.yes"));
  await expect(page.getByRole("alert")).toContainText(t("account:done.passkey-removed"));
});
