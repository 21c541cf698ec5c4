// Two coders and a lead take 300 answers from freezing them to a published report, with a campaign, an agreement figure, a removal and
// a reply; and one of those who answered looks up what became of it, with no account and no scripts, on a narrow phone.
import { mkdir } from "node:fs/promises";
import type { Page } from "playwright/test";
import { agreedOn } from "#tests/support/agreed.ts";
import { answer, handOut, prepare, publishAnswers, reply, report, settleAll } from "#tests/support/analysis-steps.ts";
import { come, look, main, press } from "#tests/support/at-work.ts";
import { codeAtOnce } from "#tests/support/coded-at-once.ts";
import { codeOwnWork } from "#tests/support/coder.ts";
import { daysPass } from "#tests/support/days-pass.ts";
import { expect, test } from "#tests/support/journey.ts";
import { answers, campaignAnswers, importedAnswers, isCampaign, removed, right, themes, type Theme } from "#tests/support/library-answers.ts";
import { importLibraryAnswers, openLibraries } from "#tests/support/library.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

const { t, number } = wordsOf("en");

let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterAll(() => server.stop());

/** A code that is not in a text. */
const wrong = (text: string) => [right(text).includes(themes.hours) ? themes.books : themes.hours];
/** Each misreads some, never the same: so settling mends what both readings of a text together got wrong. */
const coders: Record<string, (text: string) => readonly string[]> = {
  "Dawit Haile": (text) => (!isCampaign(text) && text.length % 11 === 3 && text.length % 9 !== 0 ? wrong(text) : right(text)),
  "Imran Siddiqui": (text) => (!isCampaign(text) && text.length % 9 === 0 ? wrong(text) : right(text)),
};
const countOf = (theme: Theme) => answers.filter((answer) => answer.themes.includes(theme)).length;

/** The report says how many spoke of each theme, chose each answer and came with the campaign, and how far the coders agreed. */
async function expectCounts(page: Page, path: string, alpha: number): Promise<void> {
  await page.goto(`${path}/report`);
  const said = (await main(page).innerText()).replaceAll(/\s+/g, " ");
  const of = number(answers.length);
  for (const theme of Object.keys(themes) as Theme[]) expect(said).toContain(`${themes[theme]} ${number(countOf(theme))} of ${of}`);
  expect(said).toContain(`${number(answers.length)}. Unique: ${number(answers.length - campaignAnswers + 1)}. Campaign: ${number(campaignAnswers)}.`);
  for (const visits of ["weekly", "monthly", "never"] as const) expect(said).toContain(`${number(answers.filter((one) => one.visits === visits).length)} of ${of}`);
  expect(said).toContain(number(alpha, 3));
}

test("two coders and a lead take 300 answers from their freezing to the report, and whoever answered sees what became of it", async ({ browser }, { outputDir }) => {
  test.setTimeout(420_000);
  await mkdir(outputDir, { recursive: true });
  const path = await openLibraries(server, outputDir);
  const office = path.replace("/consultations/", "/office/consultations/");
  const respondent = await come(browser, server.url, undefined, { width: 320, hasScripts: false });
  const reference = await answer(respondent, path);
  expect(await importLibraryAnswers(server, path, outputDir)).toContain(`${importedAnswers} loaded, 0 refused`);

  const lead = await come(browser, server.url, "Ruth Pemberton");
  await lead.goto(`${office}/steps/close`);
  await lead.locator("#reason-en").fill("Everybody who wanted to has answered.");
  await press(lead, "life:ask.close.yes");
  // because a decision of the same day could not have taken into account what came
  await daysPass(server, path.split("/").at(-1)!, 2);
  const shared = await prepare(lead, office);
  await handOut(lead, office, Object.keys(coders));

  // What is read once is coded at once; what both read, and what the campaign shares, by each of them on the pages.
  await codeAtOnce(server, path.split("/").at(-1)!, shared, (text) => (isCampaign(text) ? [] : right(text)));
  const [dawit, imran] = await Promise.all(
    Object.entries(coders).map(async ([name, judge]) => {
      const page = await come(browser, server.url, name);
      await page.goto(`${office}/analysis/work`);
      const given = await codeOwnWork(page, judge);
      await expect(main(page)).toContainText(t("work:own.all-done"));
      return { page, given };
    }),
  );
  const agreed = agreedOn(dawit!.given, imran!.given);
  expect(agreed.texts).toBe(50);
  await lead.goto(`${office}/analysis`);
  await press(lead, "analysis:room.agreement");
  await expect(main(lead).getByRole("row").last()).toContainText(number(agreed.alpha, 3));
  await look(lead);
  await settleAll(lead, office, agreed.differing.length);
  await lead.goto(`${office}/analysis/differences`);
  await expect(main(lead)).toContainText(t("differences:none"));

  await publishAnswers(dawit!.page, lead, office);
  await report(imran!.page, lead, office);
  await expectCounts(await come(browser, server.url), path, agreed.alpha);
  await reply(await come(browser, server.url, "Imran Siddiqui", { width: 320, hasScripts: false }), lead, office);

  for (const language of ["en", "ur"] as const) {
    const words = wordsOf(language);
    const phone = await come(browser, server.url, undefined, { width: 320, hasScripts: false });
    await phone.goto(inLanguage(language, "/tolbridge/responses"));
    await phone.locator("#reference").fill(reference);
    await main(phone).locator("form button").click();
    await main(phone).getByRole("button", { name: words.t("consultations:mine.became") }).click();
    const told = [themes.building, themes.children, "We mend the roof this year", words.t("replies:verdict.with-changes"), words.t("trail:became.redacted"), words.t("moderation:reason.personal-other")];
    for (const said of told) await expect(main(phone)).toContainText(said);
    await look(phone);
    await main(phone).getByRole("link", { name: words.t("trail:published-page") }).click();
    await expect(main(phone)).toContainText(words.t("moderation:removed.personal-other"));
    await expect(main(phone)).not.toContainText(removed);
    await phone.goto(inLanguage(language, `${path}/outcome`));
    await expect(main(phone)).toContainText("We mend the roof this year");
    await look(phone);
  }
  await expect(async () => {
    await respondent.goto("/demonstration/outbox");
    await expect(main(respondent).getByRole("link", { name: t("replies:letter.outcome.subject", { consultation: "The future of our libraries" }) })).toHaveCount(1, { timeout: 1000 });
  }).toPass();
});
