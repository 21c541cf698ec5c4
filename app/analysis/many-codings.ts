// One code given to several texts at once, from the list of them: to each as a whole, in the reading in which its coder codes it.
import type { Stance } from "./coding.ts";

/** What became of the texts that a code was given to at once; the words are `many-texts:given.<outcome>`. */
export const outcomes = ["given", "had", "not-given"] as const;
export type Outcome = (typeof outcomes)[number];
export type Outcomes = Record<Outcome, number>;

/** As an address says it; null where it says nothing of the kind. */
export function outcomesIn(search: URLSearchParams): Outcomes | null {
  const numbers = outcomes.map((one) => search.get(one) ?? "");
  if (!numbers.every((number) => /^\d{1,2}$/.test(number))) return null;
  return Object.fromEntries(outcomes.map((one, place) => [one, Number(numbers[place])])) as Outcomes;
}

export function queryOfOutcomes(became: Outcomes): Record<string, string> {
  return Object.fromEntries(outcomes.map((one) => [one, String(became[one])]));
}

/** What was sent and could not be done, so that it stands in the form again. */
export type ManyRefused = { texts: string[]; code: string; stance: Stance | null; isShared: boolean; field: "texts" | "code"; problem: string };
