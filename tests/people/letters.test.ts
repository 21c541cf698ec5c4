import { expect, test } from "vitest";
import { signInLetter } from "#app/people/letters.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const address = "https://folkmoot.example/sign-in/link?token=abc";

test.each(languages)("a letter in %s holds the code and the link, each on a line of its own", (language) => {
  const person = { name: "Mair Rees", email: "mair@people.example" };
  const letter = signInLetter(wordsFor(language), person, { code: "482913", address, site: "Marlshire Partnership" });
  expect(letter).toMatchObject({ kind: "people/sign-in", to: "mair@people.example", language });
  const lines = letter.text.split("\n");
  expect(lines).toContain("482 913");
  expect(lines).toContain(address);
  expect(letter.text).toContain("Mair Rees");
  expect(letter.text).not.toMatch(/\{\{|undefined/);
});
