// Every query about the seats of bodies that an election may fill: those that a network chooses, in the version that holds.
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Election } from "./elections.store.server.ts";

export type FilledLine = { id: string; holder: Text; body: { slug: string; name: Text }; count: number | null };

const lineSchema = z.object({ id: z.string(), holder: textSchema, count: z.number().nullable(), body: z.object({ slug: z.string(), name: textSchema }) });
const columns = { id: true, holder: true, count: true, bodyId: true, body: { select: { slug: true, name: true } }, scheme: { select: { version: true } } } as const;

/** The seats that a network elects people to, of each body in the version agreed last, by the body's name in its address. */
export async function listLinesOf(on: Database, partnershipId: string, networkId: string): Promise<FilledLine[]> {
  const rows = await on.seatLine.findMany({
    where: { partnershipId, networkId, basis: { in: ["elected", "pool", "diversity-gap"] }, scheme: { startsOn: { not: null } }, body: { endedOn: null } },
    ...{ select: columns, orderBy: [{ body: { slug: "asc" } }, { position: "asc" }] },
  });
  const agreed = await on.seatScheme.groupBy({ by: ["bodyId"], where: { partnershipId, startsOn: { not: null } }, _max: { version: true } });
  const last = new Map(agreed.map(({ bodyId, _max }) => [bodyId, _max.version]));
  return rows.filter(({ bodyId, scheme }) => scheme.version === last.get(bodyId)).map((row) => lineSchema.parse(row));
}

/** The seats that an election fills; null where it fills none. */
export async function findFilledLine(on: Database, { partnershipId, lineId }: Pick<Election, "partnershipId" | "lineId">): Promise<FilledLine | null> {
  const row = lineId === null ? null : await on.seatLine.findFirst({ where: { partnershipId, id: lineId }, select: columns });
  return row && lineSchema.parse(row);
}
