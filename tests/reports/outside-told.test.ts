// The method note tells each model outside by name: what came from it, what people made of that, and how far it agreed with them.
import { expect, test } from "vitest";
import { methodBlocks } from "#app/reports/method-blocks.ts";
import type { Method, ReportShown } from "#app/reports/shown.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const model = { model: "ThemeFinder", version: "0.7.9", isWithdrawn: false, themes: 8, taken: 6, suggested: 20, accepted: 5, rejected: 3, texts: 238, alpha: 0.7124, raw: 0.91 };
const told = (outside?: NonNullable<NonNullable<Method["helped"]>["outside"]>) => {
  const method = {
    ...{ sets: [], design: { isSample: false, drawn: "", population: null }, coded: { texts: 0 }, campaigns: { confirmed: 0, texts: 0, undecided: 0 } },
    moderation: { mayBePublished: 0, clear: 0, held: 0, rejected: 0, waiting: 0, summaryOnly: 0, removed: [] },
    ...{ hidden: { figures: 0, tables: 0 }, helped: { themes: 0, taken: 0, codes: outside ? 20 : 0, accepted: 5, rejected: 3, ...(outside && { outside }) } },
  };
  const shown = { set: { number: 2, frozenAt: "2026-01-01T12:00:00.000Z" }, frames: [], method } as unknown as ReportShown;
  return JSON.stringify(methodBlocks(wordsFor("en"), shown)).replaceAll(/[\u2066-\u2069]/g, "");
};

test("a model that was measured is told with its agreement, and one that was not with why not; what was withdrawn is told so", () => {
  const both = told([model, { ...model, model: "Another", isWithdrawn: true, texts: 4, alpha: null, raw: null }]);
  expect(both).toContain("From an outside model, ThemeFinder 0.7.9: of its 8 themes people found or made 6 codes; of 20 codes that it suggested for an answer people accepted 5 and refused 3.");
  expect(both).toMatch(/on 238 texts that people had coded without seeing what it said: Krippendorff’s alpha 0\.712, the same decision in 91%/);
  expect(both).toMatch(/Another 0\.7\.9.*withdrawn later.*too few texts \(4\)/);
});

test("a report that was published before models were told, or used none, says nothing of any", () => {
  expect(told()).toContain("Nothing was suggested to the coders.");
  expect(told()).not.toContain("outside model");
  expect(told([])).not.toContain("outside model");
});
