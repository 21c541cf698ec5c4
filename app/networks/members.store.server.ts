// Every query about the members of a network: what their dates tell, who votes for them, and the deeds of those who keep them.
import { z } from "zod";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { organisationKinds, type OrganisationKind } from "#app/bodies/organisation.ts";
import type { By } from "#app/bodies/organisations.store.server.ts";
import { sectors, type Sector } from "#app/bodies/sector.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textSchema, type Text } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { DelegateHead, DelegateRole } from "./delegate.ts";
import { memberStates, stateOn, type MemberDates, type MemberState } from "./member.ts";

import type { Network } from "./networks.store.server.ts";

export type Delegates = Record<DelegateRole, DelegateHead | null>;
export type Member = MemberDates &
  Delegates & {
    id: string;
    organisation: { id: string; name: Text; sector: Sector; kind: OrganisationKind; closedOn: string | null; charityNumber: string | null; companyNumber: string | null; website: string | null };
    constituencies: string[];
  };

export const memberColumns = {
  ...{ id: true, joinedOn: true, confirmedOn: true, askedOn: true, remindedOn: true, suspendedOn: true, leftOn: true },
  organisation: { select: { id: true, name: true, sector: true, kind: true, closedOn: true, charityNumber: true, companyNumber: true, website: true, sortName: true } },
  constituencies: { select: { constituencyId: true } },
  delegates: { select: { role: true, name: true, email: true, telephone: true, post: true, language: true } },
} satisfies Prisma.NetworkMemberSelect;

const organisationSchema = z.object({
  ...{ id: z.string(), name: textSchema, sector: z.enum(sectors), kind: z.enum(organisationKinds), closedOn: dayColumn.nullable() },
  ...{ charityNumber: z.string().nullable(), companyNumber: z.string().nullable(), website: z.string().nullable() },
});

export type MemberRow = Prisma.NetworkMemberGetPayload<{ select: typeof memberColumns }>;

export function readMember({ organisation, constituencies, delegates, id, ...dates }: MemberRow): Member {
  const day = (column: Date | null) => dayColumn.nullable().parse(column);
  const of = (role: DelegateRole): DelegateHead | null => {
    const row = delegates.find((one) => one.role === role);
    if (!row) return null;
    const { role: _, language, ...head } = row;
    return { ...head, language: isLanguage(language) ? language : defaultLanguage };
  };
  return {
    ...{ id, joinedOn: day(dates.joinedOn)!, confirmedOn: day(dates.confirmedOn)!, askedOn: day(dates.askedOn), remindedOn: day(dates.remindedOn) },
    ...{ suspendedOn: day(dates.suspendedOn), leftOn: day(dates.leftOn), organisation: organisationSchema.parse(organisation) },
    ...{ constituencies: constituencies.map(({ constituencyId }) => constituencyId), delegate: of("delegate"), deputy: of("deputy") },
  };
}

/** What `stateOn` tells, asked of the database: a member `m` of an organisation `o`. */
export function stateInRows({ confirmInMonths, lapseInDays }: Pick<Network, "confirmInMonths" | "lapseInDays">, today: string): Prisma.Sql {
  const due = Prisma.sql`(m."confirmedOn" + make_interval(months => ${confirmInMonths}::int))::date`;
  return Prisma.sql`CASE
    WHEN m."leftOn" <= ${today}::date OR o."closedOn" <= ${today}::date THEN 'left'
    WHEN m."suspendedOn" <= ${today}::date THEN 'suspended'
    WHEN GREATEST(m."askedOn", ${due}) + ${lapseInDays}::int < ${today}::date AND m."askedOn" IS NOT NULL THEN 'lapsed'
    WHEN ${due} <= ${today}::date THEN 'due' ELSE 'active' END`;
}

/** How many members of a network are in each state. */
export async function countMembers(on: Database, network: Network, today: string): Promise<Record<MemberState, number>> {
  const rows = await on.$queryRaw<{ state: MemberState; count: number }[]>`
    SELECT ${stateInRows(network, today)} AS state, count(*)::int AS count
    FROM "NetworkMember" m JOIN "Organisation" o ON o.id = m."organisationId" WHERE m."networkId" = ${network.id} GROUP BY 1`;
  return Object.fromEntries(memberStates.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0])) as Record<MemberState, number>;
}

/** How many who belong are in each part of a network. */
export async function countParts(on: Database, network: Network, today: string): Promise<Map<string, number>> {
  const rows = await on.$queryRaw<{ id: string; count: number }[]>`
    SELECT part."constituencyId" AS id, count(*)::int AS count
    FROM "MemberConstituency" part JOIN "NetworkMember" m ON m.id = part."memberId" JOIN "Organisation" o ON o.id = m."organisationId"
    WHERE m."networkId" = ${network.id} AND ${stateInRows(network, today)} IN ('active', 'due') GROUP BY 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

type Asked = { state?: MemberState | null; part?: string | null; search?: string; after?: string | null; most?: number; today: string };

/** Members by the names of their organisations, a page from the one after `after`; what they are is worked out from their dates. */
export async function listMembers(on: Database, network: Network, { state = null, part = null, search = "", after = null, most = 50, today }: Asked): Promise<{ members: (Member & { state: MemberState })[]; nextAfter: string | null }> {
  const like = partPattern(search);
  const found = search === "" ? Prisma.empty : Prisma.sql`AND (o.name::text ILIKE ${like} OR EXISTS (SELECT 1 FROM "NetworkDelegate" d WHERE d."memberId" = m.id AND (d.name ILIKE ${like} OR d.email ILIKE ${like})))`;
  const inState = state === null ? Prisma.empty : Prisma.sql`AND ${stateInRows(network, today)} = ${state}`;
  const inPart = part === null ? Prisma.empty : Prisma.sql`AND EXISTS (SELECT 1 FROM "MemberConstituency" p WHERE p."memberId" = m.id AND p."constituencyId" = ${part})`;
  const from = after === null ? Prisma.empty : Prisma.sql`AND o."sortName" > (SELECT b."sortName" FROM "NetworkMember" a JOIN "Organisation" b ON b.id = a."organisationId" WHERE a.id = ${after} AND a."networkId" = ${network.id})`;
  const ids = await on.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "NetworkMember" m JOIN "Organisation" o ON o.id = m."organisationId"
    WHERE m."networkId" = ${network.id} ${inState} ${inPart} ${found} ${from} ORDER BY o."sortName" LIMIT ${most + 1}`;
  const rows = await on.networkMember.findMany({ where: { id: { in: ids.slice(0, most).map(({ id }) => id) } }, select: memberColumns, orderBy: { organisation: { sortName: "asc" } } });
  const members = rows.map(readMember).map((member) => ({ ...member, state: stateOn(member, member.organisation.closedOn, network, today) }));
  return { members, nextAfter: ids.length > most ? (members.at(-1)?.id ?? null) : null };
}

