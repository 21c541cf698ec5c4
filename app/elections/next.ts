// What comes next in an election, who must do it and by when.
import type { ElectionState } from "./election.ts";
import type { TimetableDay } from "./timetable.ts";

/** Whose turn it is; the words are `elections:turn.<turn>`. */
type Turn = "keeper" | "returning-officer" | "scrutineers" | "candidates" | "voters" | "anybody" | "nobody";

export type Next = { turn: Turn; /** The day of the timetable until which, or on which, it is done. */ day: TimetableDay | null };

const nexts: Record<ElectionState, Next> = {
  planned: { turn: "keeper", day: "noticeOn" },
  "notice-published": { turn: "nobody", day: "nominationsOpenOn" },
  "nominations-open": { turn: "candidates", day: "nominationsCloseOn" },
  "nominations-closed": { turn: "returning-officer", day: "candidatesOn" },
  "candidates-confirmed": { turn: "returning-officer", day: "pollOpensOn" },
  uncontested: { turn: "returning-officer", day: null },
  "poll-open": { turn: "voters", day: "pollClosesOn" },
  "poll-closed": { turn: "returning-officer", day: "countOn" },
  counting: { turn: "scrutineers", day: "countOn" },
  "provisional-result": { turn: "scrutineers", day: "countOn" },
  scrutiny: { turn: "returning-officer", day: "countOn" },
  declared: { turn: "anybody", day: "challengesUntil" },
  challenged: { turn: "returning-officer", day: null },
  confirmed: { turn: "nobody", day: null },
  annulled: { turn: "nobody", day: null },
  abandoned: { turn: "nobody", day: null },
};

/** What it is reads in the words `elections:next.<state>`. */
export function nextOf(state: ElectionState): Next {
  return nexts[state];
}
