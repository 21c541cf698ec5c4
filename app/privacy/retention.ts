// The retention clock: how long what is kept of people is kept, from when it counts, and what stops it.
// Source: UK GDPR Art 5(1)(e). The periods of answers are local policy (the partnership's privacy notice says the same).
import { addMonths, dayOf } from "#app/shared/dates.ts";

/** What of a consultation's responses goes when, counted from its outcome. */
export const answerRules = [
  { name: "contacts", months: 12 },
  { name: "equality", months: 24 },
  { name: "answers", months: 72 },
] as const;
export type AnswerRule = (typeof answerRules)[number]["name"];

/** Days after a response was withdrawn before the freeze until what it said is deleted: until then somebody may have erred. */
export const withdrawnKeptInDays = 30;
/** Months after a letter went, or was given up, until whom it was to is forgotten. */
export const lettersKeptInMonths = 12;

/** Months after somebody last said that a stakeholder belongs on a list until they are erased; the same after what they were invited to. */
export const stakeholdersKeptInMonths = 12;

/** Months after a safeguarding case was closed until it goes with its notes; what was passed on lies with those who act on it. */
export const closedCasesKeptInMonths = 12;

/** What goes by itself, whichever consultation it belongs to. */
const otherRules = ["drafts", "entries", "withdrawn", "safeguarding", "followers", "stakeholders", "applications", "registrations", "nominated", "letters", "sign-ins", "requests", "askers", "elections"] as const;
export type OtherRule = (typeof otherRules)[number];

/** Every rule in the order in which it is told and run; the words are `privacy:rule.<rule>`. */
export const retentionRules: readonly (AnswerRule | OtherRule)[] = [...answerRules.map(({ name }) => name), ...otherRules];
export type RetentionRule = (typeof retentionRules)[number];

export function isRetentionRule(value: unknown): value is RetentionRule {
  return retentionRules.some((rule) => rule === value);
}

export type Clock = { from: "outcome" | "closing"; on: string };

type Dates = { publishedAt: Date | null; closesAt: Date | null; graceInMinutes: number; outcomePublishedAt: Date | null };

/**
 * From which day a consultation's periods count: that of its outcome, and as long as none is published, that on which the last
 * response could be sent. Null while responses may still come.
 */
export function clockOf({ publishedAt, closesAt, graceInMinutes, outcomePublishedAt }: Dates, now: Date): Clock | null {
  if (outcomePublishedAt !== null && outcomePublishedAt <= now) return { from: "outcome", on: dayOf(outcomePublishedAt) };
  if (publishedAt === null || closesAt === null) return null;
  const over = new Date(closesAt.getTime() + graceInMinutes * 60_000);
  return over <= now ? { from: "closing", on: dayOf(over) } : null;
}

/** The last day on which it is kept. */
export function keptUntil(clock: Clock, rule: AnswerRule): string {
  const { months } = answerRules.find(({ name }) => name === rule)!;
  return addMonths(clock.on, months);
}

/** Whether its time is over: from the day after the last. */
export function isOver(clock: Clock | null, rule: AnswerRule, today: string): boolean {
  return clock !== null && keptUntil(clock, rule) < today;
}

/** The reason for a hold, at most so long. */
export const longestReason = 500;
