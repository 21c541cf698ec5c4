// Every query about the roll of an election: taken from the network or a file, listed, and changed entry by entry. The caller holds the
// election and has asked the rules. Codes and letters are in stores of their own.
import { isPublicBody } from "#app/bodies/sector.ts";
import { whyNoVote } from "#app/networks/member.ts";
import { listMembers } from "#app/networks/members.store.server.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textIn, textSchema, type Text } from "#app/shared/languages.ts";
import { literalInLike } from "#app/shared/like.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { plain } from "#app/shared/typed.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { By, Election } from "./elections.store.server.ts";
import { hasDelegates, isSamePerson, organisationKey, placesKept } from "./delegates.ts";
import { listUnnamed } from "./delegates.store.server.ts";
import { isFew } from "./preparing.ts";
import { chosenOf, deliveryOf, inOrderOfNames, type LetterDelivery, type VoterHead } from "./roll.ts";

type Of = Pick<Election, "id" | "partnershipId">;

const letterColumns = { id: true, issue: true, way: true, reason: true, askedAt: true, sentAt: true, failedAt: true, returnedAt: true, attempts: true, lastProblem: true, nextAttemptAt: true } as const;
const voterColumns = {
  ...{ id: true, number: true, memberId: true, name: true, delegate: true, email: true, post: true, language: true, issue: true },
  ...{ place: true, namedAt: true, addedReason: true, declaredAt: true, struckReason: true, voted: true },
  letters: { select: letterColumns, orderBy: [{ askedAt: "desc" }, { id: "asc" }] },
} satisfies Prisma.VoterSelect;

type Row = Prisma.VoterGetPayload<{ select: typeof voterColumns }>;
export type VoterLetter = Omit<Row["letters"][number], "way"> & { way: "email" | "post"; delivery: LetterDelivery };
/** `letters` has the newest first. */
export type Voter = Omit<Row, "language" | "letters"> & VoterHead & { letters: VoterLetter[] };

function read({ language, letters, ...row }: Row): Voter {
  return {
    ...{ ...row, language: isLanguage(language) ? language : defaultLanguage },
    letters: letters.map((letter) => ({ ...letter, way: letter.way === "post" ? "post" : "email", delivery: deliveryOf(letter) })),
  };
}

/** The words are `roll:filter.<filter>`. */
export const rollFilters = ["all", "unnamed", "self", "selfByPost", "unreached", "undelivered", "struck"] as const;
export type RollFilter = (typeof rollFilters)[number];

const filtered: Record<Exclude<RollFilter, "unnamed">, Prisma.VoterWhereInput> = {
  all: {},
  self: { declaredAt: { not: null } },
  selfByPost: { declaredAt: { not: null }, email: null },
  unreached: { email: null, post: null, struckReason: null },
  undelivered: { struckReason: null, letters: { some: { OR: [{ failedAt: { not: null } }, { returnedAt: { not: null } }] } } },
  struck: { struckReason: { not: null } },
};

type Asked = { search?: string; filter?: RollFilter; after?: number | null; most?: number };

/** Entries in the order of their numbers, a page from the one after `after`; found by a part of a name or address, or by number. */
export async function listVoters(on: Database, { id: electionId, delegates = 1 }: Pick<Of, "id"> & { delegates?: number }, { search = "", filter = "all", after = null, most = 50 }: Asked): Promise<{ voters: Voter[]; nextAfter: string | null }> {
  const number = /^\d{1,7}$/.test(plain(search)) ? Number(plain(search)) : null;
  const holds = { contains: literalInLike(search), mode: "insensitive" as const };
  const found = search === "" ? {} : { OR: [...(number === null ? [] : [{ number }]), { name: holds }, { delegate: holds }, { email: holds }, { post: holds }] };
  const rows = await on.voter.findMany({
    where: { electionId, ...(after !== null && { number: { gt: after } }), AND: [filter === "unnamed" ? { id: { in: await listUnnamed(on, { id: electionId, delegates }) } } : filtered[filter], found] },
    ...{ select: voterColumns, orderBy: { number: "asc" }, take: most + 1 },
  });
  const voters = rows.slice(0, most).map(read);
  return { voters, nextAfter: rows.length > most ? String(voters.at(-1)!.number) : null };
}

