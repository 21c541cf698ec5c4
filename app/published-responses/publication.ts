// Whether responses of a consultation are published one by one: proposed by an officer, published by another, taken back with a reason.
import { mayPublishResults, mayReadAnswers } from "#app/consultations/office-policy.ts";
import type { Role } from "#app/people/role.ts";
import type { Publishable, PublishableLine } from "#app/publication/choice.ts";
import type { PublishedResults, ShownTable } from "#app/publication/published-results.ts";
import type { Text } from "#app/shared/languages.ts";

/** Whose responses; the words are `published-responses:whose.<choice>`. */
export const whoseChoices = ["organisations", "all"] as const;
export type Whose = (typeof whoseChoices)[number];

export type Publication = {
  id: string;
  number: number;
  /** Of which set of responses. */
  setId: string;
  set: number;
  whose: Whose;
  /** The questions whose answers, chosen from those offered, may stand beside what people wrote. */
  questions: string[];
  proposedById: string;
  proposedAt: Date;
  publishedAt: Date | null;
  withdrawn: { at: Date; reason: Text } | null;
};

/** What holds now, and what waits for a second person, of all there ever was with the newest first. */
export function standing(all: readonly Publication[]): { latest: Publication | null; current: Publication | null; proposed: Publication | null } {
  const [newest] = all;
  const latest = all.find(({ publishedAt }) => publishedAt !== null) ?? null;
  return { latest, current: latest?.withdrawn ? null : latest, proposed: newest && newest.publishedAt === null ? newest : null };
}

/** Those who read the answers propose, because they know what is in them. */
export function mayPropose(roles: readonly Role[]): boolean {
  return mayReadAnswers(roles);
}

/** Nobody publishes what they proposed. */
export function mayPublish(who: { personId: string; roles: readonly Role[] }, { proposedById }: Pick<Publication, "proposedById">): boolean {
  return mayPublishResults(who.roles) && proposedById !== who.personId;
}

/** Takes one response out of what is published: whoever sees that it should not be there. */
export function mayWithhold(roles: readonly Role[]): boolean {
  return mayReadAnswers(roles) || mayPublishResults(roles);
}

const chosenFromFew = ["one-choice", "several-choices", "yes-no-unsure", "agreement", "rating", "matrix"] as const;

/** The questions whose answers may stand beside a response; figures, days, orders and places single people out. */
export function offered(questions: readonly Publishable[]): Publishable[] {
  return questions.filter(({ question }) => chosenFromFew.some((type) => type === question.type));
}

/** What each line of the chosen questions is kept under. */
export function keysOf(questions: readonly Publishable[], chosen: readonly string[]): string[] {
  return questions.filter(({ question }) => chosen.includes(question.id)).flatMap(({ lines }) => lines.map(({ key }) => key));
}

function hidesNothing({ base, rows, by }: ShownTable): boolean {
  const isWhole = (counts: readonly (number | null)[]) => counts.every((count) => count !== null);
  return (
    isWhole([base, ...rows.map(({ count }) => count)]) &&
    by.every((cross) => isWhole([cross.base, ...cross.columns.map(({ count }) => count), ...cross.rows.flatMap(({ count, counts }) => [count, ...counts])]))
  );
}

/**
 * Of these, the lines whose answers may stand beside what an individual wrote: those of whose published tables the gate hides nothing.
 * Where a figure is hidden, or nothing is published of the question, single answers would tell it.
 */
export function openKeys(keys: readonly string[], results: PublishedResults | null): string[] {
  const all = [...(results?.questions ?? []), ...(results?.groups ?? [])];
  // because a group that is hidden anywhere could be counted from the single answers
  const crossed = new Set((results?.questions ?? []).filter((table) => !hidesNothing(table)).flatMap(({ by }) => by.map(({ group }) => group)));
  return keys.filter((key) => {
    const tables = all.filter((table) => table.key === key);
    return tables.length > 0 && tables.every(hidesNothing) && !crossed.has(key);
  });
}

/** A line by what it is kept under. */
export function lineOf(questions: readonly Publishable[], key: string): PublishableLine | undefined {
  return questions.flatMap(({ lines }) => lines).find((line) => line.key === key);
}

/** What an officer proposes, or what is wrong with it. */
export type Proposal = { whose: Whose; questions: string[] };

export function readProposal(form: URLSearchParams, questions: readonly Publishable[]): Proposal | null {
  const whose = whoseChoices.find((one) => one === form.get("whose"));
  if (!whose) return null;
  const typed = form.getAll("questions");
  return { whose, questions: questions.flatMap(({ question }) => (typed.includes(question.id) ? [question.id] : [])) };
}

/** Characters of why one response is taken out. */
export const longestWhy = 500;
