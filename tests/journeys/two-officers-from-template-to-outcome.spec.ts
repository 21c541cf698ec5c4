// Two officers take a consultation in English and Welsh from a template to its outcome: the gate refuses three times for three
// reasons, people answer while it is extended, corrected and asked anew, and the register shows what became of it.
import type { Browser, Page } from "playwright/test";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Language } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { daysPass } from "#tests/support/days-pass.ts";
import { pdf } from "#tests/support/files.ts";
import { wordsOf } from "#tests/support/texts.ts";

const { t } = wordsOf("en");
const cy = wordsOf("cy");

let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterAll(() => server.stop());

async function come(browser: Browser, width: number, name?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, viewport: { width, height: 900 } });
  const page = await context.newPage();
  if (name) {
    await page.goto("/demonstration/people");
    await page.getByRole("button").filter({ hasText: name }).click();
  }
  return page;
}

/** Types into fields by their names; those that come in languages are given in both. */
async function fill(page: Page, fields: Record<string, string | { en: string; cy: string }>) {
  for (const [name, value] of Object.entries(fields)) {
    const typed = typeof value === "string" ? { [name]: value } : { [`${name}-en`]: value.en, [`${name}-cy`]: value.cy };
    for (const [input, text] of Object.entries(typed)) await page.locator(`[name="${input}"]`).fill(text);
  }
}

/** The day of a date field, with a time where it has one. */
function onDay(name: string, day: string, time?: string): Record<string, string> {
  const [year = "", month = "", date = ""] = day.split("-");
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year, ...(time && { [`${name}-time`]: time }) };
}

