// Arbitrary forms for tests, with arbitrary posts to them and good answers.
import fc from "fast-check";
import type { Condition } from "#app/forms/condition.ts";
import { checkDefinition, questionsOf, type FormDefinition, type Section } from "#app/forms/definition.ts";
import { fieldsOf, type Entries } from "#app/forms/entries.ts";
import type { Picture } from "#app/forms/picture.ts";
import { isPersonal, optionsOf, questionTypes, valuesOf, type Question } from "#app/forms/question.ts";
import { everyEntry, type QuestionDraft } from "./forms.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
  fc.constantFrom("Cwestiwn", "سوال", "A", "=1+1", "{{question}}", "<b>"),
);
const anyLabel = anyText.filter((label) => label.trim() !== "").map((en) => ({ en }));
const anyOptions = (least: number) =>
  fc.array(anyLabel, { minLength: least, maxLength: 5 }).map((labels) => labels.map((label, index) => ({ id: `o${index}`, label })));

const anyParts: { [Type in Question["type"]]: fc.Arbitrary<QuestionDraft[Type]> } = {
  "short-text": fc.record({ maxWords: fc.integer({ min: 1, max: 50 }) }, { requiredKeys: [] }),
  "long-text": fc.record(
    { maxWords: fc.integer({ min: 1, max: 500 }), maxLength: fc.integer({ min: 1, max: 5000 }) },
    { requiredKeys: [] },
  ),
  "one-choice": fc
    .tuple(anyOptions(1), fc.boolean())
    .map(([made, writeIn]) => ({ options: made.map((option, index) => (index === 0 ? { ...option, writeIn } : option)) })),
  "several-choices": fc
    .tuple(anyOptions(2), fc.boolean(), fc.constantFrom(undefined, 1, 2))
    .map(([made, none, atLeast]) => ({
      options: made,
      ...(none && { noneOption: { id: "none", label: { en: "None of these" } } }),
      ...(atLeast && { atLeast }),
    })),
  "yes-no-unsure": fc.constant({}),
  agreement: fc.record({ reasons: fc.boolean() }),
  rating: fc.record({ highest: fc.integer({ min: 3, max: 10 }) }),
  ranking: fc.record({ options: anyOptions(2) }),
  "point-budget": fc.record({
    options: anyOptions(2),
    points: fc.integer({ min: 1, max: 1000 }),
    spendAll: fc.boolean(),
  }),
  number: fc.record({ decimals: fc.integer({ min: 0, max: 4 }) }, { requiredKeys: [] }),
  money: fc.record({ min: fc.integer({ min: -5000, max: 5000 }) }, { requiredKeys: [] }),
  date: fc.constantFrom({}, { earliest: "2000-02-29" }, { latest: "2026-12-31" }),
  name: fc.constant({}),
  email: fc.constant({}),
  telephone: fc.constant({}),
  address: fc.constant({}),
  postcode: fc.constant({}),
  file: fc.constant({ kinds: ["image" as const], maxBytes: 1_000_000 }),
  "map-point": fc.constant({}),
  "map-line": fc.constant({}),
  "map-area": fc.constant({}),
  statement: fc.constant({}),
  matrix: fc.record({ rows: anyOptions(1), columns: anyOptions(2) }),
};

type Plan = { joined: "all" | "any" | "not"; of: Plan[] } | { earlier: number; wanted: number };