/** `file`, `hand` and `self` are how entries came, and `selfByPost` those of the last whose address nothing has answered for. */
export type RollCounts = { all: number; file: number; hand: number; self: number; selfByPost: number; standing: number; unreached: number; undelivered: number; struck: number };

/** How many entries there are; those that stand were not struck off. */
export async function countVoters(on: Database, { id: electionId }: Pick<Of, "id">): Promise<RollCounts> {
  const [counts] = await on.$queryRaw<[RollCounts]>`
    SELECT count(*)::int AS "all", count("declaredAt")::int AS self, (count(*) FILTER (WHERE "declaredAt" IS NULL AND "addedReason" IS NULL))::int AS file,
      (count(*) FILTER (WHERE "declaredAt" IS NULL AND "addedReason" IS NOT NULL))::int AS hand, (count(*) FILTER (WHERE "declaredAt" IS NOT NULL AND email IS NULL))::int AS "selfByPost",
      (count(*) FILTER (WHERE "struckReason" IS NULL))::int AS standing, count("struckReason")::int AS struck,
      (count(*) FILTER (WHERE "struckReason" IS NULL AND email IS NULL AND post IS NULL))::int AS unreached,
      (count(*) FILTER (WHERE "struckReason" IS NULL AND EXISTS (
        SELECT 1 FROM "VoterLetter" l WHERE l."voterId" = v.id AND (l."failedAt" IS NOT NULL OR l."returnedAt" IS NOT NULL))))::int AS undelivered
    FROM "Voter" v WHERE "electionId" = ${electionId}`;
  return counts;
}

/** Parts of the network of which so few are on the roll that a result told part by part would show votes. [COUNTING 4.8] */
export async function listFewInParts(on: Database, { id: electionId, constituencyId }: Pick<Of, "id"> & { constituencyId: string | null }): Promise<{ id: string; name: Text; standing: number }[]> {
  const rows = await on.$queryRaw<{ id: string; name: unknown; standing: number }[]>`
    SELECT c.id, c.name, count(*)::int AS standing FROM "Voter" v JOIN "MemberConstituency" m ON m."memberId" = v."memberId" JOIN "NetworkConstituency" c ON c.id = m."constituencyId"
    WHERE v."electionId" = ${electionId} AND v."struckReason" IS NULL AND c.id IS DISTINCT FROM ${constituencyId}
    GROUP BY c.id, c.name, c.position ORDER BY c.position`;
  return rows.filter(({ standing }) => isFew(standing)).map((row) => ({ ...row, name: textSchema.parse(row.name) }));
}

/** An entry on the roll, or 404. */
export async function findVoter(on: Database, { id: electionId }: Pick<Of, "id">, id: string | undefined): Promise<Voter> {
  const row = await on.voter.findFirst({ where: { id: id ?? "", electionId }, select: voterColumns });
  if (!row) throw notFound();
  return read(row);
}

/** Persons who would vote for more than one organisation or more than once for one, told by their address or, within an organisation, by their name; with their entries; the first ones. [D2] */
export async function listConflicts(on: Database, { id: electionId, electorate }: Pick<Election, "id" | "electorate">, most = 20): Promise<{ email: string; voters: { id: string; name: string; delegate: string }[] }[]> {
  if (electorate !== "organisations") return [];
  return on.$queryRaw`
    SELECT email, jsonb_agg(jsonb_build_object('id', id, 'name', name, 'delegate', delegate) ORDER BY number) AS voters FROM "Voter"
    WHERE "electionId" = ${electionId} AND email IS NOT NULL AND "struckReason" IS NULL GROUP BY email HAVING count(*) > 1
    UNION ALL
    SELECT min(delegate), jsonb_agg(jsonb_build_object('id', id, 'name', name, 'delegate', delegate) ORDER BY number) FROM "Voter"
    WHERE "electionId" = ${electionId} AND place IS NOT NULL AND delegate <> '' AND "struckReason" IS NULL
    GROUP BY coalesce("memberId", lower(name)), lower(delegate) HAVING count(*) > 1 AND count(email) < count(*)
    ORDER BY 1 LIMIT ${most}`;
}

