// Every page that anybody may open: in each language, on a narrow phone and a wide screen, light and dark, with and without
// scripts. axe finds nothing, nothing runs off the side, the language and direction are right, the title is its own.
import { directionOf, languages } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { pairwise } from "#tests/support/pairs.ts";
import { inLanguage } from "#tests/support/texts.ts";

const pages = [
  "/",
  "/accessibility",
  "/privacy",
  "/how-we-work",
  "/sign-in",
  "/demonstration/people",
  "/demonstration/outbox",
  "/marlshire",
  "/marlshire/consultations",
  "/marlshire/responses",
  "/marlshire/responses/lost",
  "/tolbridge/how-we-work",
  "/tolbridge/glossary",
  "/tolbridge/bodies/board",
  "/tolbridge/networks/community-network",
  "/tolbridge/networks/community-network/join",
  "/tolbridge/meetings",
  "/tolbridge/decisions",
  "/tolbridge/decisions/follow",
  "/tolbridge/delegations",
  "/nobody-answers-this",
];

const rounds = pairwise({ path: pages, language: languages, width: [320, 1280], colour: ["light", "dark"] as const, scripts: [true, false] });

for (const { path, language, width, colour, scripts } of rounds) {
  test.describe(`${path} in ${language}, ${width} wide, ${colour}, ${scripts ? "with" : "without"} scripts`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: colour, javaScriptEnabled: scripts });

    test("can be read by everybody", async ({ page }) => {
      await page.goto(inLanguage(language, path));
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", directionOf(language));
      await expect(page.locator("h1")).toHaveCount(1);
      expect(await page.title()).not.toBe("Folkmoot");
      await expectNoSideways(page, width);
      await expectAccessible(page);
    });
  });
}

// The elections of a network have addresses of their own in every demonstration: they are found by their links, from the list to the
// result of one that is over.
for (const [turn, language] of languages.entries()) {
  const width = turn === 1 ? 1280 : 320;
  test.describe(`elections in ${language}, ${width} wide, ${turn === 2 ? "without" : "with"} scripts`, () => {
    test.use({ viewport: { width, height: 800 }, javaScriptEnabled: turn !== 2 });

    test("the list, each notice, candidates, voting, a result and its recount can be read by everybody", async ({ page }) => {
      const seen = new Set<string>();
      const waiting = ["/tolbridge/elections"];
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        seen.add(path);
        await page.goto(inLanguage(language, path));
        await expectAccessible(page);
        await expectNoSideways(page, width);
        const links = await page.locator("main a[href*='/tolbridge/elections/']").evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
        for (const link of links.map((one) => one.replace(/^\/(cy|ur)(?=\/)/, ""))) {
          if (!/\.\w+$/.test(link) && !seen.has(link) && !waiting.includes(link)) waiting.push(link);
        }
      }
      const parts = new Set([...seen].map((path) => path.split("/").at(-1)));
      expect([...parts]).toEqual(expect.arrayContaining(["candidates", "declaration", "nominate", "on-the-roll", "questions", "recount", "result", "rules", "tracking", "vote"]));
    });
  });
}
