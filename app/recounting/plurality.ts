// First past the post, block vote and approval, for the second counter: one vote for each candidate named on a paper, and the highest
// are elected.
import type { Candidate, Contest, RuleSet, Terms } from "../counting/contest.ts";
import type { Counter, Sheet } from "../counting/sheet.ts";
import { namingPapers, type Papers } from "./papers.ts";
import { begin, continuing, downwards, elect, enter, extreme, hasReserves, noteBarred, of, outlook, settle, sheetOf, vacancies, type Race, type Votes } from "./race.ts";
import { prospects } from "./reserved.ts";

/** Who was doomed and had more votes than the one about to be elected, unless it was noted before. */
function noteWhoIsPassedOver(race: Race, votes: Votes, next: Candidate): void {
  const { doomed } = outlook(race);
  const noted = new Set(race.reserves.map(({ candidate }) => candidate));
  const above = downwards([...doomed], votes).filter((candidate) => !noted.has(candidate) && of(votes, candidate) > of(votes, next));
  for (const candidate of above) noteBarred(race, 1, candidate, votes);
}

/** Whether all of these can be elected, so that it does not matter which of them is first. */
function together(race: Race, alike: readonly Candidate[]): boolean {
  const others = continuing(race).filter((candidate) => !alike.includes(candidate));
  const { seats } = race.contest;
  const reserved = hasReserves(race) ? race.terms.reserved : null;
  return alike.length <= vacancies(race) && (reserved === null || prospects(others, [...race.elected, ...alike], seats, reserved) !== null);
}

function countNames(rules: RuleSet, contest: Contest, terms: Terms, papers: Papers): Sheet {
  const race = begin(rules, contest, terms, papers, 0);
  outlook(race);
  const votes = new Map(
    race.standing.map((candidate) => [
      candidate,
      papers.piles.filter(({ order }) => order.includes(candidate)).reduce((sum, pile) => sum + pile.papers, 0n),
    ]),
  );
  enter(race, { stage: 1, action: "first", candidates: [] }, votes, null);
  while (vacancies(race) > 0) {
    const { doomed } = outlook(race);
    const alike = extreme(continuing(race).filter((candidate) => !doomed.has(candidate)), votes, "most");
    if (alike.length === 0) break;
    const next = together(race, alike) ? alike[0]! : settle(race, { stage: 1, kind: "elect", tied: alike }, [], "most");
    noteWhoIsPassedOver(race, votes, next);
    elect(race, next);
  }
  return sheetOf(race);
}

/** One vote a paper. */
export const countFptp: Counter = (contest, terms) => countNames("fptp", contest, terms, namingPapers(contest, 1));

/** As many votes a paper as there are places. */
export const countBlock: Counter = (contest, terms) => countNames("block", contest, terms, namingPapers(contest, contest.seats));

/** As many votes a paper as there are candidates. */
export const countApproval: Counter = (contest, terms) => countNames("approval", contest, terms, namingPapers(contest, contest.candidates.length));
