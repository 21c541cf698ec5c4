// An administrator gives a partnership its name, colour, logo, sender and address on the web; a resident meets all of it on a
// narrow phone, in Urdu, without scripts, at that address.
import type { Browser, Page } from "playwright/test";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { buildPicture } from "#tests/support/files.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { wordsOf } from "#tests/support/texts.ts";

const { t } = wordsOf("en");
const settings = "/marlshire/office/settings";
const domain = "siarad.localhost";
let server: RunningServer;
let own: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
  own = server.url.replace("localhost", domain);
});

test.afterAll(() => server.stop());

async function become(page: Page, name: string) {
  await page.goto(`${server.url}/demonstration/people`);
  await page.getByRole("button", { name: t("people:demonstration.signInAs", { name }) }).click();
  await expect(page.getByText(t("shell:signedInAs", { name }))).toBeVisible();
}

async function look(page: Page, width: number) {
  await expectNoSideways(page, width);
  await expectAccessible(page);
}

/** The newest letter to an address: its sender and the address it links to. */
async function newestLetter(page: Page, to: string) {
  await page.goto(`${server.url}/demonstration/outbox`);
  const row = page.getByRole("row").filter({ hasText: to }).first();
  const from = await row.getByRole("cell").nth(1).innerText();
  await row.getByRole("link").click();
  await expect(page.locator(".letter")).toBeVisible();
  const [link = ""] = await page.locator(".letter a").evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
  return { said: await page.locator("main").innerText(), from, link };
}

const backgroundOf = (page: Page, selector: string) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
const save = (page: Page) => page.getByRole("button", { name: t("settings:save"), exact: true }).click();

test("an administrator changes the name, has a colour refused and takes the shade offered, and puts a logo up", async ({ page }) => {
  test.setTimeout(120_000);
  await become(page, "Ruth Pemberton");
  await page.goto(`${server.url}/marlshire/office`);
  await page.getByRole("link", { name: t("office:keeping.settings") }).click();
  await look(page, 1280);
  const change = (what: string) => page.getByRole("link", { name: t("shared:changeWhat", { what: t(`settings:what.${what}`) }) });

  await change("name").click();
  await look(page, 1280);
  await page.getByLabel(t("settings:name.name-en")).fill("");
  await save(page);
  await expect(page.getByRole("link", { name: t("settings:name.problem.name-missing") })).toBeVisible();
  await look(page, 1280);
  await page.getByLabel(t("settings:name.name-en")).fill("Hollin and Marlshire Together");
  await page.getByLabel(t("settings:name.name-ur")).fill("ہولن اور مارلشائر ایک ساتھ");
  await save(page);
  await expect(page.getByRole("alert")).toContainText(t("settings:saved"));
  await look(page, 1280);

  await page.getByRole("link", { name: t("settings:back") }).click();
  await change("look").click();
  await look(page, 1280);
  const before = await backgroundOf(page, "body .page-header");
  await page.getByRole("radio", { name: t("settings:look.another") }).check();
  await page.getByLabel(t("settings:look.picker")).fill("#ffdd00");
  await expect(page.getByLabel(t("settings:look.colour"), { exact: true })).toHaveValue("#ffdd00");
  await save(page);
  const refusal = t("settings:look.problem.too-pale", { colour: "#ffdd00", has: "1.2", needs: "3.0" });
  await expect(page.getByRole("link", { name: refusal })).toBeVisible();
  await look(page, 1280);
  await page.getByRole("button", { name: t("settings:look.take", { nearest: "#a38d00" }) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t("settings:look.trial-title"));
  expect([await backgroundOf(page, "body > .page .page-header"), await backgroundOf(page, ".accent-preview .page-header")]).toEqual([before, "rgb(163, 141, 0)"]);
  await look(page, 1280);
  await save(page);
  await expect(page.getByRole("alert")).toContainText(t("settings:saved"));
  expect(await backgroundOf(page, "body > .page .page-header")).toBe("rgb(163, 141, 0)");
  await look(page, 1280);

  await page.getByRole("link", { name: t("settings:back") }).click();
  await change("logo").click();
  await page.getByLabel(t("settings:logo.another")).setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") });
  await save(page);
  await expect(page.getByRole("link", { name: t("settings:logo.problem.other-kind") })).toBeVisible();
  await look(page, 1280);
  const picture = await buildPicture("png", { width: 600, height: 200 });
  await page.getByLabel(t("settings:logo.another")).setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
  await page.getByLabel(t("settings:logo.alt-en")).fill("A green flag");
  await page.getByLabel(t("settings:logo.alt-ur")).fill("سبز پرچم");
  await save(page);
  await expect(page.locator(".page-header__logo").first()).toHaveAttribute("alt", "A green flag");
  await expect(page.locator(".page-header__logo").first()).toHaveJSProperty("complete", true);
  expect(await page.locator(".page-header__logo").first().evaluate((image: HTMLImageElement) => [image.naturalWidth, image.width])).toEqual([144, 144]);
  await look(page, 1280);
});

test("letters come from a new address once somebody there has said yes", async ({ page }) => {
  await become(page, "Ruth Pemberton");
  await page.goto(`${server.url}${settings}/sender`);
  await look(page, 1280);
  await page.getByLabel(t("settings:sender.name")).fill("Hollin and Marlshire");
  await page.getByLabel(t("settings:sender.address"), { exact: true }).fill("talk@hollin.example");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("talk@hollin.example");
  await look(page, 1280);
  const { link } = await newestLetter(page, "talk@hollin.example");
  await page.context().clearCookies(); // because whoever reads that mail need not have an account
  await page.goto(link);
  await look(page, 1280);
  await page.getByRole("button", { name: t("settings:confirm.yes") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("settings:confirm.done"));
  await look(page, 1280);
  await become(page, "Ruth Pemberton");
  await page.goto(`${server.url}${settings}/sender`);
  await expect(page.getByText(t("settings:sender.lead", { address: "talk@hollin.example" }))).toBeVisible();
  await page.getByRole("button", { name: t("settings:sender.test-button") }).click();
  const letter = await newestLetter(page, "ruth.pemberton@marlshire.example");
  expect(letter.said).toContain("talk@hollin.example");
  expect(letter.said).toContain("Hollin and Marlshire Together");
});

test("a name of its own is refused with the reason, noted, checked and taken into use", async ({ page }) => {
  await become(page, "Ruth Pemberton");
  await page.goto(`${server.url}${settings}/domain`);
  await page.getByLabel(t("settings:domain.host"), { exact: true }).fill("192.0.2.7");
  await page.getByRole("button", { name: t("settings:domain.add-button") }).click();
  await expect(page.getByRole("link", { name: t("settings:domain.problem.number") })).toBeVisible();
  await look(page, 1280);
  await page.getByLabel(t("settings:domain.host"), { exact: true }).fill(`http://${domain}/`);
  await page.getByRole("button", { name: t("settings:domain.add-button") }).click();
  await expect(page.getByRole("heading", { name: domain })).toBeVisible();
  expect((await page.request.get(`${server.url}/marlshire`, { headers: { Host: "evil.example" } })).status()).toBe(421);
  await page.getByRole("button", { name: t("settings:domain.check-button", { host: domain }) }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText(domain);
  await look(page, 1280);
  await page.getByRole("button", { name: t("settings:domain.insist", { host: domain }) }).click();
  await expect(page.getByRole("alert")).toContainText(t("settings:domain.done.used"));
  await expect(page.getByText(`${own}/marlshire`)).toBeVisible();
  await look(page, 1280);
});

async function onAPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false, colorScheme: "dark" });
  return context.newPage();
}

