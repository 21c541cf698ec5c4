// The whole structure of a partnership as it is on a day, in a handful of queries however many bodies it has.
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { choosings } from "./appointment.ts";
import { balanceRuleSchema } from "./balance.ts";
import { listBodies } from "./bodies.store.server.ts";
import { isThere } from "./body.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { bases } from "./seat-scheme.ts";
import { isTraced } from "./seat-election.ts";
import { sectors, seatSectors } from "./sector.ts";
import type { SeatedOrganisation, Sitting, Structure, StructureBody } from "./structure.ts";

const schemeSchema = z.object({
  ...{ id: z.string(), bodyId: z.string(), startsOn: dayColumn, totalLeast: z.number().nullable(), totalMost: z.number().nullable() },
  // A rule that we cannot read promises nothing.
  rules: z.array(balanceRuleSchema).catch([]),
});

const lineColumns = {
  ...{ id: true, schemeId: true, fromId: true, withinId: true, sector: true, basis: true, count: true, countMost: true, poolSize: true },
  ...{ holder: true, chosenBy: true, reserves: true, termInMonths: true, mostTerms: true, isVoting: true },
} satisfies Prisma.SeatLineSelect;

const lineSchema = z.object({
  ...{ id: z.string(), schemeId: z.string(), fromId: z.string().nullable(), withinId: z.string().nullable(), sector: z.enum(seatSectors), basis: z.enum(bases) },
  ...{ count: z.number().nullable(), countMost: z.number().nullable(), poolSize: z.number().nullable(), holder: textSchema, chosenBy: textSchema },
  ...{ reserves: z.array(z.object({ least: z.number(), criterion: textSchema })).catch([]), termInMonths: z.number(), mostTerms: z.number(), isVoting: z.boolean() },
});
type Line = z.infer<typeof lineSchema>;

const sittingSchema = z.object({
  ...{ id: z.string(), bodyId: z.string(), lineId: z.string(), seat: z.number(), personId: z.string().nullable(), name: z.string() },
  ...{ organisationId: z.string().nullable(), startsOn: dayColumn, endsOn: dayColumn, endedOn: dayColumn.nullable() },
  ...{ electionId: z.string().nullable(), roundId: z.string().nullable(), chosenHow: z.enum(choosings), chosenBy: z.string() },
});

const organisationSchema = z.object({
  ...{ id: z.string(), name: textSchema, sector: z.enum(sectors), areaCodes: z.array(z.string()), website: z.string().nullable() },
}) satisfies z.ZodType<SeatedOrganisation>;

/** The bodies that there are on a day, those of one place in their order, each with the seats that hold then and who holds them. */
export async function readStructure(on: Database, partnershipId: string, today: string): Promise<Structure> {
  const date = dayIn(today);
  const notOver = [{ endedOn: null }, { endedOn: { gte: date } }];
  const [bodies, schemes, lines, appointments, chairs] = await Promise.all([
    listBodies(on, partnershipId),
    on.seatScheme.findMany({
      where: { partnershipId, startsOn: { lte: date } },
      select: { id: true, bodyId: true, startsOn: true, totalLeast: true, totalMost: true, rules: true },
      orderBy: { version: "asc" },
    }),
    // because whoever sits is moved to the next version as soon as it is agreed, which may be before it holds
    on.seatLine.findMany({ where: { partnershipId, scheme: { startsOn: { not: null } } }, select: lineColumns, orderBy: [{ position: "asc" }, { id: "asc" }] }),
    on.appointment.findMany({
      where: { partnershipId, startsOn: { lte: date }, endsOn: { gte: date }, OR: notOver },
      select: { id: true, bodyId: true, lineId: true, seat: true, personId: true, name: true, organisationId: true, startsOn: true, endsOn: true, endedOn: true, electionId: true, roundId: true, chosenHow: true, chosenBy: true },
      orderBy: [{ seat: "asc" }, { id: "asc" }],
    }),
    on.chair.findMany({
      where: { partnershipId, startsOn: { lte: date }, AND: [{ OR: notOver }, { OR: [{ endsOn: null }, { endsOn: { gte: date } }] }] },
      select: { bodyId: true, kind: true, name: true, appointmentId: true, electionId: true, endsOn: true, appointment: { select: { name: true } } },
      orderBy: [{ kind: "asc" }, { startsOn: "asc" }, { id: "asc" }],
    }),
  ]);
  // because of the versions of one body the last that has begun stays
  const schemeOf = new Map(schemes.map((row) => [row.bodyId, schemeSchema.parse(row)]));
  const allLines = lines.map((row) => lineSchema.parse(row));
  const current = new Set([...schemeOf.values()].map(({ id }) => id));
  const lineNow = linesNow(allLines, current);
  const sitting = appointments.map((row) => sittingSchema.parse(row)).map((one) => ({ ...one, lineId: lineNow.get(one.lineId) ?? one.lineId }));
  const perBody = grouped(sitting, ({ bodyId }) => bodyId);
  const leading = grouped(chairs, ({ bodyId }) => bodyId);
  const perScheme = grouped(allLines, ({ schemeId }) => schemeId);
  const organisationIds = [...new Set(sitting.flatMap(({ organisationId }) => organisationId ?? []))];
  const organisations = await on.organisation.findMany({
    where: { partnershipId, id: { in: organisationIds } },
    select: { id: true, name: true, sector: true, areaCodes: true, website: true },
    orderBy: { sortName: "asc" },
  });
  return {
    bodies: bodies.filter((body) => isThere(body, today)).map((body): StructureBody => {
      const scheme = schemeOf.get(body.id);
      return {
        ...body,
        scheme: scheme ? { ...scheme, lines: perScheme.get(scheme.id) ?? [] } : null,
        sitting: (perBody.get(body.id) ?? []).map(sittingOf),
        chairs: (leading.get(body.id) ?? []).map(({ kind, name, appointmentId, electionId, endsOn, appointment }) => ({
          ...{ kind, name: appointment?.name ?? null, office: textSchema.parse(name), sittingId: appointmentId, electionId, endsOn: dayColumn.nullable().parse(endsOn) },
        })),
      };
    }),
    organisations: organisations.map((row) => organisationSchema.parse(row)),
  };
}

function sittingOf({ id, lineId, seat, personId, name, organisationId, startsOn, endsOn, endedOn, ...chosen }: z.infer<typeof sittingSchema>): Sitting {
  // because whoever has no account is the same on two seats by their name and organisation
  const who = personId ?? `${organisationId} ${name.toLowerCase()}`;
  return { id, lineId, seat, who, name, organisationId, startsOn, endsOn, endedOn, electionId: chosen.electionId, roundId: chosen.roundId, isTraced: isTraced(chosen) };
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** For a line of any version the line of the present one whose seats they are, before it or after it. */
function linesNow(lines: readonly Line[], current: ReadonlySet<string>): Map<string, string> {
  const from = new Map(lines.map(({ id, fromId }) => [id, fromId]));
  const firstOf = (id: string): string => {
    const earlier = from.get(id);
    return earlier === undefined || earlier === null ? id : firstOf(earlier);
  };
  const present = new Map(lines.filter(({ schemeId }) => current.has(schemeId)).map(({ id }) => [firstOf(id), id]));
  return new Map(lines.flatMap(({ id }) => (present.has(firstOf(id)) ? [[id, present.get(firstOf(id))!]] : [])));
}
