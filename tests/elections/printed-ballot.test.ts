// What a printed ballot paper says: how to fill it in, the candidates in their order, and where it goes until when; nothing of whose it is.
import { expect, test } from "vitest";
import { printedBallot } from "#app/elections/printed-ballot.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const named = ["Ann Price", "Bilal Khan", "Carys Pugh"].map((name, index) => ({ number: index + 1, name, organisation: index === 1 ? { en: "Anglers", cy: "Pysgotwyr" } : {} }));
const of = (wanted: Partial<{ kind: "ranks" | "crosses"; most: number }> = {}) => ({
  partnership: { name: { en: "Place Partnership" }, contact: { post: "1 High Street, Place" } },
  title: { en: "Two members", cy: "Dau aelod" },
  timetable: { ...proposedTimetable("2026-05-04"), pollClosesOn: "2026-06-19", pollClosesTime: "15:00" },
  paper: { kind: "ranks" as const, most: 3, seats: 2, named, ...wanted },
});

test("it names the candidates in their order, with whom they are of, in the language of the paper", () => {
  const cy = printedBallot(of(), wordsFor("cy"));
  expect(cy.title).toBe("Dau aelod");
  expect(cy.candidates).toEqual([{ number: 1, name: "Ann Price", organisation: "" }, { number: 2, name: "Bilal Khan", organisation: "Pysgotwyr" }, { number: 3, name: "Carys Pugh", organisation: "" }]);
});

test("it says how many ranks or crosses there may be where that is bounded, and until when it must be back", () => {
  const said = (wanted = {}) => printedBallot(of(wanted), wordsFor("en"));
  expect(said().paragraphs).toContain("Rank as many or as few as you like.");
  expect(said({ most: 2 }).paragraphs).toContain("You can write numbers up to 2.");
  expect(said({ kind: "crosses", most: 2 }).paragraphs).toContain("You can put crosses up to this number: 2.");
  expect(said().afterwards.join(" ")).toMatch(/neither your name[\s\S]*by 19 June 2026 at 15:00[\s\S]*1 High Street/);
});
