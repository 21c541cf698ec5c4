// What differs between two versions of a form, question by question: for whoever decides about the newer one, and for whoever
// answered the older.
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { isSame } from "#app/shared/same.ts";
import type { Condition } from "./condition.ts";
import { questionsOf, type FormDefinition, type Section } from "./definition.ts";
import { optionsOf, type Option, type Question } from "./question.ts";

export type Change =
  /** What is asked, or what may be chosen, in other words than those people answered; in these languages. */
  | { kind: "reworded" | "option-reworded"; before: Text; after: Text; languages: Language[] }
  /** In languages in which nothing was said before, or nothing is said any more. */
  | { kind: "translated" | "untranslated"; languages: Language[] }
  | { kind: "option-added" | "option-removed"; option: string; text: Text }
  | { kind: "option-order" }
  /** To whom it is shown; null is everybody. */
  | { kind: "routing"; before: Condition | null; after: Condition | null }
  /** Hints, sub-headings and introductions; how much may be answered; how its pages are cut. */
  | { kind: "hint" | "limits" | "layout" | "type" }
  | { kind: "moved"; to: Text };

export type Difference =
  | { kind: "question-added" | "question-removed"; question: Question; section: Section }
  | { kind: "question-changed"; question: Question; before: Question; changes: Change[] }
  | { kind: "section-changed"; section: Section; before: Section; changes: Change[] }
  /** The same parts in another order; the same questions under other numbers. */
  | { kind: "order" | "numbers" };

/** What is not the same in the second; nothing where both say the same. Parts are the same by their ids. */
export function differencesBetween(before: FormDefinition, after: FormDefinition): Difference[] {
  const [old, next] = [placesOf(before), placesOf(after)];
  const found: Difference[] = [];
  for (const section of after.sections) {
    const earlier = before.sections.find(({ id }) => id === section.id);
    const changes = earlier ? changesOfSection(earlier, section) : [];
    if (earlier && changes.length > 0) found.push({ kind: "section-changed", section, before: earlier, changes });
    for (const question of section.questions) {
      const was = old.get(question.id);
      if (!was) {
        found.push({ kind: "question-added", question, section });
        continue;
      }
      const moved: Change[] = was.section.id === section.id ? [] : [{ kind: "moved", to: section.heading }];
      const all = [...moved, ...changesOfQuestion(was.question, question)];
      if (all.length > 0) found.push({ kind: "question-changed", question, before: was.question, changes: all });
    }
  }
  for (const [id, { question, section }] of old) if (!next.has(id)) found.push({ kind: "question-removed", question, section });
  if (!isSame(orderOf(before, next), orderOf(after, old))) found.push({ kind: "order" });
  const isRenumbered = [...old].some(([id, { question }]) => next.has(id) && next.get(id)?.question.number !== question.number);
  return isRenumbered ? [...found, { kind: "numbers" }] : found;
}

type Place = { question: Question; section: Section };

function placesOf({ sections }: FormDefinition): Map<string, Place> {
  return new Map(sections.flatMap((section) => section.questions.map((question) => [question.id, { question, section }])));
}

/** The questions that the other form asks too, in order. */
const orderOf = (definition: FormDefinition, others: ReadonlyMap<string, Place>) =>
  questionsOf(definition).flatMap(({ id }) => (others.has(id) ? [id] : []));

function changesOfSection(before: Section, after: Section): Change[] {
  return [
    ...wordingOf("reworded", before.heading, after.heading),
    ...changed("hint", [before.intro, before.picture], [after.intro, after.picture]),
    ...routingOf(before, after),
    ...changed("layout", before.layout, after.layout),
  ];
}

/** A change that is told by its kind alone. */
function changed(kind: "hint" | "limits" | "layout" | "option-order", before: unknown, after: unknown): Change[] {
  return isSame(before, after) ? [] : [{ kind }];
}

