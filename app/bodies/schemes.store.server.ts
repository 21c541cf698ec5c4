// The versions of a body's seats: one that holds, those before it, and at most one that is being worked on. The caller has
// asked the policy, and holds the body where something changes.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { addDays } from "#app/shared/dates.ts";
import type { Way } from "#app/shared/way.ts";
import type { Authority } from "./adoptions.store.server.ts";
import { balanceRuleSchema, type BalanceRule } from "./balance.ts";
import { writtenBy, type By } from "./bodies.store.server.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { emptyStart, startOfScheme, type SchemeStart } from "./seat-template.ts";
import { bases, type SeatLine, type SeatScheme } from "./seat-scheme.ts";
import { seatSectors } from "./sector.ts";
import type { Turns } from "./turn.ts";

const reserveSchema = z.object({ least: z.number(), criterion: textSchema, justification: textSchema });

const lineSchema = z.object({
  ...{ id: z.string(), withinId: z.string().nullable(), fromId: z.string().nullable(), sector: z.enum(seatSectors), basis: z.enum(bases) },
  ...{ count: z.number().nullable(), countMost: z.number().nullable(), poolSize: z.number().nullable(), reserves: z.array(reserveSchema) },
  ...{ holder: textSchema, chosenBy: textSchema, organisationId: z.string().nullable(), networkId: z.string().nullable() },
  ...{ termInMonths: z.number(), mostTerms: z.number(), isVoting: z.boolean(), isRequired: z.boolean(), roleDescription: textSchema },
});

/** What some of the seats of a line are kept for, and why that is right. [Equality Act 2010 s.158] */
export type WordedReserve = { least: number; criterion: Text; justification: Text };

/** A line of seats with all that is said of it. */
export type Line = z.infer<typeof lineSchema> & SeatLine & { reserves: WordedReserve[] };
export type LineDetails = Omit<Line, "id" | "fromId">;

const schemeSchema = z.object({
  ...{ id: z.string(), version: z.number(), startsOn: dayColumn.nullable(), decisionId: z.string().nullable(), agreedNote: z.string().nullable() },
  ...{ totalLeast: z.number().nullable(), totalMost: z.number().nullable(), revision: z.number() },
  ...{ turns: z.number().nullable(), turnsFrom: dayColumn.nullable() },
  rules: z.array(balanceRuleSchema),
  lines: z.array(lineSchema),
});

export type Scheme = z.infer<typeof schemeSchema> & SeatScheme<Line>;
/** What is said of a scheme as a whole. */
export type SchemeTotals = Pick<Scheme, "totalLeast" | "totalMost"> & { rules: BalanceRule[]; turns?: Turns | null };

const withLines = { lines: { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] } };

/** Every version of a body's seats, the newest first; one without a first day is being worked on. */
export async function listSchemes(on: Database, bodyId: string): Promise<Scheme[]> {
  const rows = await on.seatScheme.findMany({ where: { bodyId }, orderBy: { version: "desc" }, include: withLines, take: 200 });
  return rows.map((row) => schemeSchema.parse(row));
}

/** The version that holds on a day; null before the first. */
export async function findSchemeOn(on: Database, bodyId: string, day: string): Promise<Scheme | null> {
  const row = await on.seatScheme.findFirst({ where: { bodyId, startsOn: { lte: dayIn(day) } }, orderBy: { version: "desc" }, include: withLines });
  return row && schemeSchema.parse(row);
}

/** The version of a body that is being worked on; null where nobody does. */
export async function findDraftScheme(on: Database, bodyId: string): Promise<Scheme | null> {
  const row = await on.seatScheme.findFirst({ where: { bodyId, startsOn: null }, include: withLines });
  return row && schemeSchema.parse(row);
}

export type Draft = { version: number; body: { slug: string; name: Text } };

