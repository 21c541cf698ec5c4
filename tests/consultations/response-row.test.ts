import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemInWords } from "#app/consultations/file-problem.ts";
import { readResponseMap, type ResponseMap } from "#app/consultations/response-map.ts";
import { rowReader } from "#app/consultations/response-row.ts";
import type { FormDefinition, Question } from "#app/forms/definition.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { buildForm } from "#tests/support/forms.ts";

const words = wordsFor("en");
const today = "2026-06-30";

function mapOf(wanted: object): ResponseMap {
  const read = readResponseMap({
    ...{ source: "survey", key: "id", channel: "paper_form", receivedOn: { column: "date", format: "DD/MM/YYYY" } },
    ...wanted,
  });
  if (!read.ok) throw new Error(read.problem.join("\n"));
  return read.value;
}

const questions: Question[] = [
  { id: "place", type: "short-text", label: { en: "Where?" }, maxLength: 20 },
  { id: "bus", type: "yes-no-unsure", label: { en: "Bus?" } },
  { id: "why", type: "long-text", label: { en: "Why?" }, showWhen: { question: "bus", is: "no" } },
  {
    ...{ id: "wants", type: "several-choices", label: { en: "What?" } },
    options: [
      { id: "shelter", label: { en: "A shelter", cy: "Lloches" } },
      { id: "other", label: { en: "Other" }, writeIn: true },
    ],
    noneOption: { id: "none", label: { en: "None of these" } },
  },
  { id: "since", type: "date", label: { en: "Since?" } },
  { id: "postcode", type: "postcode", label: { en: "Postcode?" } },
];
const definition = buildForm(questions);

const answers = [
  { column: "Place", question: "place" },
  { column: "Bus", question: "bus", values: { J: "yes", N: "no" } },
  { column: "Why", question: "why" },
  { column: "Wants", question: "wants", separator: ";" },
  { column: "Other", question: "wants", part: "other" },
  { column: "Since", question: "since", format: "YYYY-MM-DD" },
  { column: "Postcode", question: "postcode" },
];
const header = ["id", "date", "Place", "Bus", "Why", "Wants", "Other", "Since", "Postcode"];

function read(cells: Record<string, string>, wanted: object = {}) {
  const reader = rowReader(mapOf({ answers, ...wanted }), definition, header, today, words);
  if (!reader.ok) throw new Error(reader.problem.join("\n"));
  return reader.value(header.map((name) => ({ id: "1", date: "04/09/2013", ...cells })[name] ?? ""));
}

function reason(cells: Record<string, string>, wanted: object = {}): string {
  const row = read(cells, wanted);
  return row.ok ? "loaded" : row.reason;
}

