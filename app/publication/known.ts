// What is known already when tables are published: those that were released before, and single responses that anybody can read.
import type { Links } from "#app/disclosure/cube.ts";
import { tableOf, type CountedTable } from "./tables.ts";

/** The exact tables behind a publication, and the ids of the figures that were hidden. */
export type Counted = { tables: CountedTable[]; hidden: string[] };

/**
 * For the gate. `readable` are the same tables as are to be published, of the responses that can be read one by one alone: whoever
 * reads them counts them, so that nothing in them is hidden, and what has to be protected is everybody else.
 */
export function linksOf(released: readonly Counted[], readable: readonly CountedTable[]): Links {
  const some = readable.filter(({ base }) => base > 0).map((table): CountedTable => ({ ...table, care: "ordinary" }));
  const known: Counted[] = [...released, ...(some.length > 0 ? [{ tables: some, hidden: [] }] : [])];
  return { earlier: known.map(({ tables, hidden }) => ({ tables: tables.map(tableOf), hidden: new Set(hidden) })) };
}