const choose = (page: Page, name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check();
const press = (page: Page, value: string, name = "do") => page.locator(`main button[name="${name}"][value="${value}"]`).last().click();
const main = (page: Page) => page.locator("main");
const today = dayOf(new Date());
const both = (en: string, welsh: string) => ({ en, cy: welsh });

async function look(page: Page) {
  await expectNoSideways(page, page.viewportSize()!.width);
  await expectAccessible(page);
}

/** From the public page to the questions; what is asked there. */
async function begin(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(language === "en" ? path : `/${language}${path}`);
  await page.getByRole("button", { name: wordsOf(language).t("consultations:read.respond") }).click();
  await expect(page).toHaveURL(/\/questions\/vision$/);
}

/** From the questions on to the receipt. */
async function send(page: Page): Promise<void> {
  await main(page).locator("summary").last().click();
  await press(page, "finish", "_intent");
  await choose(page, "as", "individual");
  await main(page).getByRole("button").filter({ hasText: /^(Continue|Parhau)$/ }).click();
  await choose(page, "publish", "unnamed");
  await choose(page, "confidential", "no");
  await main(page).getByRole("button").filter({ hasText: /^(Continue|Parhau)$/ }).click();
  await expect(page).toHaveURL(/check-answers/);
  await main(page).locator("form[method=post] button").first().click();
  await expect(page).toHaveURL(/\/(equality|sent)$/);
}

test("from a template to an approved, opened, extended, corrected, closed and answered consultation, in English and Welsh", async ({ browser }) => {
  test.setTimeout(180_000);
  const editor = await come(browser, 1280, "Imran Siddiqui");
  const approver = await come(browser, 320, "Helen Standish");

  await editor.goto("/tolbridge/office/consultations/new");
  await fill(editor, { title: both("A strategy for our streets", "Strategaeth ar gyfer ein strydoedd") });
  for (const language of ["en", "cy"]) await choose(editor, "languages", language);
  await choose(editor, "from", "strategy");
  await editor.getByRole("button", { name: t("creating:create") }).click();
  const office = new URL(editor.url()).pathname.replace(/\/$/, "");
  const open = office.replace("/office/", "/");
  await expect(main(editor)).toContainText(t("life:state.draft"));

  const write = async (part: string, fields: Parameters<typeof fill>[1]) => {
    await editor.goto(`${office}/texts/${part}`);
    await fill(editor, fields);
    await editor.getByRole("button", { name: t("prepare:save") }).click();
    await expect(main(editor).locator(".govuk-error-summary")).toHaveCount(0);
  };
  await write("about", {
    summary: both("Tell us how our streets should be.", "Dywedwch sut y dylai ein strydoedd fod."),
    purpose: both("To agree what is done first.", "I gytuno beth a wneir gyntaf."),
    audience: both("Everybody who uses the streets.", "Pawb sy’n defnyddio’r strydoedd."),
  });
  await write("decision", {
    decisionToBeMade: both("Which streets come first.", "Pa strydoedd sy’n dod gyntaf."),
    decisionMaker: both("The partnership board", "Bwrdd y bartneriaeth"),
    ...onDay("decisionOn", addDays(today, 120)),
  });
  await write("dates", { ...onDay("opens", addDays(today, 2), "09:00"), ...onDay("closes", addDays(today, 30), "17:00"), grace: "0" });
  await editor.goto(`${office}/texts/points/open`);
  await fill(editor, { point: both("The order of the streets", "Trefn y strydoedd") });
  await press(editor, "add", "deed");
  await editor.goto(`${office}/documents/new`);
  await fill(editor, { title: both("The draft strategy", "Y strategaeth ddrafft") });
  await choose(editor, "format", "pdf");
  await editor.locator("#file").setInputFiles({ name: "strategy.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) });
  await editor.getByRole("button", { name: t("prepare:save") }).click();
  await editor.goto(`${office}/launch/settings`);
  await choose(editor, "profile", "compact");
  await fill(editor, { election: "What is asked is at issue in no election." });
  await main(editor).locator("form button").last().click();

  const takes = async (page: Page, deed: string, fields: Parameters<typeof fill>[1] = {}) => {
    await page.goto(`${office}/steps/${deed}`);
    await fill(page, fields);
    await main(page).locator("form button").last().click();
  };
  const refusedFor = async (reason: string | RegExp) => {
    await takes(editor, "submit", { note: "Please look at it." });
    await approver.goto(`${office}/steps/approve`);
    await expect(main(approver)).toContainText(t("launch:notice.refused"));
    await expect(main(approver)).toContainText(reason);
  };

  // The gate refuses: it is open for less than the Compact asks for, and nobody says why.
  await refusedFor(/84/);
  await look(approver);
  await editor.goto(`${office}/launch/settings`);
  await fill(editor, { shorter: both("The grant ends this spring.", "Daw’r grant i ben y gwanwyn hwn.") });
  await main(editor).locator("form button").last().click();

  // The gate refuses: a question was added that is not there in Welsh.
  await editor.goto(`${office}/form/new-question?section=vision&type=yes-no-unsure`);
  await editor.locator('[id="label-en"]').fill("Do you cycle?");
  await press(editor, "save");
  await refusedFor(/Cymraeg/);
  await editor.goto(`${office}/form/questions/do-you-cycle`);
  await editor.locator('[id="label-cy"]').fill("Ydych chi’n beicio?");
  await press(editor, "save");

  // The gate refuses: nobody has put their name to the four tests.
  await refusedFor(t("launch:state.unsigned"));
  for (const test of ["formative", "information", "time", "conscientious"]) {
    const page = test === "time" ? editor : approver;
    await page.goto(`${office}/launch`);
    await page.locator(`#note-${test}`).fill("I have looked, and it is so.");
    await page.locator(`section[aria-labelledby="gate-${test}"] button`).click();
  }
  expect((await editor.goto(`${office}/steps/approve`))?.status(), "whoever wrote it does not approve it").toBe(403);
  await takes(approver, "approve");
  await expect(main(approver)).toContainText(t("life:done.approve"));
  await takes(approver, "schedule");
  await expect(main(approver)).toContainText(t("life:state.scheduled"));
  await takes(approver, "open");
  await expect(main(approver)).toContainText(t("life:state.open"));

  const resident = await come(browser, 320);
  await begin(resident, open, "cy");
  await look(resident);
  await choose(resident, "do-you-cycle", "yes");
  await choose(resident, "vision-agree", "agree");
  await send(resident);
  const early = await come(browser, 1280);
  await begin(early, open, "en");
  await choose(early, "do-you-cycle", "no");

  await takes(approver, "extend", { ...onDay("closes", addDays(today, 60), "17:00"), reason: both("Many asked for more time.", "Gofynnodd llawer am fwy o amser.") });
  await expect(main(approver)).toContainText(t("life:done.extend"));
  await editor.goto(`${office}/errata`);
  await editor.locator('[name="about"]').selectOption("do-you-cycle");
  await fill(editor, { text: both("Scooters are meant too.", "Golygir sgwteri hefyd.") });
  await editor.getByRole("button", { name: t("correcting:save") }).click();

  // A new version: begun and written by one, published by the other.
  await editor.goto(`${office}/version`);
  await press(editor, "begin");
  await editor.goto(`${office}/form/new-question?section=vision&type=yes-no-unsure`);
  await editor.locator('[id="label-en"]').fill("Should schools have a street of their own?");
  await editor.locator('[id="label-cy"]').fill("A ddylai ysgolion gael stryd eu hunain?");
  await press(editor, "save");
  await editor.goto(`${office}/version`);
  await fill(editor, { reason: both("School streets have been proposed since.", "Cynigiwyd strydoedd ysgol ers hynny.") });
  await press(editor, "explain");
  await expect(main(editor)).toContainText(t("versions:publish.by-approver"));
  await look(editor);
  await approver.goto(`${office}/version`);
  await expect(main(approver)).toContainText("School streets have been proposed since.");
  await look(approver);
  await approver.getByRole("button", { name: t("versions:publish.link", { version: "2" }) }).click();
  await press(approver, "publish");
  await expect(main(approver)).toContainText(t("versions:done.published"));

  // Who had begun is told, keeps what they answered and goes over; the correction stands with the question.
  await early.reload();
  await expect(main(early)).toContainText("Scooters are meant too.");
  await choose(early, "do-you-cycle", "no");
  await press(early, "later", "_intent");
  await early.goto(`${open}/respond/questions/vision`);
  await early.getByRole("link", { name: t("versions:begun-before.link") }).click();
  await look(early);
  await main(early).locator("form button").first().click();
  await expect(early.locator('[name="do-you-cycle"][value="no"]')).toBeChecked();
  await choose(early, "should-schools-have-a-street-of-their-own", "yes");
  await send(early);

  await takes(approver, "close", { reason: both("Enough is known.", "Mae digon yn hysbys.") });
  await expect(main(approver)).toContainText(t("life:state.closed"));
  // because a decision of the same day could not have taken into account what came
  await daysPass(server, office.split("/").at(-1)!, 2);
  await takes(editor, "freeze");
  await editor.goto(`${office}/publication`);
  await editor.locator('[name="question-do-you-cycle"]').selectOption({ index: 1 });
  await press(editor, "save", "deed");
  await takes(editor, "draft-report");
  await approver.goto(`${office}/publication/preview`);
  await press(approver, "work-out", "deed");
  await expect(async () => {
    await approver.goto(`${office}/publication/preview`);
    await expect(main(approver).locator('[name="preview"]')).toHaveCount(1);
  }).toPass();
  await main(approver).locator("form button").last().click();
  await expect(main(approver)).toContainText(t("publication:done.published"));

  await editor.goto(`${office}/outcome/decision`);
  await fill(editor, {
    decision: both("School streets come first.", "Strydoedd ysgol sy’n dod gyntaf."),
    reasons: both("Most who answered asked for them.", "Gofynnodd y rhan fwyaf amdanynt."),
    nextSteps: both("Work begins in spring.", "Bydd y gwaith yn dechrau yn y gwanwyn."),
    ...onDay("decided", today),
  });
  await main(editor).locator("form button").last().click();
  await editor.goto(`${office}/outcome/replies/new`);
  await fill(editor, {
    said: both("Children need safer streets.", "Mae angen strydoedd mwy diogel ar blant."),
    did: both("Three school streets open in May.", "Bydd tair stryd ysgol yn agor ym mis Mai."),
    owner: both("The highways team", "Y tîm priffyrdd"),
  });
  await choose(editor, "verdict", "noted");
  await main(editor).locator("form button").last().click();
  await approver.goto(`${office}/outcome?ask=publish`);
  await press(approver, "publish", "deed");
  await expect(approver).toHaveURL(/done=published$/);

  await resident.goto(`/cy/tolbridge/consultations?words=${encodeURIComponent("strydoedd")}`);
  await expect(main(resident)).toContainText("Strategaeth ar gyfer ein strydoedd");
  await resident.goto(`/cy${open}`);
  for (const said of ["Gofynnodd llawer am fwy o amser.", "Cynigiwyd strydoedd ysgol ers hynny.", "Golygir sgwteri hefyd.", cy.t("versions:public.heading")]) {
    await expect(main(resident)).toContainText(said);
  }
  await look(resident);
  await resident.goto(`/cy${open}/outcome`);
  await expect(main(resident)).toContainText("Strydoedd ysgol sy’n dod gyntaf.");
  await resident.goto(`/cy${open}/results`);
  await expect(main(resident)).toContainText(cy.t("versions:published.lead"));
});
