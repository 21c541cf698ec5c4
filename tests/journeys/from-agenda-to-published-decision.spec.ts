// From an agenda to a published decision: a late paper is refused, an observer tries to vote, an interest is declared, a decision that not all
// are for goes back, another is stopped, and the full partnership has the last word. The secretariat works by keyboard where it matters;
// members and the public have no scripts and a narrow phone.
import type { Browser, Page } from "playwright/test";
import { languages, type Language } from "#app/shared/languages.ts";
import { meetingBegins } from "#tests/support/days-pass.ts";
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

const grants = "Winter grants for small groups";
const budget = "What the shared budget goes to in the next two years";
const { t } = wordsOf("en");

/** Somebody on a narrow phone without scripts, signed in where they have a name. */
async function onPhone(browser: Browser, name: string | null): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 }, baseURL: server.url });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (name) await signIn(page, name);
  return page;
}

async function signIn(page: Page, name: string) {
  await page.goto(`${server.url}/demonstration/people`);
  await page.getByRole("button").filter({ hasText: name }).click();
}

const go = (page: Page, path: string, language: Language = "en") => page.goto(server.url + inLanguage(language, path));
// because some ways on look and sound like buttons
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).or(page.getByRole("button", { name, exact: true })).first();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function fitsEverybody(page: Page) {
  await expectAccessible(page);
  await expectNoSideways(page, 320);
}

/** The meeting of a body that comes next, as the secretariat opens it; its id. */
async function openNext(page: Page, body: string): Promise<string> {
  await go(page, "/tolbridge/office/meetings");
  await page.getByRole("row").filter({ hasText: body }).first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/office\/meetings\/[a-z0-9]{16}$/);
  return page.url().split("/").at(-1)!;
}

async function openVote(page: Page, title: string) {
  await go(page, "/tolbridge/office/decisions");
  await link(page, title).click();
  await press(page, t("decisions:deed.open"));
  await expect(page.getByText(t("decisions:done.opened"))).toBeVisible();
}

/** Writes down that everybody who has said nothing is for it, and closes the vote. */
async function recordAndClose(page: Page, title: string) {
  await go(page, "/tolbridge/office/decisions");
  await link(page, title).click();
  await link(page, t("decisions:one.record")).click();
  for (const group of await page.getByRole("group").all()) {
    if ((await group.getByRole("radio", { checked: true }).count()) === 0) await group.getByRole("radio").first().check();
  }
  await press(page, t("decisions:votes.save"));
  await link(page, t("decisions:deed.close")).click();
  await press(page, t("decisions:ask.close.yes"));
  await expect(page.getByText(t("decisions:done.closed"))).toBeVisible();
}

