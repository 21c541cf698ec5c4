import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askableBefore, conditionOf, draftOf, type Node } from "#app/design/condition-draft.ts";
import { changeDraft, markOf, readDraft } from "#app/design/condition-fields.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { Condition } from "#app/forms/condition.ts";
import type { Question } from "#app/forms/question.ts";
import { holds } from "#app/forms/routing.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const questions: Question[] = [
  buildQuestion("yes-no-unsure", { id: "here" }),
  buildQuestion("several-choices", { id: "places" }),
  buildQuestion("number", { id: "cars" }),
  buildQuestion("money", { id: "cost" }),
  buildQuestion("long-text", { id: "words" }),
];

const simple = fc.constantFrom<Condition>(
  { question: "here", is: "yes" },
  { question: "here", isAnyOf: ["yes", "no"] },
  { question: "places", isAnyOf: ["park", "none"] },
  { question: "cars", atLeast: 2 },
  { question: "cars", atMost: 3.5 },
  { question: "cost", atLeast: 1250 },
  { all: [{ question: "cars", atLeast: 1 }, { question: "cars", atMost: 4 }] },
  { question: "words", isAnswered: true },
);
const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
})).condition;
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    here: fc.constantFrom("yes", "no", "unsure"),
    places: fc.constantFrom({ options: ["park"] }, { options: ["none"] }, { options: ["shop", "school"] }),
    cars: fc.constantFrom(0, 1, 2, 3, 4, 5),
    cost: fc.constantFrom(0, 1249, 1250),
    words: fc.constant("x"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

/** As a browser posts what the page shows. */
function fieldsOf(node: Node, path = "0"): [string, string][] {
  const own: [string, string][] = [[`node-${path}`, markOf(node)], [`how-${path}`, node.how]];
  if (node.kind === "group") return [...own, ...node.parts.flatMap((part, index) => fieldsOf(part, `${path}-${index}`))];
  return [...own, ...node.values.map((value): [string, string] => [`values-${path}`, value]), [`low-${path}`, node.low], [`high-${path}`, node.high]];
}

test("a condition that is opened, posted and saved as it is holds exactly where it held", () => {
  fc.assert(
    fc.property(anyCondition, fc.array(anyAnswers, { minLength: 1, maxLength: 20 }), (condition, all) => {
      const draft = draftOf(condition, questions);
      const read = readDraft(new URLSearchParams(fieldsOf(draft)), questions);
      expect(read).toEqual(draft);
      const made = conditionOf(read, questions);
      expect(made.ok).toBe(true);
      for (const answers of all) expect(made.ok && holds(made.value ?? undefined, answers)).toBe(holds(condition, answers));
    }),
    { numRuns: 200 },
  );
});

describe("a condition being made", () => {
  const post = (fields: Record<string, string>) => new URLSearchParams(fields);
  test("grows by rows and groups, and shrinks again", () => {
    let draft = draftOf(undefined, questions);
    draft = changeDraft(draft, "add 0", post({ "about-0": "here" }), questions);
    draft = changeDraft(draft, "group 0", post({}), questions);
    draft = changeDraft(draft, "add 0-1", post({ "about-0-1": "cars" }), questions);
    expect(draft.parts.map(markOf)).toEqual(["leaf here", "group"]);
    expect(changeDraft(draft, "remove 0-1-0", post({}), questions).parts[1]).toMatchObject({ parts: [] });
    expect(changeDraft(draft, "remove 0-0", post({}), questions).parts.map(markOf)).toEqual(["group"]);
    expect(changeDraft(draft, "add 7", post({ "about-7": "tlh" }), questions)).toBe(draft);
  });

  test("is none where nothing stands in it", () => {
    expect(conditionOf(draftOf(undefined, questions), questions)).toEqual({ ok: true, value: null });
  });

  test("tells what is missing in each row, and loses nothing typed", () => {
    const typed = { "node-0": "group", "node-0-0": "leaf here", "how-0-0": "is", "node-0-1": "leaf cars", "how-0-1": "within", "low-0-1": "many", "node-0-2": "leaf cost", "how-0-2": "within", "low-0-2": "£5", "high-0-2": "2" };
    const draft = readDraft(post(typed), questions);
    expect(draft.parts[1]).toMatchObject({ low: "many" });
    expect(conditionOf(draft, questions)).toMatchObject({
      problem: [
        { field: "values-0-0", code: "values-missing" },
        { field: "low-0-1", code: "figure-not-understood" },
        { field: "high-0-2", code: "range-reversed" },
      ],
    });
  });
});

test("a part may hang on what is asked before it, and on nothing personal", () => {
  const form = buildForm([buildQuestion("statement"), buildQuestion("name"), buildQuestion("rating"), buildQuestion("number"), buildQuestion("money")]);
  expect(askableBefore(form, "money").map(({ id }) => id)).toEqual(["rating", "number"]);
  expect(askableBefore(form, "all")).toEqual([]);
});
