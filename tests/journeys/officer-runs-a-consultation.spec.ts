// An officer follows what comes in, reads the results, takes them away, schedules a consultation, opens and closes it, by
// keyboard where it matters. That each page by itself can be read by everybody is every-office-page.spec.ts.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { languages, type Language } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { enter, tabTo } from "#tests/support/keyboard.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterAll(() => server.stop());

async function signIn(page: Page, name: string, at = server.url) {
  await page.goto(`${at}/demonstration/people`);
  await page.getByRole("button").filter({ hasText: name }).click();
}

/** The office of Tolbridge, and from there one of its consultations. */
async function openConsultation(page: Page, language: Language, place: "first" | "last") {
  await page.goto(server.url + inLanguage(language, "/tolbridge/office"));
  const links = page.locator("main table").getByRole("link");
  await (place === "first" ? links.first() : links.last()).click();
}

for (const language of languages) {
  const { t, number } = wordsOf(language);

  test.describe(`in ${language}, 320 wide, without scripts`, () => {
    test.use({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false });

    test("an analyst reads the counts, the results and what people wrote", async ({ page }) => {
      await signIn(page, "Dawit Haile");
      await openConsultation(page, language, "last");
      await expect(page.getByText(t("office:counts.by-day")).first()).toBeVisible();
      await page.getByRole("link", { name: t("office:room.results") }).click();
      await expect(page.getByText(t("office:results.responses", { count: 474, number: number(474) }))).toBeVisible();
      await page.getByText(t("shared:chart.table")).first().click();
      await expect(page.locator("main table").first()).toBeVisible();
      await page.getByRole("link", { name: t("office:cross.heading") }).click();
      await page.getByRole("button", { name: t("office:cross.show") }).click();
      await expect(page.getByRole("link", { name: t("office:cross.problem.rows-missing") })).toBeVisible();
      await expectAccessible(page);
      await expectNoSideways(page, 320);
      await page.getByLabel(t("office:cross.rows")).selectOption({ index: 1 });
      await page.getByLabel(t("office:cross.columns")).selectOption({ label: t("office:cross.held.channel") });
      await page.getByRole("button", { name: t("office:cross.show") }).click();
      await expect(page.locator("main table").getByText(t("office:cross.all"))).toBeVisible();
      await page.getByRole("link", { name: t("office:answers.back") }).click();
      await page.getByRole("link", { name: t("office:results.read") }).last().click();
      await expect(page.getByText(t("office:answers.care"))).toBeVisible();
      await page.getByRole("link", { name: t("shared:pagination.next") }).click();
      await expect(page.getByRole("link", { name: t("shared:pagination.beginning") })).toBeVisible();
    });
  });
}

test("the responses come as CSV with a guide to its columns, without references or anything that reaches a person", async ({ page }) => {
  const { t } = wordsOf("en");
  await signIn(page, "Dawit Haile");
  await openConsultation(page, "en", "last");
  const take = async (key: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: t(key) }).click()]);
    return (await readFile(await download.path(), "utf8")).replace(/^\uFEFF/, "");
  };
  const responses = await take("office:room.responses-csv");
  expect(responses.match(/\r\n[a-z0-9]{16},/g)).toHaveLength(474);
  expect(responses).not.toMatch(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/);
  expect(responses).not.toMatch(/@\w+\.example/);
  const guide = await take("office:room.columns-csv");
  for (const column of responses.split("\r\n")[0]!.split(",")) expect(guide).toContain(column);
});

