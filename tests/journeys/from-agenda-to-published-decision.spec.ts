// From an agenda to a published decision: a late paper is refused, an observer tries to vote, an interest is declared, a decision that not all
// are for goes back, another is stopped, and the full partnership has the last word. All of them work by keyboard alone; members and the
// public have no scripts and a narrow phone. Three times over, so that each of them does so in each language.
import type { Browser, Locator, Page } from "playwright/test";
import { languages, textIn, type Language } from "#app/shared/languages.ts";
import { bodies } from "#prisma/seed/bodies.ts";
import { sharedBudget } from "#prisma/seed/decided.ts";
import { meetingBegins } from "#tests/support/days-pass.ts";
import { onPhone } from "#tests/support/devices.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { enter, tabTo } from "#tests/support/keyboard.ts";
import { isWholeMatrix } from "#tests/support/pairs.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

// because each has a server of its own, and one after the other they would be the longest of all journeys
test.describe.configure({ mode: "parallel" });

let server: RunningServer;
test.beforeEach(async () => {
  test.setTimeout(600_000);
  server = await startServer();
});
test.afterEach(() => server.stop());

const grantsIn: Record<Language, string> = {
  en: "Winter grants for small groups",
  cy: "Grantiau’r gaeaf i grwpiau bach",
  ur: "چھوٹے گروپوں کے لیے سردیوں کی امداد",
};

/** What the demonstration has ready to be voted on. */
const budgetIn = (language: Language) => textIn(sharedBudget.title, language).text;

/** Somebody on a narrow phone without scripts, signed in where they have a name. */
async function phoneOf(browser: Browser, name: string | null): Promise<Page> {
  const page = await onPhone(browser, server);
  if (name) await signIn(page, name);
  return page;
}

async function signIn(page: Page, name: string) {
  await page.goto(`${server.url}/demonstration/people`);
  await page.getByRole("button").filter({ hasText: name }).click();
}

const go = (page: Page, path: string, language: Language) => page.goto(server.url + inLanguage(language, path));
// because some ways on look and sound like buttons
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).or(page.getByRole("button", { name, exact: true })).first();
const open = (page: Page, name: string) => enter(page, link(page, name));
const press = (page: Page, name: string) => enter(page, page.getByRole("button", { name, exact: true }));

/** Reaches a field by Tab and writes over what stands in it. */
async function write(page: Page, field: string, words: string) {
  await tabTo(page, page.locator(field));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(words);
}

/** Reaches a list by Tab and chooses in it. */
async function pick(page: Page, field: string, option: Parameters<Locator["selectOption"]>[0]) {
  await tabTo(page, page.locator(field));
  await page.locator(field).selectOption(option);
}

/** Reaches the group of a choice by Tab, where it stands or at its first, and goes to it by the arrows. */
async function choose(page: Page, choice: Locator) {
  const name = await choice.getAttribute("name");
  const group = page.locator(`input[name="${name}"]`);
  const checked = page.locator(`input[name="${name}"]:checked`);
  await tabTo(page, (await checked.count()) > 0 ? checked : group.first());
  if ((await checked.count()) === 0) await page.keyboard.press("Space");
  const all = await group.count();
  for (let presses = 0; presses < all && !(await choice.isChecked()); presses += 1) await page.keyboard.press("ArrowDown");
  await expect(choice).toBeChecked();
}

async function fitsEverybody(page: Page) {
  await expectAccessible(page);
  await expectNoSideways(page, 320);
}

/** The meeting of a body that comes next, as the secretariat opens it; its id. */
async function openNext(page: Page, slug: string, language: Language): Promise<string> {
  await go(page, "/tolbridge/office/meetings", language);
  const body = textIn(bodies.find((one) => one.slug === slug)!.name, language).text;
  await enter(page, page.getByRole("row").filter({ hasText: body }).first().getByRole("link").first());
  await expect(page).toHaveURL(/\/office\/meetings\/[a-z0-9]{16}$/);
  return page.url().split("/").at(-1)!;
}

/** The secretariat, in a language. */
function secretariat(page: Page, language: Language) {
  const { t } = wordsOf(language);
  return {
    async openVote(title: string) {
      await go(page, "/tolbridge/office/decisions", language);
      await open(page, title);
      await press(page, t("decisions:deed.open"));
      await expect(page.getByText(t("decisions:done.opened"))).toBeVisible();
    },
    /** Writes down that everybody who has said nothing is for it, and closes the vote. */
    async recordAndClose(title: string) {
      await go(page, "/tolbridge/office/decisions", language);
      await open(page, title);
      await open(page, t("decisions:one.record"));
      await expect(page.getByRole("button", { name: t("decisions:votes.save"), exact: true })).toBeVisible();
      for (const group of await page.getByRole("group").all()) {
        if ((await group.getByRole("radio", { checked: true }).count()) === 0) await choose(page, group.getByRole("radio").first());
      }
      await press(page, t("decisions:votes.save"));
      await open(page, t("decisions:deed.close"));
      await press(page, t("decisions:ask.close.yes"));
      await expect(page.getByText(t("decisions:done.closed"))).toBeVisible();
    },
  };
}

