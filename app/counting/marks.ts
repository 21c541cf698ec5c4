// Counting without ranks or transfers: whoever has most votes is elected, as far as the reserves let them.
import { canBeFilled } from "./constraints.ts";
import { Infeasible, type Candidate, type Contest, type RuleSet, type Terms } from "./contest.ts";
import { marksOf, standingOf, withdrawnOf } from "./papers.ts";
import type { ReserveNote, Sheet, Tie } from "./sheet.ts";

/** `most` is how many votes one paper may have; a paper with more, or with none, is invalid. */
export function countMarks(contest: Contest, terms: Terms, rules: RuleSet, most: number): Sheet {
  const isWithdrawn = withdrawnOf(contest);
  const votes = contest.candidates.map(() => 0);
  let valid = 0;
  let invalid = 0;
  for (const { papers, preferences } of contest.ballots) {
    const marks = marksOf(preferences, isWithdrawn);
    if (marks.length === 0 || marks.length > most) {
      invalid += papers;
      continue;
    }
    valid += papers;
    for (const candidate of marks) votes[candidate - 1]! += papers;
  }

  const standing = standingOf(contest);
  const votesOf = (candidate: Candidate) => votes[candidate - 1]!;
  const { elected, ties } = electMost(contest, terms, standing, votesOf);
  const printed = (candidate: Candidate) => String(votesOf(candidate));
  return {
    title: contest.title,
    rules,
    seats: contest.seats,
    candidates: [...contest.candidates],
    valid,
    invalid,
    quota: null,
    elected,
    stages: [
      {
        stage: 1,
        action: "first",
        candidates: [],
        votes: Object.fromEntries(standing.map((candidate) => [candidate, printed(candidate)])),
        nonTransferable: "0",
        elected: [...elected],
      },
    ],
    ties,
    reserves: passedOver(standing, elected, votesOf).map((candidate): ReserveNote => ({ stage: 1, kind: "barred", candidate, votes: printed(candidate) })),
  };
}

/** Down the order of votes; a lot decides only where those who stand alike cannot all be elected. */
function electMost(contest: Contest, terms: Terms, standing: readonly Candidate[], votesOf: (candidate: Candidate) => number) {
  const elected: Candidate[] = [];
  const ties: Tie[] = [];
  const isOpenTo = (chosen: readonly Candidate[]) =>
    canBeFilled({ candidates: contest.candidates.length, seats: contest.seats, categories: terms.reserved, elected: chosen, excluded: contest.withdrawn });
  const canElect = (more: readonly Candidate[]) =>
    elected.length + more.length <= contest.seats && (terms.reserved.length === 0 || isOpenTo([...elected, ...more]));
  if (!canElect([])) throw new Infeasible("No way of filling the places keeps every reserve.");

  for (const amount of [...new Set(standing.map(votesOf))].sort((a, b) => b - a)) {
    const alike = standing.filter((candidate) => votesOf(candidate) === amount);
    for (;;) {
      const open = alike.filter((candidate) => !elected.includes(candidate) && canElect([candidate]));
      if (canElect(open)) {
        elected.push(...open);
        break;
      }
      const chosen = terms.lots.find((candidate) => open.includes(candidate))!;
      ties.push({ stage: 1, kind: "elect", tied: open, chosen, by: "lot" });
      elected.push(chosen);
    }
  }
  return { elected, ties };
}

/** Who had more votes than somebody who was elected, and could not be: highest first. */
function passedOver(standing: readonly Candidate[], elected: readonly Candidate[], votesOf: (candidate: Candidate) => number): Candidate[] {
  const fewest = Math.min(...elected.map(votesOf));
  return standing
    .filter((candidate) => !elected.includes(candidate) && votesOf(candidate) > fewest)
    .sort((a, b) => votesOf(b) - votesOf(a) || a - b);
}
