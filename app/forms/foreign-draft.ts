// A form of ours in the making: questions of another program are taken one after another, and what cannot be is listed.
import { filled, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed } from "#app/shared/result.ts";
import type { Condition } from "./condition.ts";
import { checkDefinition, type Option, type Question, type Section } from "./definition.ts";
import { drawnIds } from "./entries.ts";
import { sayable, type Asked, type Placed } from "./foreign-condition.ts";
import { idFrom } from "./ids.ts";
import { shortly, type ForeignForm, type ForeignTexts } from "./foreign-form.ts";
import type { LeftOut, ReasonCode, Why } from "./left-out.ts";

const mostSections = 100;
const mostInSection = 200;
const mostQuestions = 500;
const mostLeftOut = 2_000;

type WithoutId<Each> = Each extends Question ? Omit<Each, "id" | "showWhen"> : never;
/** A question that has no id yet. */
export type NewQuestion = WithoutId<Question>;

export type Draft = {
  /** The language the form was written in. */
  main: Language;
  leaveOut(what: string, code: ReasonCode, values?: Record<string, string | number>): void;
  /** Everything taken from now on stands in a section of its own. */
  openSection(section: { key: string; heading: Text; intro?: Text; layout: Section["layout"] }, when?: Asked): void;
  /** Takes a question, or lists why it cannot be. `key` is its name in the other program, `values` what its options were called there. */
  take(key: string, question: NewQuestion, more?: { values?: ReadonlyMap<string, string>; when?: Asked }): void;
  finish(texts: ForeignTexts): ForeignForm;
};

/** The first language is the one the form was written in. */
export function startDraft(languages: readonly [Language, ...Language[]]): Draft {
  const leftOut: LeftOut[] = [];
  const sections: Section[] = [];
  const placed = new Map<string, Placed>();
  const names = new Set<string>();
  const marks = new Set<string>();
  let count = 0;
  const [main] = languages;

  const list = (what: string, why: Why) => {
    if (leftOut.length < mostLeftOut) leftOut.push({ what: shortly(what), why: "code" in why && why.values ? { ...why, values: shortened(why.values) } : why });
  };
  const leaveOut: Draft["leaveOut"] = (what, code, values) => list(what, { code, ...(values && { values }) });
  const condition = (what: string, asked: Asked | undefined): Condition | undefined => {
    if (!asked) return undefined;
    const said = sayable(asked, placed);
    if (said.ok) return said.value;
    list(what, said.problem);
    return undefined;
  };
  const problemOf = (part: Question, heading: Text) => {
    const checked = checkDefinition({ languages, sections: [{ id: "s-0", heading, layout: "one-page", questions: [part] }] });
    return checked.ok ? undefined : checked.problem[0];
  };

  return {
    main,
    leaveOut,
    openSection({ key, heading, intro, layout }, when) {
      const id = freeName(key, names);
      const showWhen = condition(heading[main] ?? key, when);
      const named = filled(heading)?.[main] === undefined ? { ...heading, [main]: shortly(key) || "1" } : heading;
      sections.push({ id, heading: named, ...(intro && { intro }), ...(showWhen && { showWhen }), layout, questions: [] });
    },
    take(key, question, { values = new Map<string, string>(), when } = {}) {
      const what = nameOf(key, question.label[main]);
      const section = sections.at(-1);
      const begun = sections.filter(({ questions }) => questions.length > 0).length;
      if (!section || (section.questions.length === 0 && begun >= mostSections)) {
        return leaveOut(what, "beyond-sections", { limit: mostSections });
      }
      if (section.questions.length >= mostInSection || count >= mostQuestions) {
        return leaveOut(what, "beyond-questions", { limit: count >= mostQuestions ? mostQuestions : mostInSection });
      }
      const id = freeId(key, question, names, marks);
      const taken = { ...question, id } as Question;
      const problem = problemOf(taken, { [main]: "x" });
      if (problem) return list(what, { problem: problem.code, ...(problem.values && { values: problem.values }) });
      const showWhen = condition(what, when);
      section.questions.push(showWhen ? { ...taken, showWhen } : taken);
      names.add(id);
      for (const mark of drawnIds(taken)) marks.add(mark);
      placed.set(key, { question: taken, values });
      count += 1;
    },
    finish(texts) {
      const kept = sections.filter(({ questions }) => questions.length > 0);
      if (kept.length === 0) return fail({ refused: { code: "no-question" }, leftOut });
      const checked = checkDefinition({ languages, sections: kept });
      if (checked.ok) return succeed({ ...texts, definition: checked.value, leftOut });
      const codes = checked.problem.map(({ path, code, values }) => ({ what: path.join("."), why: { problem: code, ...(values && { values }) } }));
      return fail({ refused: { code: "not-ours" }, leftOut: [...leftOut, ...codes] });
    },
  };
}

function shortened(values: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? shortly(value) : value]));
}

function nameOf(key: string, label: string | undefined): string {
  return label === undefined || label.trim() === "" || label === key ? key : `${key}: ${label}`;
}

function freeName(key: string, names: Set<string>): string {
  const base = `s-${idFrom(key)}`.slice(0, 50);
  let id = base;
  for (let next = 2; names.has(id); next += 1) id = `${base}-${next}`;
  names.add(id);
  return id;
}

// A name nobody has, none of whose fields and hints on a page would carry an id that another question's carry.
function freeId(key: string, question: NewQuestion, names: Set<string>, marks: Set<string>): string {
  const base = idFrom(key);
  for (let next = 1; ; next += 1) {
    const id = next === 1 ? base : `${base}-n${next}`;
    if (!names.has(id) && !drawnIds({ ...question, id } as Question).some((mark) => marks.has(mark))) return id;
  }
}

/** What people declare by sending, to be read at the end. */
export function takeDeclaration(draft: Draft, heading: Text, declaration: Text): void {
  draft.openSection({ key: "declaration", heading, layout: "one-page" });
  draft.take("declaration", { type: "statement", label: declaration });
}

/** Options with ids of ours, and which id each value of the other program became. */
export function optionsFrom(
  given: readonly { value: string; label: Text; hint?: Text; writeIn?: boolean }[],
): { options: Option[]; values: Map<string, string> } {
  const taken = new Set<string>();
  const values = new Map<string, string>();
  const options = given.map(({ value, label, hint, writeIn }) => {
    const base = idFrom(value);
    let id = base;
    for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
    taken.add(id);
    if (!values.has(value)) values.set(value, id);
    return { id, label, ...(hint && { hint }), ...(writeIn && { writeIn }) };
  });
  return { options, values };
}
