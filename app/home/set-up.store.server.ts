// What is kept of a partnership that tells how far it is set up, in a handful of queries.
import { adoptedByEach } from "#app/bodies/adoptions.store.server.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { confirmedForMonths } from "#app/bodies/organisation.ts";
import { findStanding } from "#app/bodies/standing.store.server.ts";
import { readStructure } from "#app/bodies/structure.store.server.ts";
import { countMembers } from "#app/networks/members.store.server.ts";
import { listNetworks } from "#app/networks/networks.store.server.ts";
import { addMonths, dayOf } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import type { Kept } from "./set-up.ts";

export async function readSetUp(on: Database, partnershipId: string, now: Date): Promise<Kept> {
  const today = dayOf(now);
  const date = dayIn(today);
  const notOver = { OR: [{ endedOn: null }, { endedOn: { gte: date } }] };
  const voluntary = { partnershipId, sector: "voluntary-community", closedOn: null };
  const [standing, complaintsContacts, structure, adopted, delegations, count, mapped, asked, networks, meetings] = await Promise.all([
    findStanding(on, partnershipId),
    on.bodyContact.count({ where: { partnershipId, purpose: "complaints" } }),
    readStructure(on, partnershipId, today),
    adoptedByEach(on, partnershipId, today),
    on.delegation.findMany({ where: { partnershipId, startsOn: { lte: date }, ...notOver }, select: { bodyId: true }, distinct: ["bodyId"] }),
    on.organisation.count({ where: voluntary }),
    on.organisation.count({ where: { ...voluntary, roles: { isEmpty: false }, confirmedOn: { gt: dayIn(addMonths(today, -confirmedForMonths)) } } }),
    on.organisation.count({ where: { ...voluntary, supportNeeds: { isEmpty: false } } }),
    listNetworks(on, partnershipId),
    on.meeting.findMany({
      where: { partnershipId, cancelledAt: null, startsAt: { gte: now, lt: dayIn(addMonths(today, 12)) } },
      select: { bodyId: true, startsAt: true },
    }),
  ]);
  const members = await Promise.all(networks.map((network) => countMembers(on, network, today)));
  return {
    ...{ standing, complaintsContacts, structure, adopted: new Set(adopted.keys()), delegated: new Set(delegations.map(({ bodyId }) => bodyId)) },
    ...{ voluntary: { count, mapped, asked }, networks: { count: networks.length, withMembers: members.filter(({ active, due }) => active + due > 0).length } },
    meetings: meetings.map(({ bodyId, startsAt }) => ({ bodyId, day: dayOf(startsAt) })),
  };
}
