// What officers do with what came in, on their pages, from freezing it to the outcome; and somebody who answers.
import type { Page } from "playwright/test";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { fill, look, main, named, onDay, press, until } from "./at-work.ts";
import { expect } from "./journey.ts";
import { answers, campaignAnswers, ownAnswer, permittedAnswers, removed, right, themes } from "./library-answers.ts";
import { wordsOf } from "./texts.ts";

const { t, number } = wordsOf("en");

/** Answers on the public page, asks to be told of the outcome, and keeps the reference. */
export async function answer(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await press(page, "consultations:read.respond");
  await page.locator('[name="visits"][value="weekly"]').check();
  await page.locator('[name="change"]').fill(ownAnswer.text);
  await press(page, "consultations:respond.continue");
  await page.locator('[name="as"][value="individual"]').check();
  await press(page, "consultations:respond.continue");
  await page.locator('[name="publish"][value="unnamed"]').check();
  await page.locator('[name="confidential"][value="no"]').check();
  await press(page, "consultations:respond.continue");
  await press(page, "consultations:check.send");
  const reference = (await page.locator(".reference").first().textContent())!;
  await page.goto(`${path}/follow`);
  await page.locator("#email").fill("nia@people.example");
  await press(page, "replies:follow.button");
  await expect(async () => {
    await page.goto("/demonstration/outbox");
    await page.getByRole("link", { name: t("replies:letter.following.subject", { consultation: "The future of our libraries" }) }).first().click({ timeout: 1000 });
  }).toPass();
  await page.locator('.letter a[href*="/following"]').first().click();
  await press(page, "replies:following.asked.button");
  await expect(main(page)).toContainText(t("replies:following.following.title"));
  return reference;
}

/** The lead freezes what came, confirms the campaign and makes the codes; which text its shared words are coded on. */
export async function prepare(lead: Page, office: string): Promise<string> {
  await lead.goto(`${office}/analysis`);
  await press(lead, "life:deed.freeze");
  await press(lead, "life:ask.freeze.yes");
  await lead.goto(`${office}/analysis`);
  await until(lead, () => expect(named(lead, "analysis:room.campaigns")).toBeVisible({ timeout: 500 }));
  await expect(main(lead).getByRole("row").filter({ hasText: t("analysis:set.name", { set: "1" }) })).toContainText(number(answers.length));
  await press(lead, "analysis:room.campaigns");
  await until(lead, () => expect(main(lead).getByRole("table")).toHaveCount(2, { timeout: 500 }));
  await main(lead).getByRole("table").last().getByRole("link").click();
  await lead.locator("#title").fill("Keep Millbrook");
  await lead.locator("#organiser").fill("Friends of Millbrook library");
  await press(lead, "campaigns:decide.confirm");
  await expect(named(lead, "coding:campaign.code")).toBeVisible();
  for (const [key, count] of [["all", answers.length], ["unique", answers.length - campaignAnswers + 1], ["campaign", campaignAnswers]] as const) {
    await expect(main(lead).locator(".govuk-summary-list__row").filter({ hasText: t(`campaigns:count.${key}`) })).toContainText(number(count));
  }
  const shared = new URL((await named(lead, "coding:campaign.code").getAttribute("href"))!, lead.url()).pathname.split("/").at(-1)!;
  await lead.goto(`${office}/analysis`);
  await press(lead, "analysis:room.codeframes");
  await press(lead, "codeframe:frames.add");
  await lead.locator("#name-en").fill("What should change");
  await lead.locator('[name="question"][value="change"]').check();
  await press(lead, "codeframe:details.save");
  for (const name of Object.values(themes)) {
    await press(lead, "codeframe:tree.add-theme");
    await fill(lead, { "name-en": name, "definition-en": `Speaks of this: ${name}.` });
    await press(lead, "codeframe:code.add");
    await expect(main(lead).getByRole("link", { name, exact: true })).toBeVisible();
  }
  return shared;
}

/** The lead hands all of it out to both coders, and a sample to whoever did not get it first. */
export async function handOut(lead: Page, office: string, coders: readonly string[]): Promise<void> {
  await lead.goto(`${office}/analysis`);
  await press(lead, "analysis:room.work");
  await press(lead, "work:coders.title");
  const share = async () => {
    for (const name of coders) await lead.getByLabel(name).fill("1");
  };
  await press(lead, "work:hand-out.title");
  await lead.locator('[name="question"][value="change"]').check();
  await share();
  await press(lead, "work:hand-out.send");
  await expect(main(lead)).toContainText(t("work:coders.done.handed-out", { number: number(answers.length) }));
  await press(lead, "work:sample.title");
  await share();
  await press(lead, "work:sample.send");
  await expect(main(lead)).toContainText(t("work:coders.done.drawn", { number: "50" }));
  await look(lead);
}

