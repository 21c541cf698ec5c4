// Every page that is for whoever is signed in is reached by links; and each, in each language, on a narrow phone without
// scripts or a wide screen with them, can be read by everybody and worked by keyboard alone.
import { directionOf, languages } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { expectKeyboardOrder } from "#tests/support/keyboard.ts";
import { follow, officeUrls, signInAs, type Found } from "#tests/support/office-pages.ts";
import { inLanguage } from "#tests/support/texts.ts";

const who = "Ruth Pemberton";
const from = ["/account", "/marlshire/office", "/tolbridge/office", "/wenlow-vale/office", "/nether-wenlow/office"];
const isWhole = process.env.FOLKMOOT_MATRIX === "full";

/** Pages that nobody comes to in the demonstration as it is seeded, and why. */
const unseen = [
  "/account/email/confirm", // from a letter
  "/account/recovery-codes", // once there is an app for codes
  "/:partnership/office/people/:person/provider", // where a provider is set
  "/:partnership/office/consultations/:consultation/counts", // a part of a page, for its script
  "/:partnership/office/consultations/:consultation/version/:step", // once a new version is begun
  "/:partnership/office/privacy/requests/:request",
  "/:partnership/office/privacy/requests/:request/correct/:thing",
  "/:partnership/office/privacy/requests/:request/erase",
  "/:partnership/office/consultations/:consultation/events/:event/attendance",
  "/:partnership/office/consultations/:consultation/responses/:response",
  "/:partnership/office/consultations/:consultation/entries/sections/:entry/:section",
  "/:partnership/office/consultations/:consultation/entries/check/:entry",
  "/:partnership/office/consultations/:consultation/entries/again",
  "/:partnership/office/consultations/:consultation/entries/again/:response",
  "/:partnership/office/safeguarding",
  "/:partnership/office/safeguarding/cases/:case",
];

let found: Found[] = [];

test.beforeAll(async ({ playwright, baseURL }) => {
  test.setTimeout(120_000);
  const request = await playwright.request.newContext({ baseURL });
  await signInAs(request, who);
  found = (await follow(request, from, isWhole ? 4 : 2)).sort((one, other) => officeUrls.indexOf(one.url) - officeUrls.indexOf(other.url));
  await request.dispose();
});

test("every page is reached by links from where its people begin", () => {
  const reached = new Set(found.map(({ url }) => url));
  expect(officeUrls.filter((url) => !reached.has(url)).sort()).toEqual([...unseen].sort());
});

for (const [turn, language] of languages.entries()) {
  for (const isNarrow of [true, false]) {
    const width = isNarrow ? 320 : 1280;
    test.describe(`in ${language}, ${width} wide, ${isNarrow ? "light, without" : "dark, with"} scripts`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme: isNarrow ? "light" : "dark", javaScriptEnabled: !isNarrow });

      test("each page can be read by everybody and worked by keyboard", async ({ page }) => {
        test.setTimeout(isWhole ? 900_000 : 180_000);
        // Each address in one of the six ways, and neighbours, which are of one kind, in different ones.
        const here = found.filter((_, index) => isWhole || index % 6 === turn * 2 + Number(isNarrow));
        await signInAs(page.request, who);
        for (const { address } of here) {
          await test.step(address, async () => {
            await page.goto(inLanguage(language, address));
            await expect.soft(page.locator("html")).toHaveAttribute("lang", language);
            await expect.soft(page.locator("html")).toHaveAttribute("dir", directionOf(language));
            await expect.soft(page.locator("h1")).toHaveCount(1);
            await expectNoSideways(page, width, expect.soft);
            await expectAccessible(page, expect.soft);
            if (!isNarrow) await expectKeyboardOrder(page, expect.soft);
          });
        }
      });
    });
  }
}