/** Names that stand more than once where somebody put themselves on the roll: perhaps one person twice; the first ones. Struck entries are left out. */
export async function listAlike(on: Database, { id: electionId }: Pick<Of, "id">, most = 20): Promise<{ name: string; voters: { id: string; name: string; delegate: string }[] }[]> {
  return on.$queryRaw`
    SELECT min(name) AS name, jsonb_agg(jsonb_build_object('id', id, 'name', name || ', ' || coalesce(email, post, ''), 'delegate', '') ORDER BY number) AS voters FROM "Voter"
    WHERE "electionId" = ${electionId} AND "struckReason" IS NULL GROUP BY lower(name) HAVING count(*) > 1 AND count("declaredAt") > 0 ORDER BY 1 LIMIT ${most}`;
}

/** Whether a person, told by their address, votes for another organisation in this election already. [D2] */
export async function votesForAnother(on: Database, { id: electionId, electorate }: Pick<Election, "id" | "electorate">, email: string | null, exceptId: string | null): Promise<boolean> {
  if (electorate !== "organisations" || email === null) return false;
  return (await on.voter.count({ where: { electionId, email, struckReason: null, ...(exceptId !== null && { id: { not: exceptId } }) } })) > 0;
}

type Entry = VoterHead & { memberId: string | null; place: number | null };

/** Those whom the network's own rules let vote on the qualifying date; a person for each, the delegate before the deputy, or both where delegates vote. [D2] */
async function listEntitled(on: Database, { partnershipId, network: { slug }, constituencyId, timetable, delegates }: Election): Promise<Entry[]> {
  const network = await findNetwork(on, partnershipId, slug);
  const day = timetable!.qualifyingOn;
  const entries: Entry[] = [];
  for await (const { members } of everyPage((after) => listMembers(on, network, { part: constituencyId, after, most: 500, today: day }))) {
    for (const { id, organisation, ...member } of members) {
      const person = chosenOf(member);
      const why = whyNoVote({ dates: member, closedOn: organisation.closedOn, isPublicBody: isPublicBody(organisation.sector), hasDelegate: person !== null }, network, day);
      if (why !== null || person === null) continue;
      const name = textIn(organisation.name, person.language).text;
      const deputy = member.delegate && member.deputy && isSamePerson(asVoter(member.delegate), asVoter(member.deputy)) ? null : member.deputy;
      const named = delegates === 1 ? [{ person, place: null }] : [member.delegate, deputy].map((one, index) => ({ person: one, place: index + 1 }));
      for (const { person: one, place } of named) if (one) entries.push({ memberId: id, name, delegate: one.name, email: one.email, post: one.post, language: one.language, place });
    }
  }
  return entries;
}

const asVoter = ({ name, email }: { name: string; email: string | null }) => ({ delegate: name, email });

type Keyed = Pick<Entry, "memberId" | "name" | "delegate" | "email" | "post">;

/** What an entry is known again by: its organisation, where delegates vote the person of it, and where people vote the person. */
function keyOf(one: Keyed, byDelegates: boolean): string {
  const { memberId, name, delegate, email, post } = one;
  if (byDelegates) return `${organisationKey(one)}\n${email ?? delegate.toLowerCase()}`;
  return memberId ?? [name.toLowerCase(), email ?? "", (post ?? "").toLowerCase()].join("\n");
}

/** Writes the roll anew. Whoever was entered by hand, named by their organisation or put themselves on it stays, and whoever was struck off stays so. Numbers follow the order of names. */
async function writeRoll(transaction: Transaction, { partnershipId, personId }: By, { id: electionId, delegates }: Of & Pick<Election, "delegates">, entries: readonly Entry[]): Promise<number> {
  const byDelegates = hasDelegates({ delegates });
  const key = (one: Keyed) => keyOf(one, byDelegates);
  const there = await transaction.voter.findMany({ where: { electionId }, select: { id: true, memberId: true, name: true, delegate: true, email: true, post: true, language: true, place: true, namedAt: true, addedReason: true, declaredAt: true, struckReason: true } });
  const known = new Map(there.map((row) => [key(row), row]));
  const keys = new Set(entries.map(key));
  const members = new Set(entries.map(({ memberId }) => memberId));
  const isNamed = ({ namedAt, memberId }: (typeof there)[number]) => namedAt !== null && (memberId === null || members.has(memberId));
  const staying = there.filter((row) => (row.addedReason !== null || isNamed(row) || row.declaredAt !== null) && !keys.has(key(row)));
  const given = entries.map((entry) => ({ ...entry, id: known.get(key(entry))?.id ?? newId(), addedReason: null, namedAt: null, declaredAt: known.get(key(entry))?.declaredAt ?? null, struckReason: known.get(key(entry))?.struckReason ?? null }));
  const all = inOrderOfNames([...given, ...(byDelegates ? placesKept(staying, given) : staying.map((one) => ({ ...one, place: null })))]);
  await transaction.voter.deleteMany({ where: { electionId } });
  // because ten thousand rows as parameters take many times as long
  await transaction.$executeRaw`
    INSERT INTO "Voter" (id, "partnershipId", "electionId", number, "memberId", name, delegate, email, post, language, place, "namedAt", "addedReason", "declaredAt", "struckReason")
    SELECT one.id, ${partnershipId}, ${electionId}, one.number, one."memberId", one.name, one.delegate, one.email, one.post, one.language, one.place, one."namedAt", one."addedReason", one."declaredAt", one."struckReason"
    FROM jsonb_to_recordset(${JSON.stringify(all.map((entry, index) => ({ ...entry, number: index + 1 })))}::jsonb)
      AS one(id text, number int, "memberId" text, name text, delegate text, email text, post text, language text, place int, "namedAt" timestamptz, "addedReason" text, "declaredAt" timestamptz, "struckReason" text)`;
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: "roll.make", subjectKind: "election", subjectId: electionId, facts: { count: all.length } });
  return all.length;
}

