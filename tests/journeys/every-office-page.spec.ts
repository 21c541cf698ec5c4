// Every page that is for whoever is signed in is reached by links; and each, in each language, on a narrow phone without
// scripts or a wide screen with them, can be read by everybody and worked by keyboard alone.
import { directionOf, languages } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { expectKeyboardOrder } from "#tests/support/keyboard.ts";
import { follow, officeUrls, signInAs, type Found } from "#tests/support/office-pages.ts";
import { isWholeMatrix } from "#tests/support/pairs.ts";
import { inLanguage } from "#tests/support/texts.ts";

/** Where the work of these begins; of the others' pages, those that the first does not come to. */
const begin: [who: string, from: string[]][] = [
  ["Ruth Pemberton", ["/account", "/tolbridge/office", "/marlshire/office", "/wenlow-vale/office", "/nether-wenlow/office"]],
  ["Graham Tuffley", ["/marlshire/office"]],
  // alone sees what people answered by equality groups
  ["Katarzyna Nowak", ["/tolbridge/office"]],
  // returning officer of the elections
  ["Helen Standish", ["/tolbridge/office/elections"]],
];

/** Pages that nobody comes to in the demonstration as it is seeded, and why. */
const unseen = [
  "/account/email/confirm", // from a letter
  "/account/recovery-codes", // once there is an app for codes
  "/:partnership/office/people/:person/provider", // where a provider is set
  "/:partnership/office/consultations/:consultation/version/:step", // once a version has been begun
  "/:partnership/office/consultations/:consultation/flags/:flag", // once the job has looked at the responses
  "/:partnership/office/consultations/:consultation/analysis/sets/:set/campaigns/:campaign", // where nearly the same was sent by several
  "/:partnership/office/consultations/:consultation/analysis/codeframes/:codeframe/codes/:code/sort", // once a code was split
  "/:partnership/office/consultations/:consultation/analysis/codeframes/:codeframe/versions/compare", // once a version was published
  "/:partnership/office/consultations/:consultation/analysis/codeframes/:codeframe/versions/:version",
  "/:partnership/office/consultations/:consultation/analysis/work/coders/:coder", // once texts were handed out
  "/:partnership/office/consultations/:consultation/analysis/differences/:text", // where two who read the same differ
  "/:partnership/office/consultations/:consultation/analysis/reading/:question/:text/done", // leads back to the text
  "/:partnership/office/consultations/:consultation/analysis/sets/:set/suggestions/:question/themes", // once themes were looked for
  "/:partnership/office/consultations/:consultation/analysis/sets/:set/suggestions/:question/outside/:codeframe/:run", // once a model's file was brought in
  "/:partnership/office/consultations/:consultation/publication/responses/preview", // once responses are proposed to be published
  "/:partnership/office/consultations/:consultation/publication/responses/preview/:reference",
  "/:partnership/office/consultations/:consultation/report/preview", // once somebody has had the figures made
  "/:partnership/office/consultations/:consultation/report/sections/:section",
  "/:partnership/office/consultations/:consultation/report/quotes/:question",
  "/:partnership/office/consultations/:consultation/invitations/:mailing/people", // once letters have gone
  "/:partnership/office/consultations/:consultation/entries/sections/:entry/:section", // while something is being entered
  "/:partnership/office/consultations/:consultation/entries/check/:entry",
  "/:partnership/office/consultations/:consultation/entries/again/:response", // once it has been entered twice
  "/:partnership/office/bodies/:body/seats/:line", // while a version of the seats is worked on
  "/:partnership/office/decisions/:decision/votes", // while it is voted on
  "/:partnership/office/elections/:election/roll/file", // where people vote
  "/:partnership/office/elections/:election/prepare", // between candidates and a poll that is prepared
  "/:partnership/office/elections/:election/papers/:serial", // once it is over
  "/:partnership/office/elections/:election/seal",
  "/:partnership/office/elections/:election/lot", // once it is sealed
];

const found: Found[] = [];

test.beforeAll(async ({ playwright, baseURL }) => {
  test.setTimeout(120_000);
  for (const [who, from] of begin) {
    const request = await playwright.request.newContext({ baseURL });
    await signInAs(request, who);
    const reached = new Set(found.map(({ url }) => url));
    found.push(...(await follow(request, who, from, isWholeMatrix ? 6 : 3)).filter(({ url }) => !reached.has(url)));
    await request.dispose();
  }
  const place = ({ who, url }: Found) => begin.findIndex(([name]) => name === who) * officeUrls.length + officeUrls.indexOf(url);
  found.sort((one, other) => place(one) - place(other));
});

test("every page is reached by links from where its people begin", () => {
  const reached = new Set(found.map(({ url }) => url));
  expect(officeUrls.filter((url) => !reached.has(url) && !unseen.includes(url))).toEqual([]);
});

for (const [turn, language] of languages.entries()) {
  for (const isNarrow of [true, false]) {
    const width = isNarrow ? 320 : 1280;
    test.describe(`in ${language}, ${width} wide, ${isNarrow ? "light, without" : "dark, with"} scripts`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme: isNarrow ? "light" : "dark", javaScriptEnabled: !isNarrow });

      test("each page can be read by everybody and worked by keyboard", async ({ page }) => {
        test.setTimeout(isWholeMatrix ? 900_000 : 180_000);
        // One address of a kind, in one of the six ways; the next one in another language and width.
        const oneOfEach = found.filter(({ url }, index) => found.findIndex((other) => other.url === url) === index);
        const here = isWholeMatrix ? found : oneOfEach.filter((_, index) => index % languages.length === turn && index % 2 === Number(isNarrow));
        let signedIn = "";
        for (const { address, who } of here) {
          await test.step(address, async () => {
            if (who !== signedIn) await signInAs(page.request, (signedIn = who));
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