describe("a row of a file of responses", () => {
  it("is understood by the form's own rules, whatever its case and blanks", () => {
    const row = read({ Place: "  South  West Edinburgh ", Bus: "j", Wants: "lloches; OTHER", Other: "A bench", Since: "2012-02-29", Postcode: "eh112aa" });
    expect(row).toEqual({
      ok: true,
      row: {
        ...{ key: "1", channel: "paper_form", language: "en", respondentType: "individual", permission: "summary", receivedOn: "2013-09-04" },
        answers: { place: "South West Edinburgh", bus: "yes", wants: { options: ["shelter", "other"], other: "A bench" }, since: "2012-02-29" },
        personal: { postcode: "EH11 2AA" },
      },
    });
  });

  it("a time of day behind the date is passed over", () => {
    expect(reason({ Place: "Leith", date: "04/09/2013 14:05" })).toBe("loaded");
  });

  it.each([
    [{}, "it answers nothing: every answer is blank"],
    [{ Place: " \u00a0\u200b\t" }, "it answers nothing: every answer is blank"],
    [{ Place: "Leith", id: " " }, "the key column “id” is blank"],
    [{ Place: "Leith", date: "" }, "no date is given"],
    [{ Place: "Leith", date: "31/02/2013" }, "“31/02/2013” is not a date written as DD/MM/YYYY"],
    [{ Place: "Leith", date: "2013-09-04" }, "“2013-09-04” is not a date written as DD/MM/YYYY"],
    [{ Place: "Leith", date: "01/07/2026" }, "2026-07-01 has not come yet"],
    [{ Place: "Leith", date: "01/07/0201" }, "0201-07-01 is too long ago"],
    [{ Place: "A place whose name is too long" }, "Your answer to “Where?” must be 20 characters or fewer. You have used 30."],
    [{ Bus: "maybe" }, "“maybe” under “Bus” is not an option that the map or the form knows"],
    [{ Bus: "J", Why: "Late" }, "it answers “why”, which the form does not ask of somebody with its other answers"],
    [{ Wants: "A shelter", Other: "A bench" }, "something is written in for “wants” without the option that asks for it"],
    [{ Wants: "None of these; A shelter" }, "For “What?”, select either “None of these” or your other answers, not both"],
    [{ Since: "29/02/2012" }, "“29/02/2012” under “Since” is not a date written as YYYY-MM-DD"],
    [{ Postcode: "EH11" }, "Enter a full UK postcode for “Postcode?”, like HR1 2HX"],
  ])("%j: %s", (cells, expected) => {
    expect(reason(cells)).toBe(expected);
  });

  it("a row with too many or too few columns is refused with its key", () => {
    const reader = rowReader(mapOf({ answers }), definition, header, today, words);
    expect(reader.ok && reader.value(["7", "x"])).toEqual({ ok: false, key: "7", reason: "it has 2 columns where the first line has 9" });
  });

  it("an unknown channel is refused, and a blank one unless the map says what a blank means", () => {
    const channel = { column: "Why", values: { Phone: "phone" } };
    const without = answers.filter(({ column }) => column !== "Why");
    expect(reason({ Place: "Leith", Why: "pigeon" }, { channel, answers: without })).toBe("the map does not know the channel “pigeon”");
    expect(reason({ Place: "Leith" }, { channel, answers: without })).toBe("no channel is given");
    expect(reason({ Place: "Leith" }, { channel: { column: "Why", values: { "": "letter" } }, answers: without })).toBe("loaded");
  });

  it("a column that must not be blank refuses the row that leaves it so", () => {
    expect(reason({ Bus: "J" }, { answers: answers.map((one) => ({ ...one, needed: one.column === "Place" })) })).toBe("“Place” is blank");
  });

  it("no cells make it throw, and what it loads holds nothing PostgreSQL would refuse", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("", "J", "N", "04/09/2013", "A shelter;Other", "2012-02-29", "=1+1", "\u0000", "constructor", "__proto__"),
    );
    const reader = rowReader(mapOf({ answers }), definition, header, today, words);
    if (!reader.ok) throw new Error("the map fits");
    fc.assert(
      fc.property(fc.array(cell, { minLength: header.length - 1, maxLength: header.length }), (cells) => {
        const row = reader.value(cells);
        if (row.ok) expect(JSON.stringify(row.row)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        else expect(row.reason).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a map of responses", () => {
  const problems = (map: object, form: FormDefinition = definition, columns = ["id", "date", "Place"]) => {
    const reader = rowReader(mapOf(map), form, columns, today, words);
    return reader.ok ? [] : reader.problem;
  };

  it("says something of every column of the file and nothing of others", () => {
    expect(problems({ answers: [answers[0]], ignored: ["date", "Note"] }, definition, ["id", "date", "Place", "Mood", "Mood"])).toEqual([
      "The file has more than one column “Mood”.",
      "The file has no column “Note”.",
      "The map says nothing of the column “Mood”: name it under \"answers\" or under \"ignored\".",
      "The map says nothing of the column “Mood”: name it under \"answers\" or under \"ignored\".",
      "The map both uses and ignores the column “date”.",
    ]);
  });

  it.each([
    [{ question: "nowhere" }, "there is no question “nowhere” in the form"],
    [{ question: "since" }, 'a date needs its "format" and no part'],
    [{ question: "place", part: "street" }, "the question has no such part"],
    [{ question: "wants", part: "street" }, 'its "part" must be one of other'],
    [{ question: "place", tick: "a" }, "only a question with several choices can be ticked"],
    [{ question: "wants", tick: "sofa" }, "there is no option “sofa”"],
    [{ question: "bus", values: { J: "si" } }, "“J” means “si”, which is not an option of the question"],
    [{ question: "bus", separator: ";" }, 'only several choices take a "separator"'],
    [{ question: "place", values: { a: "b" } }, 'only choices take "values" or a "separator"'],
  ])("%j: %s", (answer, expected) => {
    expect(problems({ answers: [{ column: "Place", ...answer }] })).toEqual([`The column “Place” cannot be read: ${expected}.`]);
  });

  it("options may each have a column of ticks", () => {
    const ticks = mapOf({ answers: ["shelter", "none"].map((tick) => ({ column: tick, question: "wants", tick })) });
    const reader = rowReader(ticks, definition, ["id", "date", "shelter", "none"], today, words);
    if (!reader.ok) throw new Error(reader.problem.join());
    expect(reader.value(["1", "04/09/2013", "Yes", "0"])).toMatchObject({ row: { answers: { wants: { options: ["shelter"] } } } });
    expect(reader.value(["1", "04/09/2013", "perhaps", "0"])).toMatchObject({ reason: "“perhaps” under “shelter” is neither a tick nor none" });
  });

  it("what is wrong with it is told in words", () => {
    const read = readResponseMap({ source: "A b", key: "id", channel: "pigeon", receivedOn: { column: "d", format: "D/M/Y" }, answers: [] });
    expect(read.ok ? [] : read.problem.map((problem) => problemInWords(problem, words))).toEqual([
      "source: must be small letters, digits and hyphens, 60 at most",
      expect.stringMatching(/^channel: must be one of online, email, .*, or a column and what each of its values means$/),
      "receivedOn.format: must hold DD, MM and YYYY once each, like DD/MM/YYYY",
      expect.stringMatching(/^answers: /),
    ]);
  });

  it("nothing a file can hold makes the reading of a map throw", () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => void readResponseMap(input)));
  });

  it("the example that is shipped is a map", () => {
    const shipped = JSON.parse(readFileSync("docs/examples/natural-neighbourhoods.map.json", "utf8")) as unknown;
    expect(readResponseMap(shipped).ok).toBe(true);
  });
});