/** Every version of a partnership that is being worked on, with whose seats they are. */
export async function listDraftSchemes(on: Database, partnershipId: string): Promise<Draft[]> {
  const rows = await on.seatScheme.findMany({
    where: { partnershipId, startsOn: null, body: { endedOn: null } },
    ...{ select: { version: true, body: { select: { slug: true, name: true } } }, orderBy: [{ body: { position: "asc" } }, { id: "asc" }], take: 200 },
  });
  return rows.map(({ version, body: { slug, name } }) => ({ version, body: { slug, name: textSchema.parse(name) } }));
}

/** The bodies of a partnership that have seats on a day and have not ended. */
export async function listSeatedBodies(on: Database, partnershipId: string, day: string): Promise<{ slug: string; name: Text }[]> {
  const rows = await on.body.findMany({
    where: { partnershipId, endedOn: null, schemes: { some: { startsOn: { lte: dayIn(day) } } } },
    ...{ select: { slug: true, name: true }, orderBy: [{ position: "asc" as const }, { id: "asc" as const }], take: 500 },
  });
  return rows.map(({ slug, name }) => ({ slug, name: textSchema.parse(name) }));
}

type OfBody = { id: string };

/** Begins a version, as the one that holds or with what is given; the one that is being worked on where there is one. */
export async function beginScheme(transaction: Transaction, by: By, { id: bodyId }: OfBody, start: SchemeStart | null = null): Promise<string> {
  const { partnershipId } = by;
  const [newest] = await listSchemes(transaction, bodyId);
  if (newest?.startsOn === null) return newest.id;
  const [id, version] = [newId(), (newest?.version ?? 0) + 1];
  const { totalLeast, totalMost, rules, turns, lines } = start ?? (newest ? startOfScheme(newest) : emptyStart);
  await transaction.seatScheme.create({ data: { id, partnershipId, bodyId, version, totalLeast, totalMost, rules: [...rules], turns: turns?.turns ?? null, turnsFrom: dayIn(turns?.from ?? null) } });
  const ids = lines.map(() => newId());
  // because a line is there before those within it
  const ordered = [...lines.entries()].sort(([, one], [, other]) => Number(one.within !== null) - Number(other.within !== null));
  await transaction.seatLine.createMany({
    data: ordered.map(([index, { within, ...line }]) => ({
      ...{ ...line, partnershipId, bodyId, schemeId: id, position: index + 1, id: ids[index]! },
      ...{ fromId: start ? null : (newest?.lines[index]?.id ?? null), withinId: within === null ? null : ids[within]! },
    })),
  });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.begin-seats", subjectKind: "body", subjectId: bodyId, facts: { version } });
  return id;
}

async function tell(transaction: Transaction, by: By, bodyId: string, schemeId: string): Promise<void> {
  await transaction.seatScheme.update({ where: { id: schemeId }, data: { revision: { increment: 1 } } });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.change-seats", subjectKind: "body", subjectId: bodyId });
}

/** Changes what is said of a version that is being worked on as a whole. */
export async function changeTotals(transaction: Transaction, by: By, { id: bodyId }: OfBody, scheme: Pick<Scheme, "id">, { turns = null, ...totals }: SchemeTotals): Promise<void> {
  await transaction.seatScheme.update({ where: { id: scheme.id, bodyId, startsOn: null }, data: { ...totals, turns: turns?.turns ?? null, turnsFrom: dayIn(turns?.from ?? null) } });
  await tell(transaction, by, bodyId, scheme.id);
}

/** Adds a line at the end, or changes the one that is there. */
export async function saveLine(transaction: Transaction, by: By, { id: bodyId }: OfBody, scheme: Scheme, lineId: string | null, details: LineDetails): Promise<string> {
  const { partnershipId } = by;
  const id = lineId ?? newId();
  if (lineId === null) await transaction.seatLine.create({ data: { id, partnershipId, bodyId, schemeId: scheme.id, position: scheme.lines.length + 1, ...details } });
  else await transaction.seatLine.update({ where: { id, schemeId: scheme.id }, data: details });
  await tell(transaction, by, bodyId, scheme.id);
  return id;
}

