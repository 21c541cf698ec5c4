// A roll brought into a network: who is new, who is known, what was lacking and what differs. What is there stays.
import { sortNameOf } from "#app/bodies/organisation.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import type { By } from "#app/bodies/organisations.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, textIn } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { memberColumns, readMember, setDetails, type Member } from "./members.store.server.ts";
import type { Network } from "./networks.store.server.ts";
import { fillInRoll, type RollColumn, type RollHead } from "./roll-file.ts";

/** What bringing a roll in does, or would do: organisations that are new, members that are, those known, those that left and stay so. */
export type BroughtIn = { organisations: number; members: number; known: number; left: number; filled: number; differs: { organisation: string; columns: RollColumn[] }[] };

type Compared = { head: RollHead; sortName: string; organisationId: string | null; member: Member | null };

async function compare(on: Database, network: Network, heads: readonly RollHead[]): Promise<Compared[]> {
  const keyed = heads.map((head) => ({ head, sortName: sortNameOf({ en: head.organisation }) }));
  const there = await on.organisation.findMany({
    where: { partnershipId: network.partnershipId, sortName: { in: keyed.map(({ sortName }) => sortName) } },
    select: { id: true, sortName: true, networks: { where: { networkId: network.id }, select: memberColumns } },
  });
  const known = new Map(there.map((row) => [row.sortName, row]));
  return keyed.map(({ head, sortName }) => {
    const row = known.get(sortName);
    const [member] = row?.networks ?? [];
    return { head, sortName, organisationId: row?.id ?? null, member: member ? readMember(member) : null };
  });
}

function asRoll({ organisation: { name, charityNumber, companyNumber, website }, joinedOn, confirmedOn, constituencies, delegate, deputy }: Member): RollHead {
  return { organisation: textIn(name, defaultLanguage).text, charityNumber, companyNumber, website, joinedOn, confirmedOn, constituencies, delegate, deputy };
}

function sumOf(compared: readonly Compared[]): BroughtIn {
  const sum: BroughtIn = { organisations: 0, members: 0, known: 0, left: 0, filled: 0, differs: [] };
  for (const { head, organisationId, member } of compared) {
    if (organisationId === null) sum.organisations += 1;
    if (member === null) sum.members += 1;
    else if (member.leftOn !== null) sum.left += 1;
    else {
      const { filled, differs } = fillInRoll(asRoll(member), head);
      sum.known += 1;
      if (filled.length > 0) sum.filled += 1;
      if (differs.length > 0) sum.differs.push({ organisation: head.organisation, columns: differs });
    }
  }
  return sum;
}

/** What bringing a roll in would do. */
export async function foreseeRoll(on: Database, network: Network, heads: readonly RollHead[]): Promise<BroughtIn> {
  return sumOf(await compare(on, network, heads));
}

/** Brings a roll into a network that is held: who is new belongs from when the roll says, or from today, and is asked again in its time. */
export async function bringInRoll(transaction: Transaction, { partnershipId, personId, now }: By, network: Network, heads: readonly RollHead[]): Promise<BroughtIn> {
  // because whoever is looked for and not found is added, and two may do so at once
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`folkmoot organisations ${partnershipId}`}, 0))`;
  const compared = await compare(transaction, network, heads);
  const today = dayOf(now);
  const ids = new Map(compared.map(({ sortName, organisationId }) => [sortName, organisationId ?? newId()]));
  await transaction.organisation.createMany({
    data: compared
      .filter(({ organisationId }) => organisationId === null)
      .map(({ head, sortName }) => ({
        ...{ id: ids.get(sortName)!, partnershipId, name: { [defaultLanguage]: head.organisation }, sortName, sector: "voluntary-community", kind: "voluntary-organisation" },
        ...{ charityNumber: head.charityNumber, companyNumber: head.companyNumber, website: head.website, createdAt: now, confirmedOn: dayIn(today) },
      })),
  });
  const fresh = compared.filter(({ member }) => member === null).map(({ head, sortName }) => ({ id: newId(), head, organisationId: ids.get(sortName)! }));
  await transaction.networkMember.createMany({
    data: fresh.map(({ id, head, organisationId }) => ({ id, partnershipId, networkId: network.id, organisationId, joinedOn: dayIn(head.joinedOn ?? today), confirmedOn: dayIn(head.confirmedOn ?? today) })),
  });
  await transaction.networkDelegate.createMany({
    data: fresh.flatMap(({ id, head }) => (["delegate", "deputy"] as const).flatMap((role) => (head[role] ? [{ memberId: id, partnershipId, role, ...head[role] }] : []))),
  });
  await transaction.memberConstituency.createMany({ data: fresh.flatMap(({ id, head }) => head.constituencies.map((constituencyId) => ({ memberId: id, constituencyId, partnershipId }))) });
  for (const { head, member } of compared) {
    if (member === null || member.leftOn !== null) continue;
    const { merged, filled } = fillInRoll(asRoll(member), head);
    if (filled.length === 0) continue;
    await setDetails(transaction, partnershipId, member.id, merged);
    const { charityNumber, companyNumber, website } = merged;
    await transaction.organisation.update({ where: { id: member.organisation.id }, data: { charityNumber, companyNumber, website } });
  }
  const sum = sumOf(compared);
  await recordAudit(transaction, { partnershipId, personId, action: "network.bring-in-roll", subjectKind: "network", subjectId: network.id, facts: { added: sum.members, known: sum.known } });
  await dropPublishedPages(transaction, partnershipId);
  return sum;
}
