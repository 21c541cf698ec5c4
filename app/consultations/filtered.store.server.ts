// The figures of the responses that were chosen: of all of them as the tallies have them, of some as the columns do.
import { emptyTally, type Tally } from "#app/forms/tally.ts";
import { db } from "#app/shared/db.server.ts";
import { findColumns } from "./counted-columns.store.server.ts";
import type { Group, Side } from "./cross-tabulation.ts";
import { talliesOf } from "./part-tally.ts";
import { isFiltered, partOf, type ResultFilter } from "./result-filter.ts";
import { countTogether } from "./results.store.server.ts";
import type { FormVersion } from "./store.server.ts";
import { countUp, listTallies, mostCountedForAReader } from "./tallies.store.server.ts";

export type FilteredTallies = {
  /** Each version of the form with the tally of those that match. */
  versions: (FormVersion & { tally: Tally })[];
  matching: number;
  /** Of so many in all. */
  all: number;
  /** Whether more are still to be counted. */
  waits: boolean;
};

export async function findTallies(consultationId: string, versions: readonly FormVersion[], filter: ResultFilter, now: Date): Promise<FilteredTallies> {
  await countUp(consultationId, now, mostCountedForAReader);
  const { counted, waits } = await listTallies(db(), consultationId);
  if (!isFiltered(filter)) {
    const ofAll = versions.map((version) => ({ ...version, tally: counted.find((one) => one.version.id === version.id)?.tally ?? emptyTally() }));
    const all = ofAll.reduce((sum, { tally }) => sum + tally.responses, 0);
    return { versions: ofAll, matching: all, all, waits };
  }
  const { columns, isLate } = await findColumns(consultationId, now);
  const tallies = talliesOf(columns, partOf(filter), versions);
  const ofPart = versions.map((version) => ({ ...version, tally: tallies.get(version.id) ?? emptyTally() }));
  return { versions: ofPart, matching: ofPart.reduce((sum, { tally }) => sum + tally.responses, 0), all: columns.responses, waits: waits || isLate };
}

export type Together = {
  /** Of those that match; null where nothing was asked for. */
  groups: Group[] | null;
  matching: number;
  all: number;
  waits: boolean;
};

/** How many of those that match said what together; the database counts all of them, and needs no columns for it. */
export async function findTogether(consultationId: string, filter: ResultFilter, asked: { rows: Side; columns: Side } | null, now: Date): Promise<Together> {
  await countUp(consultationId, now, mostCountedForAReader);
  const { counted, waits } = await listTallies(db(), consultationId);
  if (!isFiltered(filter)) {
    const all = counted.reduce((sum, { tally }) => sum + tally.responses, 0);
    return { groups: asked && (await countTogether(db(), consultationId, asked.rows, asked.columns)), matching: all, all, waits };
  }
  const { columns, isLate } = await findColumns(consultationId, now);
  const part = partOf(filter);
  const groups = asked && columns.together(part, asked.rows.key, asked.columns.key);
  return { groups, matching: columns.placesOf(part).length, all: columns.responses, waits: waits || isLate };
}
