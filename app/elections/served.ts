// Somebody who is nominated again after as many terms in a row as a seat allows. [D4; D1 Hertfordshire]

/** What follows: it is told to whoever rules and votes, or they stand only if too few others do. The words are `elections:served.<rule>`. */
export const servedRules = ["told", "unless-nobody-new"] as const;
export type ServedRule = (typeof servedRules)[number];

/** Terms somebody has had in a row on the body by the time another would begin, and how many the seat allows. */
export type Served = { had: number; most: number };

type Situation = {
  rule: ServedRule;
  /** Null where they have had fewer than the most. */
  served: Served | null;
  /** Places, and those besides them who are nominated, agreed to it and have not been found invalid. */
  seats: number;
  others: number;
  areNominationsClosed: boolean;
};

/** Why somebody who has had the most terms cannot be found valid now; the words are `candidates:problem.<why>`. */
export function whyNotAgain({ rule, served, seats, others, areNominationsClosed }: Situation): "served-early" | "served" | null {
  if (rule === "told" || served === null) return null;
  // because somebody new may be nominated until the last moment
  if (!areNominationsClosed) return "served-early";
  return others >= seats ? "served" : null;
}