/** Takes the roll from the members of the network, or takes it anew; how many are on it. */
export async function takeRoll(transaction: Transaction, by: By, election: Election): Promise<number> {
  return writeRoll(transaction, by, election, await listEntitled(transaction, election));
}

/** The people of a file are the roll from now on, besides those who were entered by hand; how many are on it. */
export async function bringRoll(transaction: Transaction, by: By, election: Of & Pick<Election, "delegates">, heads: readonly VoterHead[]): Promise<number> {
  return writeRoll(transaction, by, election, heads.map((head) => ({ ...head, memberId: null, place: null })));
}

const audited = ({ partnershipId, personId }: By, action: "roll.add" | "roll.change" | "roll.strike" | "roll.restore", id: string) => ({ partnershipId, ...(personId && { personId }), action, subjectKind: "voter", subjectId: id });

/** Enters somebody by hand, and why, with the next number; the new entry's id. */
export async function addVoter(transaction: Transaction, by: By, { id: electionId }: Of, { reason, ...head }: VoterHead & { reason: string; memberId?: string | null; place?: number | null }): Promise<string> {
  const last = await transaction.voter.aggregate({ where: { electionId }, _max: { number: true } });
  const id = newId();
  await transaction.voter.create({ data: { id, partnershipId: by.partnershipId, electionId, number: (last._max.number ?? 0) + 1, addedReason: reason, ...head } });
  await recordAudit(transaction, audited(by, "roll.add", id));
  return id;
}

/** Changes what an entry says; its number stays. */
export async function changeVoter(transaction: Transaction, by: By, { id }: Pick<Voter, "id">, head: VoterHead): Promise<void> {
  await transaction.voter.update({ where: { id }, data: head });
  await recordAudit(transaction, audited(by, "roll.change", id));
}

/** Strikes an entry off, and why: its code dies, and letters on their way to it stop. A second time does nothing. */
export async function strikeVoter(transaction: Transaction, by: By, { id }: Pick<Voter, "id">, reason: string): Promise<void> {
  const { count } = await transaction.voter.updateMany({ where: { id, struckReason: null }, data: { struckReason: reason, codeHash: null, linkHash: null } });
  if (count === 0) return;
  await stopLetters(transaction, id);
  await recordAudit(transaction, audited(by, "roll.strike", id));
}

/** Puts an entry back on the roll. Where the poll is prepared, a new code is made besides. */
export async function restoreVoter(transaction: Transaction, by: By, { id }: Pick<Voter, "id">, place: number | null = null): Promise<boolean> {
  const { count } = await transaction.voter.updateMany({ where: { id, struckReason: { not: null } }, data: { struckReason: null, place } });
  if (count > 0) await recordAudit(transaction, audited(by, "roll.restore", id));
  return count > 0;
}

/** No letter that has not gone yet goes to a voter any more. */
export async function stopLetters(transaction: Transaction, voterId: string): Promise<void> {
  await transaction.voterLetter.updateMany({ where: { voterId, sentAt: null }, data: { nextAttemptAt: null } });
}
