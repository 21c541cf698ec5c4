// The one way out for figures of what people answered: tables are counted, and pass the gate beside everything that is known.
import { performance } from "node:perf_hooks";
import type { Consultation } from "#app/consultations/consultation.ts";
import type { CountedColumns } from "#app/consultations/counted-columns.ts";
import { publishing, type Published } from "#app/disclosure/published-table.ts";
import { db } from "#app/shared/db.server.ts";
import { linksOf } from "./known.ts";
import type { Teller } from "./making.ts";
import { listCounted } from "./store.server.ts";
import { tableOf, type CountedTable } from "./tables.ts";

/** Counts one table of whatever responses it is given. */
export type Counting = (columns: CountedColumns) => CountedTable;

export type Passed = { counted: CountedTable[]; published: Published };

/** Lets whatever waits in this process be seen to. */
const breath = () => new Promise((done) => setImmediate(done));
const longestWithoutBreathMs = 20;

/**
 * Counts tables of a consultation and passes them through the gate; null where whoever is told wants it no more. What leaves those
 * who analyse, as a page, a file, a finding or a report, shows the figures that this gives and no others. Known to the gate is all
 * that was released before, of whichever set, also what was taken back. Whoever makes `published` public hands `counted` and
 * `published.hidden` to the store with it, so that what is released after it knows of it. Of tables that are `kept`
 * from an earlier counting, by their ids, those are taken.
 */
export async function passTheGate(consultation: Pick<Consultation, "id">, columns: CountedColumns, tables: readonly Counting[], tell: Teller, kept: ReadonlyMap<string, CountedTable> = new Map()): Promise<Passed | null> {
  const counted: CountedTable[] = [];
  for (const count of tables) {
    if (!(await tell({ step: "count", done: counted.length, of: tables.length }))) return null;
    const table = count(columns);
    counted.push(kept.get(table.id) ?? table);
    await breath();
  }
  const links = linksOf(await listCounted(db(), consultation.id), []);
  const gate = publishing(counted.map(tableOf), links);
  for (let breathedAt = performance.now(); ; ) {
    const step = gate.next();
    if (step.done) return { counted, published: step.value };
    if (performance.now() - breathedAt < longestWithoutBreathMs) continue;
    if (!(await tell(step.value))) return null;
    await breath();
    breathedAt = performance.now();
  }
}
