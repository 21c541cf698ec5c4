// The one way out for figures of what people answered: tables are counted, and pass the gate beside everything that is known.
import { performance } from "node:perf_hooks";
import type { Consultation } from "#app/consultations/consultation.ts";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import { findGivenResponses, findPublicAnswers } from "#app/consultations/public-answers.store.server.ts";
import type { ClosedAnswers } from "#app/forms/closed.ts";
import { publishing, type Published } from "#app/disclosure/published-table.ts";
import { db } from "#app/shared/db.server.ts";
import { linksOf } from "./known.ts";
import type { Teller } from "./making.ts";
import { listCounted } from "./store.server.ts";
import { tableOf, withKnownBase, type CountedTable } from "./tables.ts";

/** Counts one table of whatever responses it is given. */
export type Counting = (columns: CountedColumns) => CountedTable;

export type Passed = { counted: CountedTable[]; published: Published };

/** Lets whatever waits in this process be seen to. */
const breath = () => new Promise((done) => setImmediate(done));
const longestWithoutBreathMs = 20;

/**
 * Counts tables of a consultation and passes them through the gate; null where whoever is told wants it no more. What leaves those
 * who analyse, as a page, a file, a finding or a report, shows the figures that this gives and no others. Known to the gate is all
 * that was released before, of whichever set, also what was taken back, and each response of the set that anybody can read. Whoever makes `published` public hands `counted` and
 * `published.hidden` to the store with it, so that what is released after it knows of it. Of tables that are `kept`
 * from an earlier counting, by their ids, those are taken.
 */
export async function passTheGate(consultation: Pick<Consultation, "id">, set: { id: string }, columns: CountedColumns, tables: readonly Counting[], tell: Teller, kept: ReadonlyMap<string, CountedTable> = new Map()): Promise<Passed | null> {
  const counted: CountedTable[] = [];
  for (const count of tables) {
    if (!(await tell({ step: "count", done: counted.length, of: tables.length }))) return null;
    const table = count(columns);
    counted.push(withKnownBase(kept.get(table.id) ?? table, columns.responses));
    await breath();
  }
  const readable = await readableColumns(consultation, set);
  const links = linksOf(await listCounted(db(), consultation.id), readable.responses === 0 ? [] : tables.map((count) => count(readable)));
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

/** Of the responses of a set that can be read one by one, what can be read of them: who answered, in which language, and what was chosen; of those given to whoever asked for information not what was chosen. */
async function readableColumns(consultation: Pick<Consultation, "id">, { id: setId }: { id: string }): Promise<CountedColumns> {
  const { responseIds, questions } = await findPublicAnswers(db(), consultation);
  const given = await findGivenResponses(db(), consultation);
  const rows = await db().$queryRaw<{ language: string; respondent: string; receivedAt: Date; closed: ClosedAnswers }[]>`
    SELECT language, "respondentType" AS respondent, "receivedAt", CASE WHEN "responseId" = ANY (${responseIds}) THEN closed ELSE '{}' END AS closed FROM "SetResponse"
    WHERE "setId" = ${setId} AND "isIncluded" AND "responseId" = ANY (${[...responseIds, ...given]})`;
  const columns = new CountedColumns(rows.length);
  const isRead = (key: string) => questions.some((question) => key === question || key.startsWith(`${question}.`));
  for (const { closed, ...row } of rows) {
    columns.add({ ...row, channel: "", closed: Object.fromEntries(Object.entries(closed).filter(([key]) => isRead(key))) });
  }
  return columns;
}
