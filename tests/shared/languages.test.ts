// What is said in one language within a sentence of another.
import { expect, test } from "vitest";
import { languageNamed } from "#app/shared/languages.ts";

test("the name of a language keeps apart from a sentence that runs the other way, and from none that runs as it does", () => {
  expect(languageNamed("cy", "en")).toBe("Cymraeg");
  expect(languageNamed("cy", "ur")).toBe("\u2068Cymraeg\u2069");
  expect(languageNamed("ur", "en")).toBe("\u2068اردو\u2069");
  expect(languageNamed("ur", "ur")).toBe("اردو");
});
