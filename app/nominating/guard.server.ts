// Who opens the pages of those who run rounds of nominations: whoever keeps elections.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireElectionsKeeper } from "#app/elections/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { officeRoundPath } from "./paths.ts";
import { roundState } from "./round.ts";
import { findRound, type By, type Round } from "./rounds.store.server.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

export async function requireRoundsKeeper(args: Args) {
  const { partnership, signedIn, roles } = await requireElectionsKeeper(args);
  const by: By = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  return { partnership, roles, signedIn, by };
}

/** The same, and the round of the address. */
export async function requireRound(args: Args) {
  const entered = await requireRoundsKeeper(args);
  const round = await findRound(db(), entered.partnership.id, args.params.round);
  return { ...entered, round, state: roundState(round, dayOf(args.context.now)) };
}

/** Leads back to the round where what was asked for can no longer be done there. */
export function refuseUnless(may: boolean, partnership: { slug: string }, round: Pick<Round, "id">): void {
  if (!may) throw redirect(officeRoundPath(partnership, round, "", { done: "too-late" }));
}
