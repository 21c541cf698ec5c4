// The rule sets there are: what each is called, the text it follows, and who counts by it.
import { countApproval } from "./approval.ts";
import type { RuleSet } from "./contest.ts";
import { countErs97 } from "./ers97.ts";
import { countMeek } from "./meek.ts";
import { mostPapers as mostByMeek } from "./meek-votes.ts";
import { countBlock, countFptp } from "./plurality.ts";
import { countScottish } from "./scottish.ts";
import type { Counter } from "./sheet.ts";

export type Rules = {
  name: string;
  /** The text, as it is cited. */
  text: string;
  /** Of our reading of it (docs/counting.md): the same version gives the same sheet for ever. */
  version: number;
  /** With more, figures would no longer be exact; absent where no contest that can be read has so many. */
  mostPapers?: number;
  count: Counter;
};

/** Votes of five decimals, and of two times a thousand places, are safe integers up to this and far beyond. */
const tenBillion = 10_000_000_000;

export const rulesOf: Record<RuleSet, Rules> = {
  fptp: { name: "First past the post", text: "one vote each, whoever has most", version: 1, count: countFptp },
  block: { name: "Block vote", text: "as many votes as there are places, whoever has most", version: 1, count: countBlock },
  approval: { name: "Approval", text: "a vote for each candidate approved of, whoever has most", version: 1, count: countApproval },
  scottish: { name: "Scottish rules", text: "SSI 2007/42, rules 45 to 52", version: 1, mostPapers: tenBillion, count: countScottish },
  ers97: { name: "ERS97", text: "How to conduct an election by the single transferable vote, third edition, 1997", version: 1, mostPapers: tenBillion, count: countErs97 },
  "meek-nz": { name: "Meek's rules (New Zealand)", text: "Local Electoral Regulations 2001, Schedule 1A, as Hill's program 6.7.7 counts", version: 1, mostPapers: mostByMeek, count: countMeek },
};

/** What a sheet is told to have been counted by: `scottish/1`. */
export const variantOf = (rules: RuleSet): string => `${rules}/${rulesOf[rules].version}`;
