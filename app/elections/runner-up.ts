// Who is next in an election once somebody who was elected has gone: found by counting the ballots again without them, or, once the ballots are
// destroyed, from the sheet of the count. Nobody comes in who breaks a reserve. [D4(a), D5; decision 34]
import { guardsOf } from "#app/counting/constraints.ts";
import type { Candidate, Contest, ReservedCategory, RuleSet } from "#app/counting/contest.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { contestOf, type Contender } from "./contest.ts";
import { countTwice } from "./counted.ts";
import type { Reserve } from "./election.ts";
import { unelectedOf } from "./result.ts";

type Situation = {
  rules: RuleSet;
  seats: number;
  reserves: readonly Reserve[];
  standers: readonly Contender[];
  /** The sheet of the count; null where nobody voted. */
  sheet: Sheet | null;
  /** What was counted; without ballots once those are destroyed. */
  contest: Contest;
  lots: readonly Candidate[];
  /** Those who have a seat from this election, or are asked to take one. */
  seated: readonly Candidate[];
  /** Those who have left their seat, declined one, or cannot be asked. */
  gone: readonly Candidate[];
  /** Seats that those elected left free and nobody has or is asked to take, with the one that is asked about. */
  free: number;
};

/** The words are `offers:found.<by>` and `offers:nobody.<why>`. */
export type Next =
  | { kind: "next"; candidate: Candidate; by: "count" | "sheet"; sheet: Sheet | null }
  | { kind: "nobody"; why: "uncontested" | "nobody-left" | "reserve" | "differ" };

/** Who is next. Those seated keep their seats whoever the voters would have put before them. */
export function nextOf(situation: Situation): Next {
  const { rules, standers, sheet, contest, lots, seated, gone, free } = situation;
  if (sheet === null) return { kind: "nobody", why: "uncontested" };
  const isLeft = (number: Candidate) => !seated.includes(number) && !gone.includes(number) && !contest.withdrawn.includes(number);
  if (!standers.some(({ number }) => isLeft(number))) return { kind: "nobody", why: "nobody-left" };
  const reserved = reservedFor(situation);
  const excluded = [...new Set([...gone, ...contest.withdrawn])];
  const places = seated.length + Math.min(free, standers.filter(({ number }) => isLeft(number)).length);
  const mayFill = (elected: readonly Candidate[]) => guardsOf({ candidates: standers.length, seats: places, categories: reserved, elected, excluded }).feasible;
  if (contest.ballots.length === 0) {
    const next = unelectedOf(sheet).find(({ candidate }) => isLeft(candidate) && mayFill([...seated, candidate]));
    return next ? { kind: "next", candidate: next.candidate, by: "sheet", sheet: null } : { kind: "nobody", why: "reserve" };
  }
  const kept: ReservedCategory[] = seated.length === 0 ? [] : [{ name: "", groups: [{ name: "", min: seated.length, max: seated.length, members: [...seated].sort((one, other) => one - other) }] }];
  const counted = countTwice(rules, { ...contest, seats: places, withdrawn: excluded }, { lots: [...lots], reserved: [...reserved, ...kept] });
  if (counted.kind !== "counted") return { kind: "nobody", why: counted.kind === "differ" ? "differ" : "reserve" };
  const candidate = counted.sheet.elected.find((one) => isLeft(one));
  return candidate === undefined ? { kind: "nobody", why: "nobody-left" } : { kind: "next", candidate, by: "count", sheet: counted.sheet };
}

/** The reserves as they were counted: minimums were lowered by the places for which too few stood. */
function reservedFor({ seats, reserves, standers }: Situation): ReservedCategory[] {
  return contestOf({ seats, reserves }, standers).reserved;
}

/**
 * What is still kept for whom in an election for some of the seats, beside those who have the others: each minimum less those of the group who sit
 * already, each maximum too. Groups of which enough sit, and that may have as many more, are left out.
 */
export function reservesLeft(reserves: readonly Reserve[], seated: readonly Contender[], places: number): Reserve[] {
  return reserves.flatMap((reserve) => {
    const groups = reserve.groups.map((group) => {
      const sit = seated.filter(({ groups: own }) => own[reserve.id] === group.id).length;
      const most = group.most === null ? null : Math.max(0, group.most - sit);
      return { ...group, least: Math.min(places, Math.max(0, group.least - sit)), most: most !== null && most >= places ? null : most };
    });
    return groups.some(({ least, most }) => least > 0 || most !== null) ? [{ ...reserve, groups }] : [];
  });
}
