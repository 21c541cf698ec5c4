// A resident finds a consultation of 35 printed questions, answers some, sends, changes and withdraws: on a narrow phone,
// without scripts, in each language.
import type { Page } from "playwright/test";
import { languages, type Language } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

const title = "Local Strategic Partnerships: Shaping their future";
const said: Record<Language, string[]> = {
  en: ["The board should meet in villages too.", "Parish councils should have two seats.", "Publish who came to each meeting.", "Pay for training and child care.", "The 476 bus stops at six."],
  cy: ["Dylai'r bwrdd gyfarfod yn y pentrefi hefyd.", "Dylai cynghorau cymuned gael dwy sedd.", "Cyhoeddwch pwy ddaeth i bob cyfarfod.", "Talwch am hyfforddiant a gofal plant.", "Mae'r bws 476 yn gorffen am chwech."],
  ur: ["بورڈ کو دیہات میں بھی ملنا چاہیے۔", "پیرش کونسلوں کی دو نشستیں ہونی چاہئیں۔", "ہر اجلاس میں کون آیا، شائع کریں۔", "تربیت اور بچوں کی دیکھ بھال کا خرچ دیں۔", "476 بس چھ بجے بند ہو جاتی ہے۔"],
};

const width = 320;
test.use({ javaScriptEnabled: false, viewport: { width, height: 640 } });

async function look(page: Page, language: Language) {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("h1")).toHaveCount(1);
  await expectNoSideways(page, width);
  await expectAccessible(page);
}

for (const language of languages) {
  test(`in ${language}: found, answered, sent, changed and withdrawn`, async ({ page }) => {
    test.skip(process.env.FOLKMOOT_TEST_PRINTED === "", "../shared, which holds the printed questions, is absent");
    test.setTimeout(180_000);
    const { t } = wordsOf(language);
    const press = (key: string) => page.getByRole("button", { name: t(key), exact: true }).click();

    await page.goto(inLanguage(language, "/"));
    await look(page, language);
    await page.locator(`main a[href="${inLanguage(language, "/marlshire")}"]`).first().click();
    await look(page, language);
    await page.getByRole("navigation").getByRole("link", { name: t("shell:place.consultations") }).click();
    await look(page, language);
    await page.getByRole("link", { name: title }).click();
    await look(page, language);
    const consultation = page.url();
    await press("consultations:read.respond");

    for (const [index, text] of said[language].entries()) {
      await look(page, language);
      await expect(page.locator("textarea")).toHaveCount([11, 10, 9, 5, 1][index]!);
      await page.locator("textarea").first().fill(text);
      await press("consultations:respond.continue");
      if (index > 0) continue;
      // Whoever comes to the beginning again is led back to what they began.
      await page.goto(consultation);
      await press("consultations:read.respond");
      await look(page, language);
      await page.getByRole("button", { name: t("consultations:start.go-on") }).click();
    }

    // Who answers: a page that is pressed on without an answer says so, in a title that begins with the error.
    await look(page, language);
    await press("consultations:respond.continue");
    expect(await page.title()).toMatch(new RegExp(`^${t("shared:error.prefix")} `));
    await expect(page.locator(".govuk-error-summary")).toBeVisible();
    await look(page, language);
    await page.getByRole("radio").first().check();
    await page.locator("#name").fill("Mair Rees");
    await page.locator("#email").fill(`mair.${language}@people.example`);
    await press("consultations:respond.continue");
    await look(page, language);
    await page.getByRole("radio", { name: t("consultations:sending.permission.person.unnamed") }).check();
    await press("consultations:respond.continue");
    await look(page, language);
    for (const text of said[language]) await expect(page.getByText(text)).toBeVisible();
    await press("consultations:check.send");

    await look(page, language);
    const reference = (await page.locator(".reference").first().textContent()) ?? "";
    expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    await page.getByRole("radio", { name: t("consultations:equality.yes") }).check();
    await press("consultations:respond.continue");
    await look(page, language);
    await page.getByRole("radio", { name: t("consultations:equality.question.age-band.65-74") }).check();
    await press("consultations:respond.continue");
    await look(page, language);
    await page.goto(page.url().replace(/equality.*$/, "sent"));
    await look(page, language);
    await expect(page.locator(".reference").first()).toHaveText(reference);

    // On another device: the reference alone opens it.
    await page.context().clearCookies();
    await page.goto(inLanguage(language, "/marlshire/responses"));
    await look(page, language);
    await page.locator("#reference").fill(reference.toLowerCase().replaceAll("-", " "));
    await press("consultations:respond.continue");
    await look(page, language);
    await press("consultations:mine.change");
    await look(page, language);
    await page.locator(".govuk-summary-list__actions a").first().click();
    await page.locator("textarea").first().fill(`${said[language][0]} (2)`);
    await press("consultations:respond.continue");
    await expect(page.getByText(`${said[language][0]} (2)`)).toBeVisible();
    await press("consultations:check.send-changes");
    await look(page, language);
    await expect(page.locator(".reference").first()).toHaveText(reference);

    await page.getByRole("link", { name: t("consultations:receipt.change") }).click();
    await page.getByRole("button", { name: t("consultations:mine.withdraw") }).click();
    await look(page, language);
    await press("consultations:withdraw.button");
    await look(page, language);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(t("consultations:mine.withdrawn"));
    await page.goto(inLanguage(language, "/demonstration/outbox"));
    // The title is set apart in a letter that reads from the right, so only what comes before it is looked for.
    const [subject = ""] = t("consultations:letter.withdrawn.subject", { consultation: "|" }).split("|");
    const letter = page.getByRole("row").filter({ hasText: `mair.${language}@people.example` }).filter({ hasText: subject });
    await expect(letter.getByRole("link", { name: title })).toBeVisible();
  });
}