/** Each of them in each language; walked once where time is short, so that all three languages are met. */
const turns = [...languages.entries()].slice(0, isWholeMatrix ? undefined : 1);

for (const [turn, language] of turns) {
  const { t } = wordsOf(language);
  const next = (steps: number) => languages[(turn + steps) % languages.length]!;
  const grants = grantsIn[language];

  test(`the secretariat in ${language}, a member in ${next(1)}, an observer in ${next(2)}: a late paper is refused, a vote goes back, another is stopped, the full partnership has the last word`, async ({ page, browser }) => {
    page.setDefaultTimeout(15_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    await signIn(page, "Eleri Whitcombe");
    const office = secretariat(page, language);
    const boardMeeting = await openNext(page, "board", language);

    await test.step("an item and its paper are put on the agenda, and go out in time", async () => {
      await go(page, `/tolbridge/office/meetings/${boardMeeting}/agenda`, language);
      await open(page, t("meetings:item.add"));
      await choose(page, page.getByRole("radio", { name: t("meetings:item-kind.item"), exact: true }));
      await choose(page, page.getByRole("radio", { name: t("meetings:purpose.decide"), exact: true }));
      await write(page, `#title-${language}`, grants);
      await page.keyboard.press("Enter");
      await expect(page.getByText(t("meetings:agenda.done.saved"))).toBeVisible();
      await enter(page, page.locator("li, tr").filter({ hasText: grants }).getByRole("link", { name: t("meetings:paper.add") }).first());
      await write(page, `#title-${language}`, "Forty groups and £4,000");
      await write(page, `#text-${language}`, "Each group may ask for up to £200, to heat a room.");
      await press(page, t("meetings:save"));
      await expect(page.getByText(t("meetings:agenda.done.paper"))).toBeVisible();
      await open(page, t("meetings:send.more"));
      await press(page, t("meetings:send.yes"));
      const [wentOut = ""] = t("meetings:agenda.done.sent", { told: "|" }).split(/[.۔]/);
      await expect(page.locator(".govuk-notification-banner")).toContainText(wentOut);
    });

    await test.step("what is to be decided is written: on money, so it says what it rests on", async () => {
      await go(page, "/tolbridge/office/decisions", language);
      await open(page, t("decisions:office.add"));
      await pick(page, "#place", { label: await page.locator("#place option").filter({ hasText: grants }).innerText() });
      for (const each of languages) await write(page, `#title-${each}`, grantsIn[each]);
      await write(page, "#text-en", "Groups of the network may have up to £200 each this winter.");
      await write(page, "#reasons-en", "Rooms are cold, and groups stop meeting.");
      await pick(page, "#topic", "money");
      await write(page, "#amount", "4000");
      await pick(page, "#delegation", { index: 1 });
      await press(page, t("decisions:save"));
      await expect(page.getByText(t("decisions:blocked.no-evidence"))).toBeVisible();
      await open(page, t("decisions:way.change"));
      await write(page, "#noEvidence-en", "The network asked its own members in the autumn.");
      await press(page, t("decisions:save"));
      await expect(page.getByText(t("decisions:done.saved"))).toBeVisible();
    });

    await test.step("a paper that comes on the day before is refused", async () => {
      await meetingBegins(server, boardMeeting, 24 * 60);
      await go(page, `/tolbridge/office/meetings/${boardMeeting}/agenda`, language);
      await enter(page, page.locator("li, tr").filter({ hasText: grants }).getByRole("link", { name: t("meetings:paper.add") }).first());
      await expect(page.getByText(t("meetings:send.late-refuse"))).toBeVisible();
      await write(page, `#title-${language}`, "Figures that came late");
      await write(page, `#text-${language}`, "They came late.");
      await press(page, t("meetings:save"));
      await expect(page.locator("li, tr").filter({ hasText: "Figures that came late" }).getByText(t("meetings:sending.late-refused")).first()).toBeVisible();
    });

    await meetingBegins(server, boardMeeting, -30);
    await office.openVote(grants);
    await office.openVote(budgetIn(language));

    await test.step("somebody without a seat may watch and has no vote", async () => {
      const words = wordsOf(next(2));
      const farah = await phoneOf(browser, "Farah Aziz");
      await go(page, "/tolbridge/office/decisions", language);
      const id = /decisions\/([a-z0-9]{16})/.exec((await link(page, grants).getAttribute("href")) ?? "")![1]!;
      const path = `/tolbridge/decisions/${id}/take-part`;
      await go(farah, path, next(2));
      await expect(farah.getByText(words.t("decisions:part.observer"))).toBeVisible();
      await expect(farah.getByRole("radio")).toHaveCount(0);
      await fitsEverybody(farah);
      const tried = await farah.request.post(server.url + inLanguage(next(2), path), { form: { deed: "vote", voice: "for" }, headers: { Origin: server.url } });
      expect(tried.status()).toBe(403);
      expect(await tried.text()).toContain(words.t("decisions:refused.observer"));
      await farah.context().close();
    });

    await test.step("a member declares an interest and steps aside", async () => {
      const words = wordsOf(next(1));
      const joyce = await phoneOf(browser, "Joyce Adeyemi");
      await go(joyce, "/tolbridge/decisions/mine", next(1));
      await open(joyce, grantsIn[next(1)]);
      await open(joyce, words.t("decisions:part.interest.title"));
      await press(joyce, words.t("decisions:part.interest.button"));
      await expect(joyce.locator(".govuk-error-summary")).toBeVisible();
      await write(joyce, "#words", "Rwy’n ysgrifennydd grŵp a gâi’r arian.");
      await fitsEverybody(joyce);
      await press(joyce, words.t("decisions:part.interest.button"));
      await expect(joyce.getByText(words.t("decisions:part.interest.done"))).toBeVisible();
      await expect(joyce.getByText(words.t("decisions:refused.stepped-aside"))).toBeVisible();
      await joyce.context().close();
    });

    await test.step("another votes against one decision, and stops the other", async () => {
      const yusuf = await phoneOf(browser, "Yusuf Rahman");
      await go(yusuf, "/tolbridge/decisions/mine", language);
      await open(yusuf, grants);
      await choose(yusuf, yusuf.getByRole("radio").nth(1));
      await press(yusuf, t("decisions:part.vote.button"));
      await expect(yusuf.getByText(t("decisions:part.vote.done"))).toBeVisible();
      await go(yusuf, "/tolbridge/decisions/mine", language);
      await open(yusuf, budgetIn(language));
      await open(yusuf, t("decisions:part.veto.title"));
      await write(yusuf, "#words", "Nobody in Millbrook has seen these figures.");
      await fitsEverybody(yusuf);
      await press(yusuf, t("decisions:part.veto.button"));
      await expect(yusuf.getByText(t("decisions:part.veto.done"))).toBeVisible();
      await yusuf.context().close();
    });

    await office.recordAndClose(grants);

    await test.step("everybody reads that both went back, and why", async () => {
      for (const theirs of languages) {
        const words = wordsOf(theirs);
        const anybody = await phoneOf(browser, null);
        await go(anybody, "/tolbridge/decisions", theirs);
        await expect(anybody.getByText(words.t("decisions:state.referred")).first()).toBeVisible();
        await fitsEverybody(anybody);
        await open(anybody, grantsIn[theirs]);
        await expect(anybody.getByText("Rwy’n ysgrifennydd grŵp a gâi’r arian.")).toBeVisible();
        await expect(anybody.getByText(words.t("decisions:safeguard.SG03.name"))).toBeVisible();
        await fitsEverybody(anybody);
        await anybody.context().close();
      }
    });

    await test.step("the full partnership agrees, and that is what the feed says", async () => {
      const conference = await openNext(page, "partnership", language);
      await go(page, `/tolbridge/office/meetings/${conference}/agenda`, language);
      await enter(page, page.getByRole("row").filter({ hasText: grants }).getByRole("button"));
      await expect(page.getByText(t("meetings:agenda.done.added"))).toBeVisible();
      await meetingBegins(server, conference, -60);
      await office.openVote(grants);
      await office.recordAndClose(grants);
      const anybody = await phoneOf(browser, null);
      await go(anybody, "/tolbridge/decisions", language);
      await expect(anybody.getByRole("listitem").filter({ hasText: grants }).first()).toContainText(t("decisions:state.full-partnership-agreed"));
      const feed = await (await anybody.request.get(server.url + inLanguage(language, "/tolbridge/decisions.atom"))).text();
      expect(feed).toContain(grants);
      await anybody.context().close();
    });
  });
}