test("by keyboard alone, an approver opens a consultation and closes it, and the public page follows", async ({ page, browser, baseURL }) => {
  const { t } = wordsOf("en");
  // On the server that journeys share, because the consultation is also the one the dates are set of.
  await signIn(page, "Alun Prosser", baseURL);
  await page.goto("/wenlow-vale/office");
  await enter(page, page.getByRole("row").filter({ hasText: t("life:state.scheduled") }).getByRole("link").first());
  await expect(page.getByRole("link", { name: t("life:deed.open") }).or(page.getByRole("button", { name: t("life:deed.open") }))).toBeVisible();
  const office = page.url();
  const stranger = await (await browser.newContext()).newPage();
  const publicPage = office.replace("/office/", "/").replace(/[?#].*$/, "");
  await stranger.goto(publicPage);
  await expect(stranger.locator("main")).toContainText(t("consultations:state.scheduled"));

  await enter(page, page.getByRole("link", { name: t("life:deed.open") }).or(page.getByRole("button", { name: t("life:deed.open") })));
  await expect(page.getByRole("button", { name: t("life:ask.open.yes") })).toBeVisible();
  await expectAccessible(page);
  await enter(page, page.getByRole("button", { name: t("life:ask.open.yes") }));
  await expect(page.locator("main")).toContainText(t("life:done.open"));
  await expectAccessible(page);
  await stranger.goto(publicPage);
  await expect(stranger.locator("main")).toContainText(t("consultations:read.respond"));

  await enter(page, page.getByRole("link", { name: t("life:deed.close") }).or(page.getByRole("button", { name: t("life:deed.close") })));
  await expect(page.getByRole("button", { name: t("life:ask.close.yes") })).toBeVisible();
  await tabTo(page, page.locator("#reason-en"));
  await page.keyboard.type("The board meets sooner.");
  await enter(page, page.getByRole("button", { name: t("life:ask.close.yes") }));
  await expect(page.locator("main")).toContainText(t("life:done.close"));
  await stranger.goto(publicPage);
  await expect(stranger.locator("main")).toContainText(t("consultations:state.closed"));
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("what an editor submits is refused by the launch gate, line by line, and an approver gives it back", async ({ page }) => {
    const { t } = wordsOf("en");
    const press = (key: string) => page.getByRole("button", { name: t(key), exact: true }).click();
    await signIn(page, "Imran Siddiqui");
    await openConsultation(page, "en", "first");
    await press("life:deed.submit");
    await expectAccessible(page);
    await press("life:ask.submit.yes");
    await expect(page.getByRole("alert")).toContainText(t("life:done.submit"));
    await signIn(page, "Helen Standish");
    await openConsultation(page, "en", "first");
    const office = page.url();
    await press("launch:check");
    await expect(page.getByText(t("launch:problem.document-missing"))).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${office}/steps/approve`);
    await expect(page.getByText(t("launch:notice.refused"))).toBeVisible();
    await page.locator("#note-conscientious").fill("The board has set aside an hour for the report.");
    await page.locator("#gate-conscientious").locator("..").getByRole("button", { name: t("launch:sign") }).click();
    await expect(page.getByText("The board has set aside an hour for the report.")).toBeVisible();
    await page.goto(office);
    await press("life:deed.return");
    await page.locator("#note").fill("There is nothing to read yet.");
    await press("life:ask.return.yes");
    await expect(page.getByRole("alert")).toContainText(t("life:done.return"));
    await expect(page.getByText("There is nothing to read yet.")).toBeVisible();
    await expectAccessible(page);
  });

  test("an approver mistypes the dates, sets them, opens, pauses, resumes and closes, each asked or told in words", async ({ page }) => {
    const { t, date } = wordsOf("en");
    const press = (key: string) => page.getByRole("button", { name: t(key), exact: true }).click();
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const enter = async (which: "opens" | "closes", day: string) => {
      for (const [index, part] of ["year", "month", "day"].entries()) await page.locator(`#${which}-${part}`).fill(day.split("-")[index]!);
    };
    await signIn(page, "Bridget Farrell");
    await page.goto(`${server.url}/wenlow-vale/office`);
    await page.locator("main table").getByRole("link").first().click();
    await press("life:deed.schedule");
    await enter("opens", inDays(5));
    await enter("closes", inDays(33).replace(/-\d\d$/, "-32"));
    await page.locator("#closes-time").fill("teatime");
    await press("life:ask.schedule.yes");
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("link", { name: t("life:problem.closes.date-not-real") })).toBeVisible();
    await expect(page.locator("#closes-time")).toHaveValue("teatime");
    await expectAccessible(page);
    await enter("closes", inDays(33));
    await page.locator("#closes-time").fill("5pm");
    await press("life:ask.schedule.yes");
    await expect(page.getByRole("alert")).toContainText(t("life:done.schedule"));
    await press("life:deed.open");
    await press("life:ask.open.yes");
    await expect(page.getByRole("alert")).toContainText(t("life:done.open"));
    await expect(page.getByText(`${date(inDays(33))} at 17:00`).first()).toBeVisible();
    await press("life:deed.pause");
    await page.locator("#reason-en").fill("Question 2 is wrong.");
    await press("life:ask.pause.yes");
    await press("life:deed.resume");
    await press("life:ask.resume.yes");
    await press("life:deed.close");
    await page.locator("#reason-en").fill("The board decides sooner than we thought.");
    await press("life:ask.close.yes");
    await expect(page.getByRole("alert")).toContainText(t("life:done.close"));
    await expect(page.getByText(t("life:state.grace"), { exact: true })).toBeVisible();
    await expectAccessible(page);
  });
});

test("whoever presses while the page is still waking sees no fault of it", async ({ page, context }) => {
  await signIn(page, "Dawit Haile");
  await openConsultation(page, "en", "last");
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const press = (type: "mousePressed" | "mouseReleased") => slow.send("Input.dispatchMouseEvent", { type, x: 300, y: 500, button: "left", clickCount: 1 });
  for (let times = 0; times < 5; times++) {
    await page.reload({ waitUntil: "commit" });
    for (const until = Date.now() + 800; Date.now() < until; ) await press("mousePressed").then(() => press("mouseReleased"));
  }
});

test.describe("with scripts", () => {
  test.use({ losesConnection: true });

  test("the page wakes, says when it cannot refresh its counts and goes on when it can", async ({ page, context }) => {
    const { t } = wordsOf("cy");
    await signIn(page, "Ruth Pemberton");
    await page.clock.install();
    await openConsultation(page, "cy", "last");
    const stale = page.getByText(t("office:counts.stale"));
    const halfAMinuteShows = (count: 0 | 1) =>
      expect(async () => {
        await page.clock.runFor(31_000);
        await expect(stale).toHaveCount(count, { timeout: 2000 });
      }).toPass({ timeout: 20_000 });
    await expect(page.getByText(t("office:counts.received"), { exact: true })).toBeVisible();
    await context.setOffline(true);
    await halfAMinuteShows(1);
    await context.setOffline(false);
    await halfAMinuteShows(0);
  });
});
