// A resident answers by keyboard with scripts on, and everything goes wrong that can: a reload, the back button, a lost
// connection, a server that is killed, a button pressed twice. Nothing typed is lost, and one response is saved.
import { importPrintedQuestions } from "#tests/support/journeys-setup.ts";
import { expect, expectAccessible, test } from "#tests/support/journey.ts";
import { enter, tabTo } from "#tests/support/keyboard.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { wordsOf } from "#tests/support/texts.ts";

const { t } = wordsOf("en");
test.use({ losesConnection: true });

let server: RunningServer;
let consultation = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
  consultation = importPrintedQuestions(server);
});

test.afterAll(() => server.stop());

test("nothing typed is lost and one response is saved", async ({ page }) => {
  test.skip(consultation === "", "../shared, which holds the printed questions, is absent");
  test.setTimeout(240_000);
  const button = (key: string) => page.getByRole("button", { name: t(key), exact: true });
  const answers = page.locator("textarea");

  await page.goto(server.url + consultation);
  await enter(page, button("consultations:read.respond"));
  await expect(answers).toHaveCount(11);

  await tabTo(page, answers.nth(0));
  await page.keyboard.type("The board should meet in villages.");
  await page.reload();
  await expect(answers.nth(0)).toHaveValue("The board should meet in villages.");

  await tabTo(page, answers.nth(1));
  await page.keyboard.type("Write to parish clerks early.");
  await page.goBack();
  await page.goForward();
  await expect(answers.nth(0)).toHaveValue("The board should meet in villages.");
  await expect(answers.nth(1)).toHaveValue("Write to parish clerks early.");

  // What rests for a moment is saved without being sent, and the page says so.
  await tabTo(page, answers.nth(2));
  await page.keyboard.type("Yes, it would.");
  await expect(page.getByRole("status")).toContainText(/\d\d:\d\d/);
  await expectAccessible(page);

  // The connection goes just as the page is sent.
  await tabTo(page, answers.nth(3));
  await page.keyboard.type("The steps are right.");
  await page.context().setOffline(true);
  await enter(page, button("consultations:respond.continue")).catch(() => undefined);
  await page.context().setOffline(false);
  await page.goto(`${server.url}${consultation}/respond/questions/chapter-1`);
  await expect(answers.nth(3)).toHaveValue("The steps are right.");

  // The server is killed while a page is being filled in.
  await tabTo(page, answers.nth(4));
  await page.keyboard.type("Name the links in each chapter.");
  await server.crash();
  await enter(page, button("consultations:respond.continue"));
  await expect(answers).toHaveCount(10);
  await page.goBack();
  const typed = ["The board should meet in villages.", "Write to parish clerks early.", "Yes, it would.", "The steps are right.", "Name the links in each chapter."];
  for (const [index, text] of typed.entries()) await expect(answers.nth(index)).toHaveValue(text);

  for (const left of [10, 9, 5, 1]) {
    await enter(page, button("consultations:respond.continue"));
    await expect(answers).toHaveCount(left);
  }
  await enter(page, button("consultations:respond.continue"));
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await tabTo(page, page.locator("#email"));
  await page.keyboard.type("mair@people.example");
  await enter(page, button("consultations:respond.continue"));
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await enter(page, button("consultations:respond.continue"));

  await expect(page).toHaveURL(/check-answers$/);
  for (const text of typed) await expect(page.getByText(text)).toBeVisible();
  await tabTo(page, button("consultations:check.send"));
  await Promise.all([page.keyboard.press("Enter"), page.keyboard.press("Enter")]);
  await expect(page.locator(".reference").first()).toBeVisible();
  const reference = await page.locator(".reference").first().textContent();

  // Going back to a page that was sent leads on to the receipt, not to a second response.
  await page.goto(`${server.url}${consultation}/respond/check-answers`);
  await expect(page.locator(".reference").first()).toHaveText(reference ?? "");
  await server.restart();
  await page.reload();
  await expect(page.locator(".reference").first()).toHaveText(reference ?? "");

  // Changed and withdrawn, by keyboard as well.
  await enter(page, page.getByRole("link", { name: t("consultations:receipt.change") }));
  await enter(page, button("consultations:mine.change"));
  await expect(page).toHaveURL(/check-answers$/);
  await enter(page, page.locator(".govuk-summary-list__actions a").first());
  await tabTo(page, answers.nth(0));
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And in schools.");
  await enter(page, button("consultations:respond.continue"));
  await expect(page.getByText(`${typed[0]} And in schools.`)).toBeVisible();
  await enter(page, button("consultations:check.send-changes"));
  await expect(page.locator(".reference").first()).toHaveText(reference ?? "");
  await enter(page, page.getByRole("link", { name: t("consultations:receipt.change") }));
  await enter(page, page.getByRole("button", { name: t("consultations:mine.withdraw") }));
  await enter(page, button("consultations:withdraw.button"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t("consultations:mine.withdrawn"));

  await expect(async () => {
    await page.goto(`${server.url}/demonstration/outbox`);
    const subject = t("consultations:letter.receipt.subject", { consultation: "Local Strategic Partnerships: Shaping their future" });
    await expect(page.getByRole("link", { name: subject })).toHaveCount(1);
  }).toPass();
});
