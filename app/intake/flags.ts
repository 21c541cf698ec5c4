// What is striking about responses, so that somebody looks at them: many at once, the same text in many, links and little
// else, filled in faster than anybody reads. A flag only asks; whether a response counts is decided by people, who know that
// sending a text on is a fair way to take part.
import type { Answer, Answers } from "#app/forms/answer.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { takesOwnWords } from "#app/forms/own-words.ts";
import type { Question } from "#app/forms/question.ts";
import { dayOf } from "#app/shared/dates.ts";

/** The words are `intake:flag.name.<kind>` and `intake:flag.noticed.<kind>`. */
export type FlagKind = "same-text" | "burst" | "too-fast" | "links";

/** Somebody's own words under one question: all of the answer, or the reasons or what was written in. */
function wordsIn(question: Question, answer: Answer | undefined): string | null {
  if (answer === undefined || !takesOwnWords(question)) return null;
  if (typeof answer === "string") return answer;
  const { reasons, other, place } = answer as { reasons?: unknown; other?: unknown; place?: unknown };
  return [reasons, other, place].find((text) => typeof text === "string") ?? null;
}

type OwnWords = { questionId: string; text: string };

/** What was written in a response at greatest length; null where nothing was. It is by this that responses are compared. */
export function longestWords(definition: FormDefinition, answers: Answers): OwnWords | null {
  let longest: OwnWords | null = null;
  for (const question of questionsOf(definition)) {
    const text = wordsIn(question, answers[question.id]);
    if (text !== null && text.length > (longest?.text.length ?? 0)) longest = { questionId: question.id, text };
  }
  return longest;
}

/** What is noted about a response. */
export type Look = {
  /** What was written at greatest length, without regard to case, blanks and punctuation; null where it is too short to tell. */
  text: string | null;
  links: number;
  /** Words beside the links. */
  words: number;
  answered: number;
  /** Where the first link leads. */
  host: string | null;
};

const links = /(?:https?:\/\/|\bwww\.)([^\s/?#<>"']+)\S*/giu;

/** Two people hardly write so much alike. */
const longEnough = 60;
const longestHost = 100;

/** A text as it is compared, so that one sent on by many is one. */
function comparable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
}

export function lookAt(definition: FormDefinition, answers: Answers): Look {
  const all = questionsOf(definition).flatMap((question) => wordsIn(question, answers[question.id]) ?? []).join("\n");
  const found = [...all.matchAll(links)];
  const text = comparable(longestWords(definition, answers)?.text ?? "");
  return {
    text: text.length >= longEnough ? text : null,
    links: found.length,
    words: all.replace(links, " ").match(/\S+/gu)?.length ?? 0,
    answered: Object.keys(answers).length,
    host: found[0]?.[1]!.toLowerCase().replace(/^www\./, "").replace(/[.,:;)\]]+$/, "").slice(0, longestHost) ?? null,
  };
}

/** So many responses with one text are looked at together. */
export const sameTextFrom = 5;

const mostLinks = 3;
const wordsALink = 10;

/** Links and little else: an argument with its source is none, nor is one with several. */
export function isAdvertising({ links: many, words }: Pick<Look, "links" | "words">): boolean {
  return many > 0 && (words < wordsALink * Math.min(many, mostLinks));
}

const secondsAnAnswer = 2;
const fewAnswers = 3;

/** Filled in from beginning to end in less than two seconds an answer; a few answers tell nothing. */
export function isTooFast({ seconds, answered }: { seconds: number | null; answered: number }): boolean {
  return seconds !== null && answered >= fewAnswers && seconds < answered * secondsAnAnswer;
}

export type MinuteCount = { minute: Date; count: number };

/** Fewer within a minute are no burst, however quiet the consultation is. */
export const leastBurst = 20;
const timesTheUsual = 10;

/** The minutes in which ten times as many came as in a usual minute in which any came, and twenty at least. */
export function burstsIn(minutes: readonly MinuteCount[], usual: number): MinuteCount[] {
  return minutes.filter(({ count }) => count >= Math.max(leastBurst, usual * timesTheUsual));
}

/** Bursts of one hour are one flag: the beginning of the hour. */
export function hourOf(minute: Date): string {
  return new Date(Math.floor(minute.getTime() / 3_600_000) * 3_600_000).toISOString();
}

/** What a flag of bursts says of itself, or of those filled in too fast: when they came. */
export function timeOfKey(kind: FlagKind, key: string): { hour: Date } | { day: string } | null {
  if (kind === "burst") return { hour: new Date(key) };
  return kind === "too-fast" ? { day: key } : null;
}

export type Looked = Look & { id: string; receivedAt: Date; seconds: number | null };

/** The flags that a response raises by itself alone, by kind and key: of links by where they lead, of haste by the day. */
export function ownFlags({ receivedAt, seconds, ...look }: Looked): { kind: FlagKind; key: string }[] {
  return [
    ...(isAdvertising(look) && look.host !== null ? [{ kind: "links" as const, key: look.host }] : []),
    ...(isTooFast({ seconds, ...look }) ? [{ kind: "too-fast" as const, key: dayOf(receivedAt) }] : []),
  ];
}

/** What officers decide about the responses of a flag. */
export const decisions = ["keep", "leave-out"] as const;
export type Decision = (typeof decisions)[number];