/** A member of the network, or 404. */
export async function findMember(on: Database, network: Network, id: string | undefined): Promise<Member> {
  const row = await on.networkMember.findFirst({ where: { networkId: network.id, id: id ?? "" }, select: memberColumns });
  if (!row) throw notFound();
  return readMember(row);
}

/** Other members that the same person, told by their address, votes for. [D2] */
export async function listAlsoVotingFor(on: Database, network: Network, member: Member): Promise<Text[]> {
  const email = member.delegate?.email;
  if (!email) return [];
  const rows = await on.networkDelegate.findMany({
    where: { role: "delegate", email, member: { networkId: network.id, leftOn: null, id: { not: member.id } } },
    select: { member: { select: { organisation: { select: { name: true } } } } },
    take: 10,
  });
  return rows.map(({ member: other }) => textSchema.parse(other.organisation.name));
}

/** Who votes for a member, and in which parts of the network it is, from now on. */
export async function setDetails(transaction: Transaction, partnershipId: string, memberId: string, details: Delegates & { constituencies: readonly string[] }): Promise<void> {
  await transaction.networkDelegate.deleteMany({ where: { memberId } });
  const named = (["delegate", "deputy"] as const).flatMap((role) => (details[role] ? [{ memberId, partnershipId, role, ...details[role] }] : []));
  await transaction.networkDelegate.createMany({ data: named });
  await transaction.memberConstituency.deleteMany({ where: { memberId } });
  await transaction.memberConstituency.createMany({ data: details.constituencies.map((constituencyId) => ({ memberId, constituencyId, partnershipId })) });
}

/** Lets an organisation into a network that is held, or back in; the member it is. Null where it belongs already. */
export async function letIn(transaction: Transaction, { partnershipId, personId, now }: By, network: Network, organisationId: string, details: Delegates & { constituencies: readonly string[] }): Promise<string | null> {
  const today = dayIn(dayOf(now));
  const there = await transaction.networkMember.findUnique({ where: { networkId_organisationId: { networkId: network.id, organisationId } }, select: { id: true, leftOn: true } });
  if (there && there.leftOn === null) return null;
  const id = there?.id ?? newId();
  const dates = { joinedOn: today, confirmedOn: today, askedOn: null, remindedOn: null, suspendedOn: null, leftOn: null, linkHash: null };
  if (there) await transaction.networkMember.update({ where: { id }, data: dates });
  else await transaction.networkMember.create({ data: { id, partnershipId, networkId: network.id, organisationId, ...dates } });
  await setDetails(transaction, partnershipId, id, details);
  await recordAudit(transaction, { partnershipId, personId, action: "network-member.let-in", subjectKind: "network-member", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
  return id;
}

/** Changes who votes for a member and in which parts it is. */
export async function changeMember(transaction: Transaction, { partnershipId, personId }: By, id: string, details: Delegates & { constituencies: readonly string[] }): Promise<void> {
  await setDetails(transaction, partnershipId, id, details);
  await recordAudit(transaction, { partnershipId, personId, action: "network-member.change", subjectKind: "network-member", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}

/** What those who keep a network do with a member; the words are `networks:deed.<deed>`. */
export const memberDeeds = ["confirm", "suspend", "lift", "leave", "rejoin", "asked"] as const;
export type MemberDeed = (typeof memberDeeds)[number];

/** Does it, today: what was done already is done no second time. */
export async function doWithMember(transaction: Transaction, { partnershipId, personId, now }: By, id: string, deed: MemberDeed): Promise<void> {
  const today = dayIn(dayOf(now));
  const belongs = { confirmedOn: today, askedOn: null, remindedOn: null, linkHash: null };
  const done: Record<MemberDeed, { if: Prisma.NetworkMemberWhereInput; data: Prisma.NetworkMemberUpdateManyMutationInput }> = {
    confirm: { if: { leftOn: null }, data: belongs },
    suspend: { if: { suspendedOn: null, leftOn: null }, data: { suspendedOn: today, linkHash: null } },
    lift: { if: { suspendedOn: { not: null } }, data: { suspendedOn: null } },
    leave: { if: { leftOn: null }, data: { leftOn: today, linkHash: null } },
    rejoin: { if: { leftOn: { not: null } }, data: { ...belongs, leftOn: null } },
    asked: { if: { askedOn: null, leftOn: null }, data: { askedOn: today } },
  };
  const { count } = await transaction.networkMember.updateMany({ where: { id, partnershipId, ...done[deed].if }, data: done[deed].data });
  if (count === 0) return;
  await recordAudit(transaction, { partnershipId, personId, action: `network-member.${deed}`, subjectKind: "network-member", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}