/** Of each text on which the two differ, the lead says what is in it. */
export async function settleAll(lead: Page, office: string, differing: number): Promise<void> {
  await lead.goto(`${office}/analysis/differences`);
  await press(lead, "differences:one-by-one");
  for (let left = differing; left > 0; left -= 1) {
    await expect(lead.locator("kbd").first()).toBeVisible();
    const text = (await main(lead).locator("blockquote").first().innerText()).trim();
    const holding = right(text);
    const offered = await main(lead).locator(".govuk-checkboxes__label bdi").allInnerTexts();
    for (const name of offered) await lead.getByRole("checkbox", { name }).setChecked(holding.includes(name));
    for (const name of holding.filter((one) => !offered.includes(one))) await lead.locator("#other-code").selectOption({ label: name });
    await lead.locator("#note").fill("It is in the definition of the code.");
    await main(lead).locator('button[value="settle"]').click();
    if (left > 1) await expect(main(lead).locator("blockquote").first()).not.toHaveText(text);
    else await expect(main(lead).locator('button[value="unsettle"]')).toBeVisible();
  }
}

/** Words about somebody else are removed from one answer; every answer that may be published is cleared, proposed by one officer and published by another. */
export async function publishAnswers(coder: Page, lead: Page, office: string): Promise<void> {
  await coder.goto(`${office}/analysis`);
  await press(coder, "analysis:room.moderation");
  await main(coder).locator("article").filter({ hasText: removed }).getByRole("link").first().click();
  await coder.locator("#words").fill(removed);
  await coder.locator('[name="why"][value="personal-other"]').check();
  await press(coder, "moderation:remove.yes");
  await expect(main(coder).locator("blockquote")).toContainText(t("moderation:removed.personal-other"));
  await look(coder);
  for (let left = permittedAnswers; left > 0; left -= 1) {
    await press(coder, "moderation:deed.clear");
    await expect(main(coder)).toContainText(t("moderation:done.decided"));
    if (left > 1) await press(coder, "moderation:text.next");
  }
  await coder.goto(`${office}/publication/responses`);
  await coder.locator('[name="whose"][value="all"]').check();
  await press(coder, "published-responses:propose.yes");
  await expect(main(coder)).toContainText(t("published-responses:proposed.needs-another"));
  await lead.goto(`${office}/publication/responses`);
  await press(lead, "published-responses:proposed.publish");
  await expect(main(lead)).toContainText(t("published-responses:done.published"));
}

/** The report is made, written in by a coder, and published by the lead. */
export async function report(coder: Page, lead: Page, office: string): Promise<void> {
  await coder.goto(`${office}/report`);
  await press(coder, "reports:making.begin");
  await until(coder, () => expect(coder.locator("#sections")).toBeVisible({ timeout: 500 }));
  await main(coder).getByRole("link", { name: t("reports:section.summary"), exact: true }).click();
  await coder.locator('[name="words-en"]').fill("Most who wrote speak of the buildings, the books or the hours.");
  await press(coder, "reports:write.save");
  await expect(main(coder)).toContainText(t("reports:done.saved"));
  await lead.goto(`${office}/report`);
  await press(lead, "reports:office.preview-publish");
  await press(lead, "reports:preview.yes");
  await expect(main(lead)).toContainText(t("reports:done.published"));
}

/** What was decided and a reply to the theme of the buildings, by somebody who may not publish it, on a phone without scripts; then the lead publishes. */
export async function reply(editor: Page, lead: Page, office: string): Promise<void> {
  await editor.goto(`${office}/outcome/decision`);
  await fill(editor, { "decision-en": "Millbrook library stays, and the roof is mended first.", "reasons-en": "Of what people wrote the buildings came up often.", ...onDay("decided", dayOf(new Date())) });
  await press(editor, "replies:decision.save");
  await main(editor).getByRole("link", { name: themes.building, exact: true }).click();
  await look(editor);
  await fill(editor, { "said-en": "The roof leaks and the lift is broken.", "did-en": "We mend the roof this year, and the lift next year.", "owner-en": "The property team", ...onDay("due", addDays(dayOf(new Date()), 300)) });
  await editor.locator('[name="verdict"][value="with-changes"]').check();
  await editor.locator('[name="progress"][value="will-do"]').check();
  await press(editor, "replies:reply.save");
  await expect(main(editor)).toContainText(t("replies:missing.own-work"));
  await lead.goto(`${office}/outcome`);
  await press(lead, "replies:office.publish-button");
  await press(lead, "replies:publish.yes");
  await expect(main(lead)).toContainText(t("replies:done.published"));
}
