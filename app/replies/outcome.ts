// What was decided after a consultation, the replies to what people said, and the day by which they are owed.
// Law and practice: R v Brent LBC ex p Gunning (1985), fourth test; Cabinet Office Consultation Principles 2018, J.
import { replyDueOn } from "#app/consultations/reply-due.ts";
import { addDays } from "#app/shared/dates.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import type { Entries, Unit } from "#app/shared/edits.ts";
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";
import type { Reply } from "./reply.ts";

export type Outcome = {
  /** What was decided. */
  decision: Text;
  /** Why, and how what people said was taken into account. */
  reasons: Text;
  nextSteps: Text;
  decidedOn: string | null;
  /** A later day than the twelve weeks, and why: shown to everybody. */
  laterOn: string | null;
  laterReason: Text;
  /** Who wrote in it, or in one of the replies. */
  authorIds: string[];
};

export const noOutcome: Outcome = {
  ...{ decision: {}, reasons: {}, nextSteps: {}, decidedOn: null, laterOn: null, laterReason: {} },
  authorIds: [],
};

/** The day by which people are told the reply will come: of the twelve weeks, or the later one that was explained. */
export function replyPromisedOn(consultation: { closesAt: Date | null }, { laterOn }: Pick<Outcome, "laterOn">): string | null {
  const due = replyDueOn(consultation);
  return due && laterOn && laterOn > due ? laterOn : due;
}

/** Days before the promised day, and after it, on which those who owe the reply are written to. */
const remindersInDays = [28, 7, 0, -28, -56, -84] as const;

/** The reminder that is due: the latest of those whose day has come; null before the first. */
export function reminderDue(promisedOn: string, today: string): number | null {
  return remindersInDays.filter((days) => addDays(promisedOn, -days) <= today).at(-1) ?? null;
}

export const longest = { decision: 4000, reasons: 8000, nextSteps: 4000, laterReason: 1000 } as const;
export const outcomeFields = ["decision", "reasons", "nextSteps", "laterReason"] as const;

/** The inputs, those of one day together. */
export const outcomeUnits: readonly Unit[] = [
  ...outcomeFields.flatMap((field) => languages.map((language) => [`${field}-${language}`])),
  ...[dayUnit("decided"), dayUnit("later")],
];

/** The field is an input's name; the text is `replies:problem.<code>`. */
export type OutcomeProblem = { field: string; code: "too-long" | "day-not-real" | "day-to-come" | "later-too-soon" | "later-reason" | "later-day" };

export type OutcomeTexts = Pick<Outcome, "decision" | "reasons" | "nextSteps" | "decidedOn" | "laterOn" | "laterReason">;

/** What was typed, tidied; or what is wrong with it. All of it may wait, because it is written bit by bit. */
export function readOutcome(
  entries: Entries,
  { main, today, dueOn }: { main: Language; today: string; dueOn: string | null },
): Result<OutcomeTexts, OutcomeProblem[]> {
  const problems: OutcomeProblem[] = [];
  const text = (field: (typeof outcomeFields)[number]): Text => {
    const read = readText(field, entries, passage);
    for (const input of tooLong(field, read, longest[field])) problems.push({ field: input, code: "too-long" });
    return read;
  };
  const [decision, reasons, nextSteps, laterReason] = [text("decision"), text("reasons"), text("nextSteps"), text("laterReason")];
  const [decided, later] = [readDay("decided", entries), readDay("later", entries)];
  if (!decided.isBlank && !decided.date) problems.push({ field: "decided-day", code: "day-not-real" });
  if (decided.date && decided.date > today) problems.push({ field: "decided-day", code: "day-to-come" });
  if (!later.isBlank && !later.date) problems.push({ field: "later-day", code: "day-not-real" });
  if (later.date && dueOn && later.date <= dueOn) problems.push({ field: "later-day", code: "later-too-soon" });
  // [Principles, J] "or explain": a later day has a reason, and a reason a day.
  if (later.date && laterReason[main] === undefined) problems.push({ field: `laterReason-${main}`, code: "later-reason" });
  if (later.isBlank && Object.keys(laterReason).length > 0) problems.push({ field: "later-day", code: "later-day" });
  if (problems.length > 0) return fail(problems);
  return succeed({ decision, reasons, nextSteps, decidedOn: decided.date, laterOn: later.date, laterReason });
}

/** The outcome as it would be typed, to be changed. */
export function outcomeAsTyped(outcome: OutcomeTexts): Entries {
  const texts: Entries = Object.assign({}, ...outcomeFields.map((field) => textAsTyped(field, outcome[field])));
  return { ...texts, ...dayAsTyped("decided", outcome.decidedOn), ...dayAsTyped("later", outcome.laterOn) };
}

/** What still stands in the way of publishing; the text is `replies:missing.<code>`. */
export type Missing =
  | { code: "report" | "decision" | "decided-on" | "decided-early" | "reasons" | "replies" | "own-work" }
  | { code: "untranslated"; language: Language; texts: number };

/** Nothing is missing where the list is empty. */
export function missingToPublish(
  outcome: Outcome,
  replies: readonly Reply[],
  about: { main: Language; languages: readonly Language[]; closedOn: string | null; hasReport: boolean; personId: string },
): Missing[] {
  const { decision, reasons, nextSteps, decidedOn } = outcome;
  const missing: Missing[] = [];
  // [Gunning 4] what people said has been read before it is decided: nothing is published as decided without the report.
  if (!about.hasReport) missing.push({ code: "report" });
  if (!decision[about.main]) missing.push({ code: "decision" });
  if (!decidedOn) missing.push({ code: "decided-on" });
  // [Gunning 4] a decision before the close cannot have taken into account what came until then.
  else if (!about.closedOn || decidedOn <= about.closedOn) missing.push({ code: "decided-early" });
  if (!reasons[about.main]) missing.push({ code: "reasons" });
  if (replies.length === 0) missing.push({ code: "replies" });
  const texts = [decision, reasons, nextSteps, ...replies.flatMap(({ said, did, owner }) => [said, did, owner])];
  for (const language of about.languages) {
    const without = texts.filter((text) => text[about.main] && !text[language]).length;
    if (without > 0) missing.push({ code: "untranslated", language, texts: without });
  }
  // Local policy: as nobody approves their own consultation, nobody publishes the reply they wrote.
  if (outcome.authorIds.includes(about.personId)) missing.push({ code: "own-work" });
  return missing;
}
