// A test run: a form answered as residents will answer it, where everything typed goes along with each page and is kept nowhere.
import type { AnswerError } from "#app/forms/answer.ts";
import { checkPage, pagesOf } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { fieldsOf, mergeEntries, readPosted, type Entries } from "#app/forms/entries.ts";
import { checkDraft, questionsPosted } from "./draft.ts";
import { equalityForm } from "./equality-form.ts";
import { sendingForm, type Say } from "./sending-form.ts";
import { pathOf, readWay } from "./way-on.ts";

/** What is tried: a form, and whether the equality questions follow it. */
export type Tried = { definition: FormDefinition; asksEquality: boolean; say: Say };

/** What was typed so far: in the form, in the one that every consultation asks before sending, and of the equality questions after it. */
export type Trial = Record<"entries" | "sending" | "equality", Entries>;
export const nothingTyped: Trial = { entries: {}, sending: {}, equality: {} };

const typedIn = { questions: "entries", sending: "sending", equality: "equality" } as const;
type Part = keyof typeof typedIn;

/** Where somebody is in it; "ask" is where one may leave the equality questions out. */
export type TrialPlace = { kind: "start" | "check" | "ask" | "stored" } | { kind: Part; pageId: string; isChecking: boolean };

/** As it stands in the page; what cannot be understood is the start. */
export function placeOf(key: string): TrialPlace {
  const [, kind = "", pageId = "", from] = /^([a-z]+)\/([a-z0-9-]{1,60})(\?from=check)?$/.exec(key) ?? [];
  if (Object.hasOwn(typedIn, kind)) return { kind: kind as Part, pageId, isChecking: from !== undefined };
  return { kind: key === "check" || key === "ask" || key === "stored" ? key : "start" };
}

/** The form that a page is of, as it is asked after what was typed, and what was typed in it. */
export function askedAt({ definition, say }: Tried, part: Part, trial: Trial): { form: FormDefinition; typed: Entries } {
  const typed = trial[typedIn[part]];
  if (part === "questions") return { form: definition, typed };
  return { form: part === "sending" ? sendingForm(say, typed) : equalityForm(say), typed };
}

export function keyOf(place: TrialPlace): string {
  return "pageId" in place ? `${place.kind}/${place.pageId}${place.isChecking ? "?from=check" : ""}` : place.kind;
}

const fileParts = ["file-id", "name", "mime-type", "size"];
const prefixes = { questions: "_f.", sending: "_s.", equality: "_e." } as const;
const parts = Object.keys(prefixes) as Part[];

/** What goes along, under names that no question has; not what the page itself asks. */
export function carriedFields(trial: Trial, shown: { kind: string; questions: readonly Question[] } | null): [name: string, value: string][] {
  return parts.flatMap((part) => {
    const asked = new Set(shown?.kind === part ? shown.questions.filter(({ type }) => type !== "file").flatMap(fieldsOf) : []);
    return Object.entries(trial[typedIn[part]]).flatMap(([field, typed]) =>
      asked.has(field) ? [] : typed.map((one) => [`${prefixes[part]}${field}`, one] as [string, string]),
    );
  });
}

/** What came along with what was posted. */
export function readCarried({ definition, say }: Tried, posted: Iterable<readonly [string, string]>): Trial {
  const all = [...posted];
  const under = (prefix: string) => all.flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : []));
  const own = under(prefixes.questions);
  const questions = questionsOf(definition);
  const files = questions.filter(({ type }) => type === "file").flatMap(({ id }) => fileParts.map((part) => `${id}.${part}`));
  const entries = readPosted(questions, own);
  for (const [field, value] of own) if (files.includes(field) && value !== "") entries[field] = [value.slice(0, 500)];
  const readIn = (form: FormDefinition, prefix: string) => readPosted(questionsOf(form), under(prefix));
  return { entries, sending: readIn(sendingForm(say, {}), prefixes.sending), equality: readIn(equalityForm(say), prefixes.equality) };
}

/** `isUnsaid` where one went on without saying whether to answer the equality questions. */
export type Turned = { trial: Trial; place: TrialPlace; errors: AnswerError[]; isUnsaid?: boolean };

type Posted = { has: (name: string) => boolean; get: (name: string) => string | null } & Iterable<readonly [string, string]>;

/** The questions that a post from this place answers. */
export function questionsAt(tried: Tried, trial: Trial, place: TrialPlace, has: (field: string) => boolean): Question[] {
  if (!("pageId" in place)) return [];
  const { form, typed } = askedAt(tried, place.kind, trial);
  return questionsPosted(form, pagesOf(form, typed), place.pageId, has);
}

/** Where the pressed button leads from here, with what was typed; `taken` are the files that came with it. */
export function turn(
  tried: Tried,
  trial: Trial,
  place: TrialPlace,
  posted: Posted,
  taken: { entries: Entries; errors: AnswerError[] } = { entries: {}, errors: [] },
): Turned {
  if (!("pageId" in place)) return turnBetween(tried, trial, place.kind, posted);
  const { kind, pageId, isChecking } = place;
  const old = askedAt(tried, kind, trial);
  const before = pagesOf(old.form, old.typed);
  const questions = questionsAt(tried, trial, place, (field) => posted.has(field));
  const typed = mergeEntries(old.typed, { ...readPosted(questions, posted), ...taken.entries }, questions);
  const after: Trial = { ...trial, [typedIn[kind]]: typed };
  const { form } = askedAt(tried, kind, after);
  const way = readWay(posted);
  const errors = way.to === "next" ? [...taken.errors, ...checkPage(form, { questions }, typed).errors] : [];
  if (errors.length > 0) return { trial: after, place, errors };
  const lastQuestions = pagesOf(tried.definition, after.entries).at(-1);
  const path = pathOf(way, {
    ...{ pageId, isChecking, before, after: pagesOf(form, typed), seen: [pageId], checkAnswers: "check" },
    at: (id) => `${kind}/${id}`,
    first: { questions: "start", sending: lastQuestions ? `questions/${lastQuestions.id}` : "start", equality: "ask" }[kind],
    last: { questions: "sending/about-you", sending: "check", equality: "stored" }[kind],
    later: keyOf(place),
  });
  return { trial: after, place: placeOf(path), errors: [] };
}

/** From a place that is no page of questions. What is not ready to be sent goes no further than being checked. */
function turnBetween(tried: Tried, trial: Trial, from: "start" | "check" | "ask" | "stored", posted: Posted): Turned {
  const to = (key: string): Turned => ({ trial, place: placeOf(key), errors: [] });
  const isReady = checkDraft(trial, tried.definition, tried.say).mayBeSent;
  if (from === "ask" && isReady) {
    const { form, typed } = askedAt(tried, "equality", trial);
    const answer = posted.get("answer");
    if (answer === "yes") return to(`equality/${pagesOf(form, typed)[0]?.id}`);
    return answer === "skip" ? to("stored") : { ...to("ask"), isUnsaid: true };
  }
  const [first] = pagesOf(tried.definition, trial.entries);
  const wanted = posted.get("_go") ?? (from === "start" && first ? `questions/${first.id}` : "check");
  if (wanted !== "stored") return to(wanted);
  return to(!isReady ? "check" : tried.asksEquality ? "ask" : "stored");
}
