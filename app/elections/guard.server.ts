// Who comes in to the office pages of elections: those who keep them, and whoever has an office in one.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import type { Role, SignedIn } from "#app/people/role.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import type { ElectionState } from "./election.ts";
import { electionState, findElection, type By, type Election } from "./elections.store.server.ts";
import { hasElectionOffice } from "./officers.store.server.ts";
import { officeElectionPath } from "./paths.ts";
import { mayKeepElections, mayOpenOffice, mayReturn, mayScrutinise } from "./policy.ts";
import type { Office } from "./rooms.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;
type Entered = { partnership: Partnership; signedIn: SignedIn; roles: Role[] };

/** The partnership of the address and somebody who plans its elections and keeps their rolls. */
export function requireElectionsKeeper(args: Args): Promise<Entered> {
  return requireWhoMay(args, mayKeepElections);
}

/** The partnership of the address and somebody who keeps its elections or has an office in any of them. */
export async function requireAnyElectionOffice({ params, request, context }: Args): Promise<Entered & { mayKeep: boolean }> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, context.now);
  const mayKeep = mayKeepElections(roles);
  if (!mayKeep && !(await hasElectionOffice(db(), partnership.id, signedIn.personId))) throw forbidden();
  return { partnership, signedIn, roles, mayKeep };
}

export type ElectionOffice = Entered & {
  election: Election;
  state: ElectionState;
  /** Who they are in this election; one person may be several. */
  offices: Office[];
  by: By & { personId: string };
};

/** The election of the address and somebody who keeps elections or has an office in this one; of them those whom `only` names. */
export async function requireElectionOffice(args: Args, only?: readonly Office[]): Promise<ElectionOffice> {
  const { now } = args.context;
  const partnership = await findPartnership(db(), args.params.partnership);
  const { signedIn, roles } = await requireRoles(args.request, partnership, now);
  const { personId } = signedIn;
  // because nobody is to learn from the answer whether there is such an election
  const election = await findElection(db(), partnership.id, args.params.election).catch((missing: unknown) => {
    throw mayKeepElections(roles) ? missing : forbidden();
  });
  if (!mayOpenOffice(election, roles, personId)) throw forbidden();
  const offices: Office[] = [
    ...(mayKeepElections(roles) ? (["keeper"] as const) : []),
    ...(mayReturn(election, personId) ? (["returning-officer"] as const) : []),
    ...(mayScrutinise(election, personId) ? (["scrutineer"] as const) : []),
  ];
  if (only && !offices.some((office) => only.includes(office))) throw forbidden();
  return { partnership, signedIn, roles, election, state: electionState(election, now), offices, by: { partnershipId: partnership.id, personId, now } };
}

/** The same for whoever keeps elections, while it is planned: afterwards what it is about is published and stands. */
export async function requirePlannedElection(args: Args): Promise<ElectionOffice> {
  const entered = await requireElectionOffice(args, ["keeper"]);
  return { ...entered, election: refusePublished(entered.partnership, entered.election, args.context.now) };
}

/** The election while it is planned; whoever comes later is led back to where it says that its notice is published. */
export function refusePublished(partnership: { slug: string }, election: Election, now: Date): Election {
  if (electionState(election, now) !== "planned") throw redirect(officeElectionPath(partnership, election, "", { done: "stands" }));
  return election;
}