test("an agenda is written, a late paper is refused, a vote goes back, another is stopped, and the full partnership has the last word", async ({ page, browser }) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, "Eleri Whitcombe");
  const boardMeeting = await openNext(page, "Board");

  await test.step("an item and its paper are put on the agenda by keyboard, and go out in time", async () => {
    await go(page, `/tolbridge/office/meetings/${boardMeeting}/agenda`);
    await enter(page, link(page, t("meetings:item.add")));
    await tabTo(page, page.locator("#title-en"));
    await page.keyboard.type(grants);
    await page.getByRole("radio", { name: t("meetings:item-kind.item"), exact: true }).check();
    await page.getByRole("radio", { name: t("meetings:purpose.decide"), exact: true }).check();
    await page.locator("#title-en").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(t("meetings:agenda.done.saved"))).toBeVisible();
    await page.locator("li, tr").filter({ hasText: grants }).getByRole("link", { name: t("meetings:paper.add") }).first().click();
    await page.locator("#title-en").fill("Forty groups and £4,000");
    await page.locator("#text-en").fill("Each group may ask for up to £200, to heat a room.");
    await press(page, t("meetings:save"));
    await expect(page.getByText(t("meetings:agenda.done.paper"))).toBeVisible();
    await link(page, t("meetings:send.more")).click();
    await press(page, t("meetings:send.yes"));
    await expect(page.getByRole("status").or(page.getByRole("alert")).or(page.locator(".govuk-notification-banner"))).toContainText("It was sent out");
  });

  await test.step("what is to be decided is written: on money, so it says what it rests on", async () => {
    await go(page, "/tolbridge/office/decisions");
    await link(page, t("decisions:office.add")).click();
    await page.locator("#place").selectOption({ label: await page.locator("#place option").filter({ hasText: grants }).innerText() });
    await page.locator("#title-en").fill(grants);
    await page.locator("#text-en").fill("Groups of the network may have up to £200 each this winter.");
    await page.locator("#reasons-en").fill("Rooms are cold, and groups stop meeting.");
    await page.locator("#topic").selectOption("money");
    await page.locator("#amount").fill("4000");
    await page.locator("#delegation").selectOption({ index: 1 });
    await press(page, t("decisions:save"));
    await expect(page.getByText(t("decisions:blocked.no-evidence"))).toBeVisible();
    await link(page, t("decisions:way.change")).click();
    await page.locator("#noEvidence-en").fill("The network asked its own members in the autumn.");
    await press(page, t("decisions:save"));
    await expect(page.getByText(t("decisions:done.saved"))).toBeVisible();
  });

  await test.step("a paper that comes on the day before is refused", async () => {
    await meetingBegins(server, boardMeeting, 24 * 60);
    await go(page, `/tolbridge/office/meetings/${boardMeeting}/agenda`);
    await page.locator("li, tr").filter({ hasText: grants }).getByRole("link", { name: t("meetings:paper.add") }).first().click();
    await expect(page.getByText(t("meetings:send.late-refuse"))).toBeVisible();
    await page.locator("#title-en").fill("Figures that came late");
    await page.locator("#text-en").fill("They came late.");
    await press(page, t("meetings:save"));
    await expect(page.getByText(`Figures that came late: ${t("meetings:sending.late-refused")}`)).toBeVisible();
  });

  await meetingBegins(server, boardMeeting, -30);
  await openVote(page, grants);
  await openVote(page, budget);

  await test.step("somebody without a seat may watch and has no vote, in Urdu", async () => {
    const farah = await onPhone(browser, "Farah Aziz");
    const words = wordsOf("ur");
    await go(farah, "/tolbridge/decisions/mine", "ur");
    await go(page, "/tolbridge/office/decisions");
    const id = /decisions\/([a-z0-9]{16})/.exec((await link(page, grants).getAttribute("href")) ?? "")![1]!;
    await go(farah, `/tolbridge/decisions/${id}/take-part`, "ur");
    await expect(farah.getByText(words.t("decisions:part.observer"))).toBeVisible();
    await expect(farah.getByRole("radio")).toHaveCount(0);
    await fitsEverybody(farah);
    const tried = await farah.request.post(server.url + inLanguage("ur", `/tolbridge/decisions/${id}/take-part`), { form: { deed: "vote", voice: "for" }, headers: { Origin: server.url } });
    expect(tried.status()).toBe(403);
    expect(await tried.text()).toContain(words.t("decisions:refused.observer"));
    await farah.context().close();
  });

  await test.step("a member declares an interest and steps aside, in Welsh", async () => {
    const joyce = await onPhone(browser, "Joyce Adeyemi");
    const words = wordsOf("cy");
    await go(joyce, "/tolbridge/decisions/mine", "cy");
    await joyce.getByRole("link", { name: grants }).click();
    await link(joyce, words.t("decisions:part.interest.title")).click();
    await press(joyce, words.t("decisions:part.interest.button"));
    await expect(joyce.locator(".govuk-error-summary")).toBeVisible();
    await joyce.locator("#words").fill("Rwy’n ysgrifennydd grŵp a gâi’r arian.");
    await fitsEverybody(joyce);
    await press(joyce, words.t("decisions:part.interest.button"));
    await expect(joyce.getByText(words.t("decisions:part.interest.done"))).toBeVisible();
    await expect(joyce.getByText(words.t("decisions:refused.stepped-aside"))).toBeVisible();
    await joyce.context().close();
  });

  await test.step("a member votes against one decision by keyboard, and stops the other", async () => {
    const yusuf = await onPhone(browser, "Yusuf Rahman");
    await go(yusuf, "/tolbridge/decisions/mine");
    await enter(yusuf, link(yusuf, grants));
    await tabTo(yusuf, yusuf.getByRole("radio").first());
    await yusuf.keyboard.press("ArrowDown");
    await enter(yusuf, yusuf.getByRole("button", { name: t("decisions:part.vote.button") }));
    await expect(yusuf.getByText(t("decisions:part.vote.done"))).toBeVisible();
    await go(yusuf, "/tolbridge/decisions/mine");
    await link(yusuf, budget).click();
    await link(yusuf, t("decisions:part.veto.title")).click();
    await yusuf.locator("#words").fill("Nobody in Millbrook has seen these figures.");
    await fitsEverybody(yusuf);
    await press(yusuf, t("decisions:part.veto.button"));
    await expect(yusuf.getByText(t("decisions:part.veto.done"))).toBeVisible();
    await yusuf.context().close();
  });

  await recordAndClose(page, grants);

  await test.step("everybody reads that both went back, and why, in each language", async () => {
    for (const language of languages) {
      const words = wordsOf(language);
      const anybody = await onPhone(browser, null);
      await go(anybody, "/tolbridge/decisions", language);
      await expect(anybody.getByText(words.t("decisions:state.referred")).first()).toBeVisible();
      await fitsEverybody(anybody);
      await anybody.getByRole("link", { name: grants }).click();
      await expect(anybody.getByText("Rwy’n ysgrifennydd grŵp a gâi’r arian.")).toBeVisible();
      await expect(anybody.getByText(words.t("decisions:safeguard.SG03.name"))).toBeVisible();
      await fitsEverybody(anybody);
      await anybody.context().close();
    }
  });

  await test.step("the full partnership agrees, and that is what the feed says", async () => {
    const conference = await openNext(page, "The full partnership");
    await go(page, `/tolbridge/office/meetings/${conference}/agenda`);
    await page.getByRole("row").filter({ hasText: grants }).getByRole("button").click();
    await expect(page.getByText(t("meetings:agenda.done.added"))).toBeVisible();
    await meetingBegins(server, conference, -60);
    await openVote(page, grants);
    await recordAndClose(page, grants);
    const anybody = await onPhone(browser, null);
    await go(anybody, "/tolbridge/decisions");
    await expect(anybody.getByRole("listitem").filter({ hasText: grants }).first()).toContainText(t("decisions:state.full-partnership-agreed"));
    const feed = await (await anybody.request.get(`${server.url}/tolbridge/decisions.atom`)).text();
    expect(feed).toContain(grants);
    await anybody.context().close();
  });
});
