import { describe, expect, test } from "vitest";
import { changedLetter, lostReferenceLetter, receiptLetter, wayBackLetter, withdrawnLetter } from "#app/consultations/letters.ts";
import type { Question } from "#app/forms/definition.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const question: Question = { id: "q1", type: "long-text", number: "1", label: { en: "What should come first?" } };
const copy = { questions: [question], answers: { q1: "Buses\nand trains" } };
const link = "https://council.example/marlshire/consultations/abc/respond/return?key=7KQ2-M4XP-9RTC";

const about = (language: (typeof languages)[number]) => ({
  to: "mair@people.example",
  words: wordsFor(language),
  partnership: { en: "Marlshire Partnership", cy: "Partneriaeth Marlshire", ur: "مارلشائر پارٹنرشپ" },
  consultation: { en: "Our strategy", cy: "Ein strategaeth", ur: "ہماری حکمت عملی" },
  reference: "7KQ2-M4XP-9RTC",
  link,
});

describe.each(languages)("in %s", (language) => {
  const end = new Date("2026-03-04T00:00:00Z");

  test("the receipt has the reference, the link back and a copy of what was sent", () => {
    const letter = receiptLetter(about(language), { closesAt: end, copy });
    expect(letter).toMatchObject({ kind: "consultations/receipt", to: "mair@people.example", language });
    expect(letter.text).toContain("\n7KQ2-M4XP-9RTC\n");
    expect(letter.text).toContain(link);
    expect(letter.text).toContain("What should come first?");
    expect(letter.text).toContain("\nBuses\nand trains\n");
    expect(letter.text).not.toContain("{{");
  });

  test("a receipt of no answers says so", () => {
    const letter = receiptLetter(about(language), { closesAt: null, copy: { questions: [question], answers: {} } });
    expect(letter.text).toContain(wordsFor(language).t("consultations:letter.copy-empty"));
  });

  test("the other letters name the consultation, and only those with something to open carry a reference", () => {
    const { consultation, ...rest } = about(language);
    const found = { consultation, reference: rest.reference, link, isSent: true };
    const letters = [
      changedLetter(about(language), { copy }),
      wayBackLetter(about(language), { keptUntil: end, sendBy: end }),
      lostReferenceLetter(rest, [found, { ...found, isSent: false }]),
      withdrawnLetter(about(language), { fromEverything: true }),
    ];
    for (const letter of letters) {
      expect(letter.text).toContain(consultation[language]);
      expect(letter.text.includes(rest.reference)).toBe(letter.kind !== "consultations/withdrawn");
      expect(letter.text + letter.subject).not.toContain("{{");
    }
  });
});

test("a response withdrawn after the freeze is told that it stays in the figures made before", () => {
  const after = withdrawnLetter(about("en"), { fromEverything: false });
  expect(after.text).toContain("stays in the figures");
});
