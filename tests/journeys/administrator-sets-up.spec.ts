// Whoever runs the server sets up a partnership of their own; its first administrator signs in by the link they are handed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDir } from "../../app/commands/prepare.mjs";
import type { Page } from "playwright/test";
import type { Translate } from "#app/shared/words.ts";
import { codeAt } from "#tests/support/authenticator.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { startServer } from "#tests/support/server.ts";
import { wordsOf } from "#tests/support/texts.ts";

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-setup-"));
  await chmod(folder, 0o755);
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a command with these words after it and these lines typed into it. */
function run(command: string, words: string[], typed: string[] = [], dataDir = folder) {
  const ended = spawnSync(process.execPath, [join(buildDir, "server", `${command}.js`), ...words], {
    env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", FOLKMOOT_DATA_DIR: dataDir },
    input: typed.map((line) => `${line}\n`).join(""),
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status: ended.status, said: ended.stdout, complained: ended.stderr };
}

/** What whoever holds an office sets up before they see it: a password, an app for codes, and recovery codes. */
async function choosePasswordAndApp(page: Page, t: Translate) {
  const good = async () => {
    await expectAccessible(page);
    await expectNoSideways(page, 320);
  };
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("account:password.choose"));
  await page.getByLabel(t("people:signIn.password")).fill("liverpool1");
  await page.getByRole("button", { name: t("account:password.save") }).click();
  await expect(page.getByRole("alert")).toContainText(t("account:password.problem.common"));
  await good();
  await page.getByLabel(t("people:signIn.password")).fill("tair dafad ar y mynydd");
  await page.getByRole("button", { name: t("account:password.save") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("account:authenticator.add"));
  await good();
  const key = await page.locator(".account-key").innerText();
  await page.getByLabel(t("people:secondStep.app.label")).fill("12345");
  await page.getByRole("button", { name: t("account:authenticator.save") }).click();
  await expect(page.getByRole("alert")).toContainText(t("people:secondStep.app.malformed"));
  expect(await page.locator(".account-key").innerText()).toBe(key);
  await page.getByLabel(t("people:secondStep.app.label")).fill(codeAt(key, new Date()));
  await page.getByRole("button", { name: t("account:authenticator.save") }).click();
  await good();
  await page.getByRole("button", { name: t("account:recovery.make") }).click();
  await expect(page.locator(".account-codes li")).toHaveCount(10);
  await good();
  await page.getByRole("button", { name: t("account:recovery.go") }).click();
}

const pathOfLink = (said: string) => /\/(?:cy\/)?sign-in\/link\?\S+/.exec(said)?.[0] ?? "";

const typed = [
  ...["Dyffryn Partnership", "Partneriaeth y Dyffryn", "", "privacy", "", "district", "", "hello", "hello@dyffryn.example"],
  ...["", "", "", "Mair Rees", "mair@dyffryn.example", "cy"],
];

test("from an empty folder to the office of a new partnership, without a mail server and without the demonstration", async ({ browser }) => {
  test.slow(); // because axe looks at every page of setting up
  const broken = run("setup", [], typed.slice(0, 6));
  expect([broken.status, broken.complained]).toEqual([1, "\nNothing was set up: not everything was answered.\n"]);
  const done = run("setup", [], [...typed, "yes"]);
  expect([done.status, done.complained]).toEqual([0, ""]);
  expect(done.said).toContain("“privacy” is taken by pages of Folkmoot itself; choose another.");
  expect(done.said).toContain("That is not an e-mail address; it looks like name@council.gov.uk.");
  expect(existsSync(join(folder, "secret"))).toBe(true);

  const server = await startServer({ FOLKMOOT_DATA_DIR: folder });
  try {
    const again = run("setup", ["--yes"]);
    expect(again.status).toBe(1);
    expect(again.complained).toMatch(/^This database has a partnership already \(\/dyffryn\), and nothing was changed\. [^\n]+\n$/);

    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 320, height: 800 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const { t } = wordsOf("cy");
    await page.goto(pathOfLink(done.said));
    await expectAccessible(page);
    await page.getByRole("button", { name: t("people:link.signInAs", { name: "Mair Rees" }) }).click();
    await choosePasswordAndApp(page, t);
    await expect(page).toHaveURL(`${server.url}/cy/dyffryn/office`);
    await expect(page.getByText(t("office:list.empty"))).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page, 320);
    await page.goto("/cy/dyffryn");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Partneriaeth y Dyffryn");
    for (const path of ["/demonstration/people", "/demonstration/outbox", "/marlshire"]) expect((await page.goto(path))?.status(), path).toBe(404);
    expect((await page.goto(pathOfLink(done.said)))?.status()).toBe(410);

    const handed = run("setup", ["--link", "mair@dyffryn.example"]);
    expect((await page.goto(pathOfLink(handed.said)))?.status()).toBe(200);
    const nobody = run("setup", ["--link", "somebody@dyffryn.example"]);
    expect([nobody.status, nobody.complained]).toEqual([1, "Nobody with the address somebody@dyffryn.example is an administrator here.\n"]);
    await context.close();
  } finally {
    await server.stop();
  }
});

test("the demonstration is never made into somebody's own partnership", () => {
  const refused = run("setup", ["--yes"], [], process.env.FOLKMOOT_TEST_DATA);
  expect(refused.status).toBe(1);
  expect(refused.complained).toMatch(/^This database holds the demonstration, and nothing was changed: [^\n]+\n$/);
});

test("a secret is replaced by command, told by when and never by what, and retired only once nobody loses by it", () => {
  expect(run("secrets", []).said).toContain(join(folder, "secret"));
  expect(run("secrets", ["new"]).said).toMatch(/^There is a new secret in /);
  expect(run("secrets", []).said).toMatch(/One before it, replaced on .+, still opens what it made\./);
  const refused = run("secrets", ["retire", "--now"]);
  expect([refused.status, refused.complained]).toEqual([1, "The new secret was made a moment ago: wait until what runs has taken it up, half a minute at most.\n"]);
  for (const { said, complained } of [run("secrets", ["new"]), run("secrets", []), run("secrets", ["old"])]) expect(said + complained).not.toMatch(/[0-9a-f]{32}/);
});
