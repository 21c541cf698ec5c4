// What a holding does: it finds, tells, corrects and erases one kind of thing that is held of people.
import type { Partnership } from "#app/partnerships/partnership.ts";
import type { Database } from "#app/shared/db.server.ts";
import type { Words } from "#app/shared/words.ts";
import type { CorrectableField, CorrectionProblem, HeldKind, Search, Thing } from "./holding.ts";

/** Where it is asked, by whom, and in which language it is told. */
export type Asked = { partnership: Partnership; by: string; words: Words; now: Date };

export type Holding = {
  kind: HeldKind;
  /** The tables whose rows it tells and erases. */
  tables: readonly string[];
  /** Ids of what is found in the partnership, so many at most. */
  find(on: Database, asked: Asked & { search: Search; most: number }): Promise<string[]>;
  /** What is still there of these; `withEquality` puts into the data what nobody here is to see beside a name. */
  describe(on: Database, asked: Asked & { ids: readonly string[]; withEquality: boolean }): Promise<Thing[]>;
  correct?(asked: Asked & { id: string; values: Partial<Record<CorrectableField, string>> }): Promise<CorrectionProblem | null>;
  /** Erases what describing it said would go; `withWords` takes own words out of what has to stay. */
  erase(asked: Asked & { id: string; withWords: boolean }): Promise<void>;
};

export type Row = { label: string; value: string | null | undefined };

/** Rows that say something, each under its words `privacy:field.<name>`. */
export function rowsOf({ t }: Words, values: Record<string, string | null | undefined>): { label: string; value: string }[] {
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ label: t(`privacy:field.${name}`), value }] : []));
}
