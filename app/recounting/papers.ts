// What the papers say, for the second counter: docs/counting.md, "What a paper says".
import type { Ballot, Candidate, Contest } from "../counting/contest.ts";

/** Papers alike in everything that counts. */
export type Pile = { papers: bigint; order: readonly Candidate[] };

export type Papers = { piles: Pile[]; valid: bigint; invalid: bigint };

/** Ranks without those who withdrew; a rank that only they had is gone, a rank left out stays. */
function ranksOf({ preferences }: Ballot, withdrawn: ReadonlySet<Candidate>): Candidate[][] {
  return preferences.flatMap((preference) => {
    const named = typeof preference === "number" ? [preference] : [...preference];
    const standing = named.filter((candidate) => !withdrawn.has(candidate));
    return named.length > 0 && standing.length === 0 ? [] : [standing];
  });
}

/** Preferences up to the first rank that was shared or left out. */
function rankedOrder(ranks: Candidate[][]): Candidate[] {
  const end = ranks.findIndex((rank) => rank.length !== 1);
  return [...new Set((end === -1 ? ranks : ranks.slice(0, end)).flat())];
}

function pile(contest: Contest, orderOf: (ranks: Candidate[][]) => Candidate[] | null): Papers {
  const withdrawn = new Set(contest.withdrawn);
  const piles = new Map<string, Pile>();
  let valid = 0n;
  let invalid = 0n;
  for (const ballot of contest.ballots) {
    const papers = BigInt(ballot.papers);
    const order = orderOf(ranksOf(ballot, withdrawn));
    if (order === null || order.length === 0) {
      invalid += papers;
      continue;
    }
    valid += papers;
    const alike = piles.get(order.join());
    if (alike === undefined) piles.set(order.join(), { papers, order });
    else alike.papers += papers;
  }
  return { piles: [...piles.values()], valid, invalid };
}

/** Papers of a transferable vote; those without a first preference are invalid. */
export function rankedPapers(contest: Contest): Papers {
  return pile(contest, rankedOrder);
}

/** Papers with one vote for each candidate named; with more than `most` of them a paper is invalid. */
export function namingPapers(contest: Contest, most: number): Papers {
  return pile(contest, (ranks) => {
    const named = [...new Set(ranks.flat())].sort((a, b) => a - b);
    return named.length > most ? null : named;
  });
}
