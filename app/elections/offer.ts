// A seat that is offered to whoever is next in an election. [D4(a)]

/** Local policy: a fortnight to answer; afterwards the office may still write down an answer, or that there was none. */
export const daysToAnswer = 14;

type Offered = { accepted: boolean | null; answerBy: string };

/** How an offer stands; the words are `offers:state.<state>`. */
export type OfferState = "waiting" | "late" | "accepted" | "declined";

/** An offer may be answered by its link to the end of its last day. */
export function offerState({ accepted, answerBy }: Offered, today: string): OfferState {
  if (accepted !== null) return accepted ? "accepted" : "declined";
  return today <= answerBy ? "waiting" : "late";
}
