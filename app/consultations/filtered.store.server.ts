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
  const withTallies = (tallies: ReadonlyMap<string, Tally>) => versions.map((version) => ({ ...version, tally: tallies.get(version.id) ?? emptyTally() }));
  if (!isFiltered(filter)) {
    const ofAll = withTallies(new Map(counted.map(({ version, tally }) => [version.id, tally])));
    return { versions: ofAll, matching: responsesIn(ofAll), all: responsesIn(ofAll), waits };
  }
  const { columns, isLate } = await findColumns(consultationId, now);
  const ofPart = withTallies(talliesOf(columns, partOf(filter), versions));
  return { versions: ofPart, matching: responsesIn(ofPart), all: columns.responses, waits: waits || isLate };
}

function responsesIn(counted: readonly { tally: Tally }[]): number {
  return counted.reduce((sum, { tally }) => sum + tally.responses, 0);
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
    const all = responsesIn(counted);
    return { groups: asked && (await countTogether(db(), consultationId, asked.rows, asked.columns)), matching: all, all, waits };
  }
  const { columns, isLate } = await findColumns(consultationId, now);
  const part = partOf(filter);
  const groups = asked && columns.together(part, asked.rows.key, asked.columns.key);
  return { groups, matching: columns.placesOf(part).length, all: columns.responses, waits: waits || isLate };
}
