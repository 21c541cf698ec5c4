// A test run: a form answered as residents will answer it, where everything typed goes along with each page and is kept nowhere.
import type { AnswerError } from "#app/forms/answer.ts";
import { checkPage, pagesOf } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { fieldsOf, mergeEntries, readPosted, type Entries } from "#app/forms/entries.ts";
import { checkDraft, questionsPosted } from "./draft.ts";
import { sendingForm, type Say } from "./sending-form.ts";
import { pathOf, readWay } from "./way-on.ts";

/** What was typed so far, in the form and in the one that every consultation asks before sending. */
export type Trial = { entries: Entries; sending: Entries };

/** Where somebody is in it. */
export type TrialPlace =
  | { kind: "start" | "check" | "stored" }
  | { kind: "questions" | "sending"; pageId: string; isChecking: boolean };

/** As it stands in the page; what cannot be understood is the start. */
export function placeOf(key: string): TrialPlace {
  const [, kind, pageId = "", from] = /^(questions|sending)\/([a-z0-9-]{1,60})(\?from=check)?$/.exec(key) ?? [];
  if (kind === "questions" || kind === "sending") return { kind, pageId, isChecking: from !== undefined };
  return { kind: key === "check" || key === "stored" ? key : "start" };
}

export function keyOf(place: TrialPlace): string {
  return "pageId" in place ? `${place.kind}/${place.pageId}${place.isChecking ? "?from=check" : ""}` : place.kind;
}

const fileParts = ["file-id", "name", "mime-type", "size"];
const prefixes = { entries: "_f.", sending: "_s." } as const;

/** What goes along, under names that no question has; not what the page itself asks. */
export function carriedFields({ entries, sending }: Trial, shown: { kind: string; questions: readonly Question[] } | null): [name: string, value: string][] {
  const left = (own: "entries" | "sending", kind: string, all: Entries) => {
    const asked = new Set(shown?.kind === kind ? shown.questions.filter(({ type }) => type !== "file").flatMap(fieldsOf) : []);
    return Object.entries(all).flatMap(([field, typed]) => (asked.has(field) ? [] : typed.map((one) => [`${prefixes[own]}${field}`, one] as [string, string])));
  };
  return [...left("entries", "questions", entries), ...left("sending", "sending", sending)];
}

/** What came along with what was posted. */
export function readCarried(definition: FormDefinition, say: Say, posted: Iterable<readonly [string, string]>): Trial {
  const all = [...posted];
  const under = (prefix: string) => all.flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : []));
  const own = under(prefixes.entries);
  const questions = questionsOf(definition);
  const files = questions.filter(({ type }) => type === "file").flatMap(({ id }) => fileParts.map((part) => `${id}.${part}`));
  const entries = readPosted(questions, own);
  for (const [field, value] of own) if (files.includes(field) && value !== "") entries[field] = [value.slice(0, 500)];
  return { entries, sending: readPosted(questionsOf(sendingForm(say, {})), under(prefixes.sending)) };
}

export type Turned = { trial: Trial; place: TrialPlace; errors: AnswerError[] };

type Posted = { has: (name: string) => boolean; get: (name: string) => string | null } & Iterable<readonly [string, string]>;

/** The questions that a post from this place answers. */
export function questionsAt(definition: FormDefinition, say: Say, { entries, sending }: Trial, place: TrialPlace, has: (field: string) => boolean): Question[] {
  if (!("pageId" in place)) return [];
  const [form, own] = place.kind === "questions" ? [definition, entries] : [sendingForm(say, sending), sending];
  return questionsPosted(form, pagesOf(form, own), place.pageId, has);
}

/** Where the pressed button leads from here, with what was typed; `taken` are the files that came with it. */
export function turn(
  definition: FormDefinition,
  say: Say,
  trial: Trial,
  place: TrialPlace,
  posted: Posted,
  taken: { entries: Entries; errors: AnswerError[] } = { entries: {}, errors: [] },
): Turned {
  if (!("pageId" in place)) {
    const [first] = pagesOf(definition, trial.entries);
    const wanted = placeOf(posted.get("_go") ?? (place.kind === "start" && first ? `questions/${first.id}` : "check"));
    const isReady = checkDraft(trial, definition, say).mayBeSent;
    return { trial, place: wanted.kind === "stored" && !isReady ? { kind: "check" } : wanted, errors: [] };
  }
  const { kind, pageId, isChecking } = place;
  const isOwn = kind === "questions";
  const old = isOwn ? trial.entries : trial.sending;
  const formAfter = (entries: Entries) => (isOwn ? definition : sendingForm(say, entries));
  const before = pagesOf(formAfter(old), old);
  const questions = questionsAt(definition, say, trial, place, (field) => posted.has(field));
  const typed = mergeEntries(old, { ...readPosted(questions, posted), ...taken.entries }, questions);
  const after = isOwn ? { ...trial, entries: typed } : { ...trial, sending: typed };
  const way = readWay(posted);
  const errors = way.to === "next" ? [...taken.errors, ...checkPage(formAfter(typed), { questions }, typed).errors] : [];
  if (errors.length > 0) return { trial: after, place, errors };
  const lastQuestions = pagesOf(definition, after.entries).at(-1);
  const path = pathOf(way, {
    ...{ pageId, isChecking, before, after: pagesOf(formAfter(typed), typed), seen: [pageId], checkAnswers: "check" },
    at: (id) => `${kind}/${id}`,
    first: isOwn ? "start" : lastQuestions ? `questions/${lastQuestions.id}` : "start",
    last: isOwn ? "sending/about-you" : "check",
    later: keyOf(place),
  });
  return { trial: after, place: placeOf(path), errors: [] };
}