test("a resident meets all of it on a phone, in Urdu, at that name, and gets a letter that leads back there", async ({ browser }) => {
  const urdu = wordsOf("ur");
  const page = await onAPhone(browser);
  await page.goto(`${own}/ur`);
  await expect(page).toHaveURL(`${own}/ur/marlshire`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ہولن اور مارلشائر ایک ساتھ");
  await expect(page.getByRole("img", { name: "سبز پرچم" })).toBeVisible();
  expect(await backgroundOf(page, ".page-header")).toBe("rgb(163, 141, 0)");
  await look(page, 320);
  await page.locator("main .card a").first().click();
  await page.getByRole("button", { name: urdu.t("consultations:read.respond"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`^${own}/ur/marlshire/`));
  await look(page, 320);
  await page.getByRole("button", { name: urdu.t("consultations:respond.later"), exact: true }).click();
  await page.getByLabel(urdu.t("consultations:receipt.email.label")).fill("resident@people.example");
  await page.getByRole("button", { name: urdu.t("consultations:save.email.button"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("resident@people.example");
  const { from, said, link } = await newestLetter(page, "resident@people.example");
  expect(from).toContain("Hollin and Marlshire");
  expect(said).toContain("ہولن اور مارلشائر ایک ساتھ");
  expect(link).toMatch(new RegExp(`^${own}/ur/marlshire/`));
  const elsewhere = await onAPhone(browser);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toContainText(urdu.t("consultations:return.draft"));
  await look(elsewhere, 320);
});

test("whoever signs in at that name is signed in there and nowhere else; another partnership's pages are where they were", async ({ page }) => {
  await page.goto(`${own}/tolbridge/consultations`);
  await expect(page).toHaveURL(`${server.url}/tolbridge/consultations`);
  await become(page, "Ruth Pemberton");
  await page.goto(`${own}/marlshire/office`);
  await expect(page).toHaveURL(new RegExp(`^${own}/sign-in\\?to=`));
  await page.getByLabel(t("people:signIn.email")).fill("dawit.haile@marlshire.example");
  await page.getByRole("button", { name: t("people:signIn.send") }).click();
  const { link } = await newestLetter(page, "dawit.haile@marlshire.example");
  expect(link).toMatch(new RegExp(`^${own}/sign-in/link`));
  await page.goto(link);
  await page.getByRole("button", { name: t("people:link.signInAs", { name: "Dawit Haile" }) }).click();
  await expect(page).toHaveURL(`${own}/marlshire/office`);
  await page.goto(`${server.url}/marlshire`);
  await expect(page.getByText(t("shell:signedInAs", { name: "Ruth Pemberton" }))).toBeVisible();
});