function changesOfQuestion(before: Question, after: Question): Change[] {
  if (before.type !== after.type) return [{ kind: "type" }];
  const [old, next] = [textsOf(before), textsOf(after)];
  const worded = [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((part) => wordingOf("reworded", old[part], next[part]));
  const kept = optionsOf(before).filter(({ id }) => optionsOf(after).some((option) => option.id === id));
  const hints = (question: Question) => {
    const ofOptions = kept.map(({ id }) => optionsOf(question).find((option) => option.id === id)?.hint);
    return [question.hint, question.heading, question.picture, ofOptions];
  };
  return merged([
    ...worded,
    ...changesOfOptions(optionsOf(before), optionsOf(after)),
    ...changesOfOptions(columnsOf(before), columnsOf(after)),
    ...routingOf(before, after),
    ...changed("hint", hints(before), hints(after)),
    ...changed("limits", limitsOf(before), limitsOf(after)),
  ]);
}

const columnsOf = (question: Question) => (question.type === "matrix" ? question.columns : []);

/** The words that an answer answers, by part. */
function textsOf(question: Question): Record<string, Text | undefined> {
  return {
    label: question.label,
    ...("reasonsLabel" in question && { reasonsLabel: question.reasonsLabel }),
    ...("lowLabel" in question && { lowLabel: question.lowLabel }),
    ...("highLabel" in question && { highLabel: question.highLabel }),
    ...("unit" in question && { unit: question.unit }),
  };
}

/** What is told of elsewhere, or makes no difference. */
const noLimits = [
  ...["id", "label", "hint", "heading", "number", "showWhen", "picture", "reasonsLabel", "lowLabel", "highLabel", "unit"],
  ...["options", "noneOption", "rows", "columns"],
];

function limitsOf(question: Question): unknown {
  const marks = [...optionsOf(question), ...columnsOf(question)].flatMap(({ id, writeIn }) => (writeIn ? [id] : []));
  return { ...Object.fromEntries(Object.entries(question).filter(([name]) => !noLimits.includes(name))), marks };
}

function routingOf(before: Question | Section, after: Question | Section): Change[] {
  const [old, next] = [before.showWhen ?? null, after.showWhen ?? null];
  return isSame(old, next) ? [] : [{ kind: "routing", before: old, after: next }];
}

function wordingOf(kind: "reworded" | "option-reworded", before: Text = {}, after: Text = {}): Change[] {
  const said = (text: Text, language: Language) => (text[language] ?? "").trim();
  const of = (isSo: (old: string, next: string) => boolean) => languages.filter((language) => isSo(said(before, language), said(after, language)));
  const [translated, untranslated] = [of((old, next) => old === "" && next !== ""), of((old, next) => old !== "" && next === "")];
  const reworded = of((old, next) => old !== "" && next !== "" && old !== next);
  return [
    ...(reworded.length > 0 ? [{ kind, before, after, languages: reworded }] : []),
    ...(translated.length > 0 ? [{ kind: "translated" as const, languages: translated }] : []),
    ...(untranslated.length > 0 ? [{ kind: "untranslated" as const, languages: untranslated }] : []),
  ];
}

function changesOfOptions(before: readonly Option[], after: readonly Option[]): Change[] {
  const [old, next] = [new Map(before.map((option) => [option.id, option])), new Map(after.map((option) => [option.id, option]))];
  const added = after.filter(({ id }) => !old.has(id)).map(({ id, label }) => ({ kind: "option-added" as const, option: id, text: label }));
  const removed = before.filter(({ id }) => !next.has(id)).map(({ id, label }) => ({ kind: "option-removed" as const, option: id, text: label }));
  const reworded = after.flatMap((option) => (old.has(option.id) ? wordingOf("option-reworded", old.get(option.id)?.label, option.label) : []));
  const kept = (options: readonly Option[], others: ReadonlyMap<string, Option>) => options.flatMap(({ id }) => (others.has(id) ? [id] : []));
  return [...added, ...removed, ...reworded, ...changed("option-order", kept(before, next), kept(after, old))];
}

/** What was translated is told once of a question and its options together. */
function merged(changes: readonly Change[]): Change[] {
  const once = (kind: "translated" | "untranslated"): Change[] => {
    const of = changes.flatMap((change) => (change.kind === kind ? change.languages : []));
    return of.length === 0 ? [] : [{ kind, languages: languages.filter((language) => of.includes(language)) }];
  };
  return [...changes.filter(({ kind }) => kind !== "translated" && kind !== "untranslated"), ...once("translated"), ...once("untranslated")];
}

/** Questions whose words are not those people answered: what is asked is corrected by a note, or asked anew under a name of its own. */
export function rewordedQuestions(differences: readonly Difference[]): { question: Question; before: Question }[] {
  return differences.flatMap((difference) => {
    if (difference.kind !== "question-changed" || difference.question.type === "statement") return [];
    const isReworded = difference.changes.some(({ kind }) => kind === "reworded" || kind === "option-reworded");
    return isReworded ? [{ question: difference.question, before: difference.before }] : [];
  });
}
