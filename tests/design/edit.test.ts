// Editing a form: whatever is done to it, it stays one that may be asked, and undoing gives back what was.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, type Edit } from "#app/design/edit.ts";
import { applyChanges, changesBetween, reversed } from "#app/design/parts.ts";
import { stepOfQuestion, stepOfSection } from "#app/design/place.ts";
import { checkDefinition, questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { checkNewVersion } from "#app/forms/versions.ts";

const words = { en: "How often do you walk?" };
const plainQuestion = { type: "long-text" as const, label: words };
const head = { heading: { en: "Getting about" }, layout: "one-page" as const };

const formOf = (sections: FormDefinition["sections"]): FormDefinition => ({ languages: ["en"], sections });

function done(definition: FormDefinition, edit: Edit, earlier: FormDefinition[] = []): FormDefinition {
  const result = applyEdit(definition, edit, earlier);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.definition;
}

const idsOf = (definition: FormDefinition) => questionsOf(definition).map(({ id }) => id);

/** "why" is shown to those who do not take the bus. */
const form = formOf([
  {
    ...{ id: "transport", heading: { en: "Transport" }, layout: "one-page" },
    questions: [
      { id: "bus", type: "yes-no-unsure", label: { en: "Do you take the bus?" } },
      { id: "why", type: "long-text", label: { en: "Why?" }, showWhen: { question: "bus", is: "no" } },
    ],
  },
  { id: "homes", heading: { en: "Homes" }, layout: "one-page", questions: [{ id: "build", type: "short-text", label: { en: "Where to build?" } }] },
]);

describe("an edit", () => {
  test("of any kind, in any order, leaves a form that may be asked or is refused with a reason; undone, it leaves what was", () => {
    const pick = fc.nat(20);
    const arbitrary = fc.record({ kind: fc.nat(11), one: pick, other: pick, first: fc.boolean(), text: fc.string({ minLength: 1, unit: "grapheme", maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 25 }), (wishes) => {
        let definition = form;
        for (const { kind, one, other, first, text } of wishes) {
          const sections = definition.sections;
          const section = sections[one % sections.length]!;
          const question = questionsOf(definition)[one % questionsOf(definition).length]!;
          const target = sections[other % sections.length]!;
          const after = first ? null : (target.questions[other % target.questions.length]?.id ?? null);
          const afterSection = first ? null : target.id;
          const label = text.trim() === "" ? { en: "x" } : { en: text };
          const edits: (Edit | null)[] = [
            { kind: "add-section", head: { ...head, heading: label }, question: { type: "long-text", label }, after: afterSection },
            { kind: "change-section", section: section.id, head: { heading: { en: text }, layout: "one-question-a-page" } },
            { kind: "move-section", section: section.id, after: afterSection },
            { kind: "remove-section", section: section.id },
            { kind: "add-question", question: { type: "yes-no-unsure", label }, section: target.id, after },
            { kind: "change-question", to: { ...question, label: { en: text } } as Question },
            { kind: "move-question", question: question.id, section: target.id, after },
            { kind: "copy-question", question: question.id },
            { kind: "remove-question", question: question.id },
            { kind: "reuse-section", from: section, after: afterSection },
            { kind: "number-questions", how: first ? "in-order" : "not" },
            (first ? stepOfQuestion : stepOfSection)(definition, first ? question.id : section.id, other % 2 === 0 ? "up" : "down"),
          ];
          const edit = edits[kind];
          if (!edit) continue;
          const result = applyEdit(definition, edit);
          if (!result.ok) {
            expect(["gone", "last-question", "last-section", "refused"]).toContain(result.problem.code);
            continue;
          }
          const next = result.value.definition;
          expect(checkDefinition(next)).toEqual({ ok: true, value: next });
          const changes = JSON.parse(JSON.stringify(changesBetween(definition, next))) as ReturnType<typeof changesBetween>;
          expect(applyChanges(definition, changes)).toEqual({ ok: true, value: next });
          expect(applyChanges(next, reversed(changes))).toEqual({ ok: true, value: definition });
          definition = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  test("of one part changes that part alone, so that two people's edits of different parts do not meet", () => {
    const changed = done(form, { kind: "change-question", to: { id: "build", type: "short-text", label: { en: "Where?" } } });
    expect(Object.keys(changesBetween(form, changed))).toEqual(["question build"]);
    const renamed = done(form, { kind: "change-section", section: "homes", head });
    expect(Object.keys(changesBetween(form, renamed))).toEqual(["section homes"]);
    const moved = done(form, { kind: "move-section", section: "homes", after: null });
    expect(Object.keys(changesBetween(form, moved))).toEqual(["outline"]);
  });

  test("is not undone over what somebody has changed since", () => {
    const first = done(form, { kind: "change-question", to: { id: "build", type: "short-text", label: { en: "Where?" } } });
    const second = done(first, { kind: "change-question", to: { id: "build", type: "short-text", label: { en: "Where now?" } } });
    expect(applyChanges(second, reversed(changesBetween(form, first)))).toEqual({ ok: false, problem: ["question build"] });
  });
});

describe("what others hang on", () => {
  test("a question whose answer decides what is shown is not removed, and the reason names the question that is shown by it", () => {
    const result = applyEdit(form, { kind: "remove-question", question: "bus" });
    expect(result).toMatchObject({ ok: false, problem: { code: "refused", refusals: [{ code: "condition-question-unknown", of: { id: "why" } }] } });
  });

  test("nor moved behind the question it decides", () => {
    const result = applyEdit(form, stepOfQuestion(form, "bus", "down")!);
    expect(result).toMatchObject({ ok: false, problem: { refusals: [{ code: "condition-forward", of: { id: "why" } }] } });
  });

  test("a section keeps a question and a form a section", () => {
    expect(applyEdit(form, { kind: "remove-question", question: "build" })).toEqual({ ok: false, problem: { code: "last-question" } });
    expect(applyEdit(form, { kind: "move-question", question: "build", section: "transport", after: null })).toEqual({ ok: false, problem: { code: "last-question" } });
    const one = done(form, { kind: "remove-section", section: "transport" });
    expect(applyEdit(one, { kind: "remove-section", section: "homes" })).toEqual({ ok: false, problem: { code: "last-section" } });
  });

  test("what somebody else has removed meanwhile cannot be changed, and is not put back by it", () => {
    const gone = { ok: false, problem: { code: "gone" } };
    expect(applyEdit(form, { kind: "change-question", to: { id: "train", type: "short-text", label: words } })).toEqual(gone);
    expect(applyEdit(form, { kind: "add-question", section: "homes", after: "bus", question: plainQuestion })).toEqual(gone);
  });
});

describe("a new part's id", () => {
  test("is made of its words and stays when they change", () => {
    const added = done(form, { kind: "add-question", section: "homes", after: "build", question: plainQuestion });
    expect(idsOf(added)).toEqual(["bus", "why", "build", "how-often-do-you-walk"]);
    const to = { id: "how-often-do-you-walk", type: "long-text", label: { en: "Do you walk?" } } as const;
    expect(idsOf(done(added, { kind: "change-question", to }))).toEqual(idsOf(added));
  });

  test("begins no other's and continues no other's, because the fields on a page are called after them", () => {
    const added = done(form, { kind: "add-question", section: "homes", after: null, question: { type: "long-text", label: { en: "Bus: often?" } } });
    expect(idsOf(added)[2]).toBe("2-bus-often");
  });

  test("is none that a published version ever asked", () => {
    const before = formOf([{ id: "old", heading: { en: "Old" }, layout: "one-page", questions: [{ id: "how-often-do-you-walk", type: "rating", highest: 5, label: words }] }]);
    const added = done(form, { kind: "add-question", section: "homes", after: null, question: plainQuestion }, [before, form]);
    expect(idsOf(added)[2]).toBe("2-how-often-do-you-walk");
    expect(checkNewVersion([before, form], added)).toEqual([]);
  });

  test("is made even where the words hold no Latin letter", () => {
    const urdu = done(form, { kind: "add-question", section: "homes", after: null, question: { type: "long-text", label: { en: "بس؟" } } });
    expect(idsOf(urdu)[2]).toBe("part");
  });
});

describe("moving by one", () => {
  test("leads over the edge of a section to the end or the beginning of the next", () => {
    expect(idsOf(done(form, stepOfQuestion(form, "why", "down")!))).toEqual(["bus", "why", "build"]);
    expect(done(form, stepOfQuestion(form, "why", "down")!).sections.map(({ questions }) => questions.length)).toEqual([1, 2]);
    expect(stepOfQuestion(form, "bus", "up")).toBeNull();
    expect(stepOfQuestion(form, "build", "down")).toBeNull();
    expect(stepOfSection(form, "transport", "up")).toBeNull();
    expect(done(form, stepOfSection(form, "transport", "down")!).sections.map(({ id }) => id)).toEqual(["homes", "transport"]);
  });
});

describe("numbers", () => {
  test("that run 1, 2, 3 through the form go on doing so after any edit", () => {
    const inOrder = done(form, { kind: "number-questions", how: "in-order" });
    const added = done(inOrder, { kind: "add-question", section: "transport", after: "bus", question: plainQuestion });
    expect(questionsOf(added).map(({ number }) => number)).toEqual(["1", "2", "3", "4"]);
    const read = done(added, { kind: "add-question", section: "homes", after: null, question: { type: "statement", label: { en: "Read this" } } });
    expect(questionsOf(read).map(({ number }) => number)).toEqual(["1", "2", "3", undefined, "4"]);
  });

  test("that were given by hand are left as they are", () => {
    const own = done(form, { kind: "change-question", to: { id: "build", type: "short-text", number: "7b", label: { en: "Where?" } } });
    const added = done(own, { kind: "add-question", section: "transport", after: "bus", question: plainQuestion });
    expect(questionsOf(added).map(({ number }) => number)).toEqual([undefined, undefined, undefined, "7b"]);
  });
});

test("a section of another form comes with ids of its own here and without conditions that its questions no longer meet", () => {
  const reused = done(form, { kind: "reuse-section", from: form.sections[0]!, after: "homes" });
  expect(reused.sections.map(({ id }) => id)).toEqual(["transport", "homes", "2-transport"]);
  expect(reused.sections[2]!.questions.map(({ id, showWhen }) => [id, showWhen])).toEqual([
    ["do-you-take-the-bus", undefined],
    ["2-why", undefined],
  ]);
});