const { plan: anyPlan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ earlier: fc.nat(), wanted: fc.nat() }),
    fc.record({
      joined: fc.constantFrom("all" as const, "any" as const, "not" as const),
      of: fc.array(tie("plan"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

// A plan made real with whatever was asked before; none when nothing was.
function conditionOf(plan: Plan, earlier: Question[]): Condition | undefined {
  const asked = earlier.filter((question) => !isPersonal(question) && question.type !== "statement");
  if (asked.length === 0) return undefined;
  if ("joined" in plan) {
    const inner = plan.of.map((one) => conditionOf(one, earlier)).filter((one) => one !== undefined);
    const [first] = inner;
    if (!first) return undefined;
    if (plan.joined === "not") return { not: first };
    return plan.joined === "all" ? { all: inner } : { any: inner };
  }
  const question = asked[plan.earlier % asked.length];
  if (!question) return undefined;
  const values = valuesOf(question);
  const value = values[plan.wanted % Math.max(1, values.length)];
  if (value !== undefined) {
    return plan.wanted % 2 === 0 ? { question: question.id, is: value } : { question: question.id, isAnyOf: [value] };
  }
  if (["rating", "number", "money"].includes(question.type)) {
    const bound = plan.wanted % 10;
    return plan.wanted % 2 === 0 ? { question: question.id, atLeast: bound } : { question: question.id, atMost: bound };
  }
  return { question: question.id, isAnswered: true };
}

const anyPicture: fc.Arbitrary<Picture> = fc
  .record({ file: fc.constantFrom("k3v", "p_1-A"), width: fc.integer({ min: 1, max: 1280 }), height: fc.integer({ min: 1, max: 1280 }), alt: fc.option(anyLabel), caption: fc.option(anyLabel) })
  .map(({ alt, caption, ...size }) => ({ ...size, ...(alt ? { alt } : { decorative: true as const }), ...(caption && { caption }) }));

const anyQuestionPlan = fc.record({
  drafted: fc.constantFrom(...questionTypes).chain((type) => anyParts[type].map((parts) => ({ type, parts }))),
  label: anyLabel,
  required: fc.boolean(),
  showWhen: fc.option(anyPlan, { nil: undefined }),
  picture: fc.option(anyPicture, { nil: undefined, freq: 4 }),
});

const anySectionPlan = fc.record({
  heading: anyLabel,
  layout: fc.constantFrom("one-page" as const, "one-question-a-page" as const),
  showWhen: fc.option(anyPlan, { nil: undefined }),
  questions: fc.array(anyQuestionPlan, { minLength: 1, maxLength: 6 }),
});

/** Any form that may be asked: every type, routing over earlier answers, sections shown or not. */
export const anyDefinition: fc.Arbitrary<FormDefinition> = fc
  .array(anySectionPlan, { minLength: 1, maxLength: 4 })
  .map((plans) => {
    const earlier: Question[] = [];
    const sections = plans.map((plan, index): Section => {
      const shown = plan.showWhen && conditionOf(plan.showWhen, earlier);
      const questions = plan.questions.map(({ drafted, label, required, showWhen, picture }) => {
        const when = showWhen && conditionOf(showWhen, earlier);
        const question = {
          id: `q${earlier.length + 1}`,
          type: drafted.type,
          label,
          required,
          ...(picture && { picture }),
          ...drafted.parts,
          ...(when && { showWhen: when }),
        } as unknown as Question;
        earlier.push(question);
        return question;
      });
      return {
        id: `s${index + 1}`,
        heading: plan.heading,
        layout: plan.layout,
        questions,
        ...(shown && { showWhen: shown }),
      };
    });
    const checked = checkDefinition({ languages: ["en"], sections });
    if (!checked.ok) throw new Error(`an arbitrary form is wrong: ${JSON.stringify(checked.problem)}`);
    return checked.value;
  });

const horrors = [
  "\u0000",
  "\ud800",
  "a\udfffb",
  "\u202e",
  "constructor",
  "__proto__",
  "1e999",
  "-0",
  "9".repeat(400),
  " \t\r\n ",
  "ﷺ".repeat(20),
  "£",
  "=cmd()",
  "x".repeat(5000),
];
const plausible = ["1", "2", "3.5", "£1,200.75", "29", "2", "2024", "yes", "agree", "hr1 2aa", "SO 510 399", "52.05, -2.7"];

/** Any value of a field, good or bad. */
export const anyTyped: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...horrors, ...plausible),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

/** Any body posted to this form: its own fields with likely and unlikely values, repeated or not, and fields it never had. */
function anyPosted(definition: FormDefinition): fc.Arbitrary<[string, string][]> {
  const known = questionsOf(definition).flatMap((question) => {
    const values = [...valuesOf(question), ...(question.type === "matrix" ? question.columns : []).map(({ id }) => id)];
    return fieldsOf(question).map((field) =>
      fc.tuple(fc.constant(field), values.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, anyTyped) : anyTyped),
    );
  });
  const strange = fc.tuple(fc.oneof(anyTyped, fc.constantFrom("q1.", ".", "q1.o0.o0")), anyTyped);
  return fc.array(fc.oneof(strange, ...known), { maxLength: 60 });
}

/** A form with something posted to it. */
export const anyDefinitionAndPosted: fc.Arbitrary<{ definition: FormDefinition; posted: [string, string][] }> =
  anyDefinition.chain((definition) => anyPosted(definition).map((posted) => ({ definition, posted })));

const goodTexts = fc.constantFrom("A park", "Llwybr troed", "باغ", "Two\nlines", "=SUM(A1)");

function goodEntries(question: Question): fc.Arbitrary<Entries> {
  const whole = (value: fc.Arbitrary<string>) => value.map((typed): Entries => ({ [question.id]: [typed] }));
  switch (question.type) {
    case "one-choice":
    case "yes-no-unsure":
    case "agreement":
      return fc
        .tuple(fc.constantFrom(...valuesOf(question)), goodTexts)
        .map(([value, words]): Entries => ({
          [question.id]: [value],
          ...(fieldsOf(question)[1] !== undefined && { [fieldsOf(question)[1] ?? ""]: [words] }),
        }));
    case "several-choices":
      return fc.subarray(question.options.map(({ id }) => id), { minLength: 1 }).map((ids) => ({ [question.id]: ids }));
    case "rating":
      return whole(fc.integer({ min: 1, max: question.highest }).map(String));
    case "ranking":
      return fc
        .shuffledSubarray(question.options.map(({ id }) => id), { minLength: 1 })
        .map((ids) => Object.fromEntries(ids.map((id, index) => [`${question.id}.${id}`, [String(index + 1)]])));
    case "point-budget":
      return fc
        .constantFrom(...optionsOf(question))
        .map(({ id }) => ({ [`${question.id}.${id}`]: [String(question.points)] }));
    case "matrix":
      return fc
        .constantFrom(...question.columns)
        .map(({ id }) => Object.fromEntries(question.rows.map((row) => [`${question.id}.${row.id}`, [id]])));
    case "number":
      return whole(fc.integer({ min: -1000, max: 100_000 }).map((value) => String(value / 10 ** (question.decimals ?? 0))));
    case "money":
      return whole(fc.integer({ min: 5000, max: 10_000_000 }).map((pence) => (pence / 100).toFixed(2)));
    case "date":
      return fc.constant({
        [`${question.id}.day`]: ["29"],
        [`${question.id}.month`]: ["2"],
        [`${question.id}.year`]: ["2004"],
      });
    case "statement":
      return fc.constant({});
    case "short-text":
    case "long-text":
      return whole(goodTexts);
    default: {
      const typed = Object.entries(everyEntry).filter(([field]) => field.split(".")[0] === question.type);
      return fc.constant(
        Object.fromEntries(typed.map(([field, values]) => [field.replace(question.type, question.id), values])),
      );
    }
  }
}

/** A form with good answers to some of its questions, shown or hidden, as typed. */
export const anyDefinitionAndEntries: fc.Arbitrary<{ definition: FormDefinition; entries: Entries }> = anyDefinition.chain(
  (definition) =>
    fc
      .tuple(...questionsOf(definition).map((question) => fc.option(goodEntries(question), { nil: {} })))
      .map((all) => ({ definition, entries: Object.assign({}, ...all) as Entries })),
);
