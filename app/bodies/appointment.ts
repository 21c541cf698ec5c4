// Somebody on a seat: chosen by those they sit for, shown what it is about before they begin, and free to speak, to vote or to
// wait until they may. [A6.8, SG09]
import type { Seniority } from "./seniority.ts";
import type { EndReason } from "./vacancy.ts";
import { isHeldOn, type Held } from "./term.ts";

/** How somebody was chosen; the words are `bodies:chosen.<how>`. */
export const choosings = ["nominated", "elected", "ex-officio", "co-opted", "founding"] as const;
export type Choosing = (typeof choosings)[number];

/** Whether somebody decides for those they sit for, asks them first, or only takes word to them; `bodies:authority.<it>`. */
export const authorities = ["decides", "refers", "listens"] as const;
export type SeatAuthority = (typeof authorities)[number];

/** What somebody is shown before their seat is active; the words are `bodies:induction.<step>`. [A17] */
export const inductionSteps = ["role", "terms", "conduct", "interests", "papers", "access"] as const;
export type InductionStep = (typeof inductionSteps)[number];
export type InductionDone = { code: InductionStep; doneOn: string };

export type Appointment = Held & {
  id: string;
  bodyId: string;
  lineId: string;
  seat: number;
  personId: string | null;
  name: string;
  organisationId: string | null;
  endedFor: EndReason | null;
  chosenHow: Choosing;
  /** Who chose them, and when or where. */
  chosenBy: string;
  /** The election they were chosen in, where it is kept here. */
  electionId: string | null;
  /** The round in which an organisation named them, where it is kept here. */
  roundId: string | null;
  authority: SeatAuthority;
  seniority: Seniority;
  induction: readonly InductionDone[];
  inductedOn: string | null;
  ratifiedOn: string | null;
};

/** Steps of the induction that are still to come, in their order. */
export function stepsToGo({ induction }: Pick<Appointment, "induction">): InductionStep[] {
  return inductionSteps.filter((step) => !induction.some(({ code }) => code === step));
}

/** The day the last step was done; null while one is to come. */
export function inductionOver(induction: readonly InductionDone[]): string | null {
  const days = induction.map(({ doneOn }) => doneOn).sort();
  return stepsToGo({ induction }).length === 0 ? (days.at(-1) ?? null) : null;
}

/** How an appointment stands on a day; the words are `bodies:standing.<it>`. */
export type Standing = "to-come" | "inducting" | "active" | "over";

type Stands = Held & Pick<Appointment, "inductedOn">;

/** Nobody is active before their induction is over. */
export function standingOf(appointment: Stands, today: string): Standing {
  if (appointment.startsOn > today) return "to-come";
  if (!isHeldOn(appointment, today)) return "over";
  return appointment.inductedOn !== null && appointment.inductedOn <= today ? "active" : "inducting";
}

/** Whether somebody has a vote: on a seat that has one, active, and agreed to by the body where they were co-opted. [D4(c)] */
export function hasVote(appointment: Stands & Pick<Appointment, "chosenHow" | "ratifiedOn">, { isVoting }: { isVoting: boolean }, today: string): boolean {
  if (!isVoting || standingOf(appointment, today) !== "active") return false;
  return appointment.chosenHow !== "co-opted" || (appointment.ratifiedOn !== null && appointment.ratifiedOn <= today);
}
