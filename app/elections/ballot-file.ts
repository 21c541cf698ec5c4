// The sealed ballot file and the rules of a poll as canonical texts, of which the hashes are published before the count; and the chain of
// hashes over the published list of tracking codes. Nothing in them depends on the order in which votes came. [COUNTING 4.3, 4.4]
import { writeBlt } from "#app/counting/blt.ts";
import type { Ballot, Contest, Preference } from "#app/counting/contest.ts";
import type { ElectionHead } from "./election.ts";

/** Ballots alike as one, in an order of their own: that of the texts of their preferences. A spoilt paper is a paper without preferences. */
export function mergedBallots(ballots: readonly { papers: number; preferences: readonly Preference[]; spoilt: string | null }[]): Ballot[] {
  const merged = new Map<string, Ballot>();
  for (const { papers, preferences, spoilt } of ballots) {
    const counted = spoilt === null ? preferences : [];
    const key = JSON.stringify(counted);
    merged.set(key, { papers: papers + (merged.get(key)?.papers ?? 0), preferences: counted });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ballot]) => ballot);
}

/**
 * The sealed ballot file of a contest whose ballots are merged. What few voters can have cast can be tried out until a published hash fits, so the
 * file holds a text that nobody can guess, in its title, where every program takes it. Null where there is none.
 */
export function ballotFile(contest: Contest, salt: string | null): string {
  return writeBlt(salt === null ? contest : { ...contest, title: `${contest.title} (${salt})` });
}

/** Whether the hash of the sealed file needs a text that nobody can guess: unless the file is published whole. */
export function isSalted({ publication, resultsDetail }: Pick<ElectionHead, "publication" | "resultsDetail">): boolean {
  return publication !== "full" || resultsDetail === "order";
}

/** Grows when a rule set is changed so that an old election would be counted otherwise. */
export const rulesVersion = 1;

type Ruled = Pick<ElectionHead, "rules" | "seats" | "mostRanks" | "paperRule" | "publication" | "turnoutLeast" | "shortfall" | "reserves"> & Partial<Pick<ElectionHead, "resultsDetail">>;

/** The rules of a poll as one line of JSON with its keys in this order; `resultsDetail` only where it says more than is usual. Who belongs to a group is told by candidates alone, and not here. */
export function rulesText({ rules, seats, mostRanks, paperRule, publication, turnoutLeast, shortfall, reserves, resultsDetail }: Ruled): string {
  const places = reserves.map(({ id, groups }) => ({ id, groups: groups.map((group) => ({ id: group.id, least: group.least, most: group.most })) }));
  return `${JSON.stringify({ rules, version: rulesVersion, seats, mostRanks, paperRule, publication, turnoutLeast, shortfall, reserves: places, ...(resultsDetail === "order" && { resultsDetail }) })}\n`;
}

/** Codes on one page of the published list. */
export const codesInBatch = 100;

/** A batch of the list, and the hash that chains it to the one before. */
export type Link = { batch: number; codes: string[]; hash: string };

/** What a batch's hash is made of: the hash before it, then its codes in alphabetical order, each on a line of its own. */
export function textOfBatch(before: string, codes: readonly string[]): string {
  return [before, ...codes].map((line) => `${line}\n`).join("");
}

/** The chain over all batches; the first is chained to the hash of the sealed ballot file. */
export function chain(ballotHash: string, batches: readonly (readonly string[])[], sha256: (text: string) => string): Link[] {
  const links: Link[] = [];
  for (const [index, batch] of batches.entries()) {
    const codes = [...batch].sort();
    links.push({ batch: index + 1, codes, hash: sha256(textOfBatch(links.at(-1)?.hash ?? ballotHash, codes)) });
  }
  return links;
}

/** The whole list as a text: anybody can chain it again with no more than SHA-256. */
export function chainFile(ballotHash: string, links: readonly Link[]): string {
  const lines = links.flatMap(({ batch, codes, hash }) => [`# ${batch}`, ...codes, `= ${hash}`]);
  return `${[`= ${ballotHash}`, ...lines].join("\n")}\n`;
}
