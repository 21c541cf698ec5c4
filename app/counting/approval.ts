// Approval: a voter marks as many candidates as they like, and whoever has most votes is elected.
import { countMarks } from "./marks.ts";
import type { Counter } from "./sheet.ts";

/** A block vote without its limit. */
export const countApproval: Counter = (contest, terms) => countMarks(contest, terms, "approval", Infinity);