/** Takes a line away, with those within it; 404 where it is none of the version. */
export async function removeLine(transaction: Transaction, by: By, { id: bodyId }: OfBody, scheme: Scheme, lineId: string): Promise<void> {
  const { count } = await transaction.seatLine.deleteMany({ where: { id: lineId, schemeId: scheme.id } });
  if (count === 0) throw notFound();
  await tell(transaction, by, bodyId, scheme.id);
}

/** Puts a line one place nearer to the beginning or to the end, among those of its place. */
export async function moveLine(transaction: Transaction, by: By, { id: bodyId }: OfBody, scheme: Scheme, lineId: string, way: Way): Promise<void> {
  const line = scheme.lines.find(({ id }) => id === lineId);
  const siblings = scheme.lines.filter(({ withinId }) => withinId === line?.withinId);
  const other = siblings[siblings.findIndex(({ id }) => id === lineId) + (way === "up" ? -1 : 1)];
  if (!line || !other) return;
  const ids = scheme.lines.map(({ id }) => (id === line.id ? other.id : id === other.id ? line.id : id));
  for (const [index, id] of ids.entries()) await transaction.seatLine.update({ where: { id }, data: { position: index + 1 } });
  await tell(transaction, by, bodyId, scheme.id);
}

/** Takes away a version that is being worked on. */
export async function discardScheme(transaction: Transaction, by: By, { id: bodyId }: OfBody): Promise<void> {
  const { count } = await transaction.seatScheme.deleteMany({ where: { bodyId, partnershipId: by.partnershipId, startsOn: null } });
  if (count > 0) await recordAudit(transaction, { ...writtenBy(by), action: "body.discard-seats", subjectKind: "body", subjectId: bodyId });
}

/** Whose seats there are no more once the version that is being worked on holds: they sit in a line that it has not. */
export function findLeaving(on: Database, { id: bodyId }: OfBody, scheme: Scheme, startsOn: string): Promise<{ id: string; name: string; startsOn: Date }[]> {
  const goingOn = scheme.lines.flatMap(({ fromId }) => fromId ?? []);
  return on.appointment.findMany({
    where: { bodyId, lineId: { notIn: goingOn }, endsOn: { gte: dayIn(startsOn) }, OR: [{ endedOn: null }, { endedOn: { gte: dayIn(startsOn) } }] },
    select: { id: true, name: true, startsOn: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/**
 * Lets the version that is being worked on hold from a day on. Whoever sits goes on sitting in the line that goes on as theirs;
 * whose line is gone has left on the day before. A decision says so by its id, anything else in words.
 */
export async function agreeScheme(
  transaction: Transaction,
  by: By,
  body: OfBody,
  { scheme, startsOn, authority }: { scheme: Scheme; startsOn: string; authority: Authority },
): Promise<void> {
  const { partnershipId } = by;
  const leaving = await findLeaving(transaction, body, scheme, startsOn);
  const rests = { decisionId: authority.decisionId, agreedNote: authority.note };
  await transaction.seatScheme.update({ where: { id: scheme.id, partnershipId, startsOn: null }, data: { startsOn: dayIn(startsOn), ...rests, revision: { increment: 1 } } });
  const last = addDays(startsOn, -1);
  await transaction.appointment.updateMany({
    where: { partnershipId, id: { in: leaving.map(({ id }) => id) } },
    data: { endedOn: dayIn(last), endedFor: "seat-ended", revision: { increment: 1 } },
  });
  for (const { id, fromId } of scheme.lines) {
    if (fromId === null) continue;
    const running = { endsOn: { gte: dayIn(startsOn) }, OR: [{ endedOn: null }, { endedOn: { gte: dayIn(startsOn) } }] };
    await transaction.appointment.updateMany({ where: { partnershipId, lineId: fromId, ...running }, data: { lineId: id } });
  }
  await recordAudit(transaction, {
    ...{ ...writtenBy(by), action: "body.agree-seats", subjectKind: "body", subjectId: body.id },
    facts: { version: scheme.version, startsOn, left: leaving.length, decisionId: authority.decisionId },
  });
}
