// A delegation: what the full partnership has left to a smaller group, written down [SG02].
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage, readPence } from "#app/shared/typed.ts";

export type DelegationTexts = {
  bodyId: string;
  /** What is left to it, and up to where. */
  scope: Text;
  limits: Text;
  /** The most it may decide about at once. */
  limitInPence: number | null;
  startsOn: string;
  reviewOn: string;
  /** The decision that gave it; else who did, and when. */
  decisionId: string | null;
  agreedNote: string | null;
};

export type Delegation = DelegationTexts & { id: string; endedOn: string | null };

export type DelegationProblem = "delegation-ended" | "delegation-other" | "delegation-beyond";

type Use = { bodyId: string; amountInPence: number | null; on: string };

/** What is wrong with resting a decision of a day on it; null where nothing is. One past its review holds until it is ended. */
export function problemWith(delegation: Delegation, { bodyId, amountInPence, on }: Use): DelegationProblem | null {
  if (delegation.bodyId !== bodyId) return "delegation-other";
  if (on < delegation.startsOn || (delegation.endedOn !== null && on > delegation.endedOn)) return "delegation-ended";
  if (delegation.limitInPence !== null && (amountInPence ?? 0) > delegation.limitInPence) return "delegation-beyond";
  return null;
}

/** The words are `decisions:delegation.standing.<standing>`. */
export type DelegationStanding = "coming" | "in-force" | "review-due" | "ended";

export function standingOf({ startsOn, reviewOn, endedOn }: Pick<Delegation, "startsOn" | "reviewOn" | "endedOn">, today: string): DelegationStanding {
  if (endedOn !== null && today > endedOn) return "ended";
  if (today < startsOn) return "coming";
  return today >= reviewOn ? "review-due" : "in-force";
}

export const longest = { scope: 2000, limits: 2000, agreedNote: 300 } as const;
const texts = ["scope", "limits"] as const;

export const delegationUnits: readonly Unit[] = [
  ...[["body"], ["limit"], dayUnit("starts"), dayUnit("review"), ["agreed"], ["agreedNote"]],
  ...texts.flatMap((field) => languages.map((language) => [`${field}-${language}`])),
];

/** The field is an input's name; the words are `decisions:problem.<code>`. */
export type Problem = { field: string; code: string; most?: number };

/** What was typed, tidied; or what is wrong with it. */
export function readDelegation(entries: Entries, { bodyIds, decisionIds }: { bodyIds: readonly string[]; decisionIds: readonly string[] }): Result<DelegationTexts, Problem[]> {
  const problems: Problem[] = [];
  const bodyId = bodyIds.find((id) => id === entries.body);
  if (!bodyId) problems.push({ field: "body", code: "body-missing" });
  const [scope, limits] = [readText("scope", entries, passage), readText("limits", entries, passage)];
  if (scope[defaultLanguage] === undefined) problems.push({ field: `scope-${defaultLanguage}`, code: "scope-missing" });
  for (const [field, text] of [["scope", scope], ["limits", limits]] as const) {
    problems.push(...tooLong(field, text, longest[field]).map((input) => ({ field: input, code: "too-long", most: longest[field] })));
  }
  const typedLimit = line(entries.limit ?? "");
  const limitInPence = typedLimit === "" ? null : (readPence(typedLimit) ?? -1);
  if (limitInPence !== null && limitInPence <= 0) problems.push({ field: "limit", code: "amount" });
  const [starts, review] = [readDay("starts", entries), readDay("review", entries)];
  if (!starts.date) problems.push({ field: "starts-day", code: starts.isBlank ? "day-missing" : "day-not-real" });
  if (!review.date) problems.push({ field: "review-day", code: review.isBlank ? "day-missing" : "day-not-real" });
  if (starts.date && review.date && review.date <= starts.date) problems.push({ field: "review-day", code: "review-early" });
  const { decisionId, agreedNote } = readAuthority(entries, decisionIds, problems);
  if (problems.length > 0 || !bodyId || !starts.date || !review.date) return fail(problems);
  return succeed({ bodyId, scope, limits, limitInPence, startsOn: starts.date, reviewOn: review.date, decisionId, agreedNote });
}

/** Who agreed something: one of the decisions, or what is told of it. */
export function readAuthority(entries: Entries, decisionIds: readonly string[], problems: Problem[]): { decisionId: string | null; agreedNote: string | null } {
  const decisionId = decisionIds.find((id) => id === entries.agreed) ?? null;
  const agreedNote = line(entries.agreedNote ?? "");
  if (decisionId === null && agreedNote === "") problems.push({ field: "agreedNote", code: "agreed-missing" });
  if (agreedNote.length > longest.agreedNote) problems.push({ field: "agreedNote", code: "too-long", most: longest.agreedNote });
  return { decisionId, agreedNote: decisionId === null ? agreedNote : null };
}

/** A delegation as it would be typed, to be changed; a new one, of today, where there is none. */
export function delegationAsTyped(delegation: DelegationTexts | null, today: string): Entries {
  const { bodyId = "", scope = {}, limits = {}, limitInPence = null, startsOn = today, reviewOn = null, decisionId, agreedNote } = delegation ?? {};
  return {
    ...{ body: bodyId, limit: limitInPence === null ? "" : (limitInPence / 100).toFixed(2), ...textAsTyped("scope", scope), ...textAsTyped("limits", limits) },
    ...{ ...dayAsTyped("starts", startsOn), ...dayAsTyped("review", reviewOn), agreed: decisionId ?? "", agreedNote: agreedNote ?? "" },
  };
}
