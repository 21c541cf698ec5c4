// Every place where something is held of people: a new one is a line here, and its tables are its own (tests/privacy/holdings.test.ts).
import type { Database } from "#app/shared/db.server.ts";
import { accounts, invitations } from "./accounts.holding.server.ts";
import { askers } from "./askers.holding.server.ts";
import { decisionFollowers, decisionParts } from "./decisions.holding.server.ts";
import { drafts, followers, letters } from "./drafts.holding.server.ts";
import { candidates, challenges, voters } from "./elections.holding.server.ts";
import { entries } from "./entries.holding.server.ts";
import type { HeldKind, HeldRef, Search, Thing } from "./holding.ts";
import type { Asked, Holding } from "./holding.server.ts";
import { networkApplications, networkDelegates } from "./networks.holding.server.ts";
import { nominated } from "./nominating.holding.server.ts";
import { responses } from "./responses.holding.server.ts";
import { meetings } from "./meetings.holding.server.ts";
import { bodyContacts, seats } from "./seats.holding.server.ts";
import { stakeholders } from "./stakeholders.holding.server.ts";
import { substitutes } from "./substitutes.holding.server.ts";

export const holdings: readonly Holding[] = [accounts, invitations, responses, entries, drafts, followers, stakeholders, seats, substitutes, bodyContacts, networkDelegates, networkApplications, candidates, nominated, voters, challenges, meetings, decisionParts, decisionFollowers, askers, letters];

export function holdingOf(kind: HeldKind): Holding {
  return holdings.find((one) => one.kind === kind)!;
}

/** Of each kind so many at most; who has more is looked for by something more exact. */
export const mostFound = 50;

/** What is found of somebody in the partnership, and whether there was more of a kind than is shown. */
export async function findHeld(on: Database, asked: Asked & { search: Search }): Promise<{ things: Thing[]; isCut: boolean }> {
  const found = await Promise.all(
    holdings.map(async (holding) => {
      const ids = await holding.find(on, { ...asked, most: mostFound + 1 });
      const things = await holding.describe(on, { ...asked, ids: ids.slice(0, mostFound), withEquality: false });
      return { things, isCut: ids.length > mostFound };
    }),
  );
  return { things: found.flatMap(({ things }) => things), isCut: found.some(({ isCut }) => isCut) };
}

/** What is still there of these. */
export async function describeHeld(on: Database, asked: Asked & { refs: readonly HeldRef[]; withEquality?: boolean }): Promise<Thing[]> {
  const { refs, withEquality = false, ...rest } = asked;
  const told = await Promise.all(
    holdings.map((holding) => holding.describe(on, { ...rest, ids: refs.filter(({ kind }) => kind === holding.kind).map(({ id }) => id), withEquality })),
  );
  return told.flat();
}
