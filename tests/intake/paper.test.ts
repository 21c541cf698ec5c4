// What a paper says under the questions of a form.
import fc from "fast-check";
import { expect, test } from "vitest";
import { questionsOf } from "#app/forms/definition.ts";
import { readPosted } from "#app/forms/entries.ts";
import { entriesOfPaper, readPaper } from "#app/intake/paper.ts";
import { buildDefinition } from "#tests/support/factories.ts";

const options = ["bus", "bike", "car"].map((id) => ({ id, label: { en: id } }));
const definition = buildDefinition([
  {
    ...{ id: "ways", heading: { en: "Ways" }, layout: "one-page" },
    questions: [
      { id: "drives", type: "yes-no-unsure", label: { en: "Do you drive?" }, required: true },
      { id: "far", type: "number", label: { en: "How far?" }, max: 100, showWhen: { question: "drives", is: "yes" } },
      { id: "means", type: "several-choices", label: { en: "How?" }, atMost: 2, options: [...options, { id: "other", label: { en: "Other" }, writeIn: true }] },
      { id: "first", type: "long-text", label: { en: "What first?" }, maxWords: 3 },
      { id: "postcode", type: "postcode", label: { en: "Postcode" } },
    ],
  },
]);
const why = (entries: Record<string, string[]>) => readPaper(definition, entries).notCounted.map((one) => [one.question.id, one.why]);

test("nothing is compulsory on paper", () => {
  expect(readPaper(definition, {})).toEqual({ answers: {}, personal: {}, unread: {}, unreadPersonal: {}, notCounted: [] });
});

test("what keeps to the rules is an answer like any other, the personal ones apart", () => {
  const read = readPaper(definition, { drives: ["yes"], far: ["12"], means: ["bus", "bike"], first: ["Mend roads"], postcode: ["gl1 1aa"] });
  expect(read.answers).toEqual({ drives: "yes", far: 12, means: { options: ["bus", "bike"] }, first: "Mend roads" });
  expect(read.personal).toEqual({ postcode: "GL1 1AA" });
  expect(read.notCounted).toEqual([]);
});

test("what breaks a rule of its question is kept as it stands and not counted", () => {
  const entries = { means: ["bus", "bike", "car"], first: ["four words are more"], postcode: ["by the church"] };
  const read = readPaper(definition, entries);
  expect([read.answers, read.personal]).toEqual([{}, {}]);
  expect(read.unread).toEqual({ means: entries.means, first: entries.first });
  expect(read.unreadPersonal).toEqual({ postcode: entries.postcode });
  expect(why(entries)).toEqual([["means", "against-rules"], ["first", "against-rules"], ["postcode", "against-rules"]]);
});

test("an answer to a question that the form would not have asked is kept and not counted", () => {
  expect(why({ drives: ["no"], far: ["12"] })).toEqual([["far", "not-asked"]]);
});

test("what was written beside an option that is not ticked is kept, and the option counts", () => {
  const entries = { means: ["bus"], "means.other": ["on foot"] };
  expect(readPaper(definition, entries).answers).toEqual({ means: { options: ["bus"] } });
  expect(why(entries)).toEqual([["means", "beside"]]);
});

test("whatever is typed is there again when the paper is corrected", () => {
  const fields = ["drives", "far", "means", "means.other", "first", "postcode"];
  const typed = fc.constantFrom("yes", "no", "bus", "bike", "other", "12", "1200", "GL1 1AA", "some words", "four words and more");
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...fields), typed), { maxLength: 12 }), (posted) => {
      const entries = readPosted(questionsOf(definition), posted);
      const read = readPaper(definition, entries);
      const again = entriesOfPaper(definition, read);
      expect(new Set(Object.keys(again))).toEqual(new Set(Object.keys(entries)));
      expect(readPaper(definition, again)).toEqual(read);
    }),
  );
});
