// First past the post and the block vote: a voter marks as many as there are places, and whoever has most votes is elected.
import { countMarks } from "./marks.ts";
import type { Counter } from "./sheet.ts";

/** One vote on a paper, however many places there are. */
export const countFptp: Counter = (contest, terms) => countMarks(contest, terms, "fptp", 1);

/** Up to one vote for each place; a paper with more is spoilt. */
export const countBlock: Counter = (contest, terms) => countMarks(contest, terms, "block", contest.seats);
