// Results as the public sees them: texts in every language and figures that have passed the gate. Nothing else is in them, so
// that whatever shows them (a page, a download, another program) can show nothing more.
import { z } from "zod";
import { confidential, type Published, type PublishedTable } from "#app/disclosure/published-table.ts";
import { shownShare } from "#app/disclosure/share.ts";
import { textSchema } from "#app/shared/languages.ts";
import { crossId } from "./tables.ts";

const count = z.int().min(0).nullable();
const value = z.object({ id: z.string(), name: textSchema });

const crossSchema = z.object({
  /** What the table is broken down by. */
  group: z.string(),
  name: textSchema,
  isRounded: z.boolean(),
  /** Those who answered both. */
  base: count,
  columns: z.array(value.extend({ count })),
  rows: z.array(value.extend({ count, counts: z.array(count) })),
});

const tableSchema = z.object({
  key: z.string(),
  number: z.string().nullable(),
  label: textSchema,
  /** Of a question that asks about several things, the one this is about. */
  about: textSchema.nullable(),
  of: z.enum(["answered", "levels", "line", "first-place", "given-points"]),
  order: z.enum(["longest-first", "as-given"]),
  isSeveral: z.boolean(),
  isRounded: z.boolean(),
  base: count,
  rows: z.array(value.extend({ count })),
  by: z.array(crossSchema),
});

export const publishedResultsSchema = z.object({
  /** The number of the set that was counted; results published before sets were kept name none. */
  set: z.int().min(1).nullable().default(null),
  /** Responses in the set that was analysed. */
  responses: z.int().min(0),
  /** Responses that came and were left out of it; results published before this was told say none. */
  excluded: z.int().min(0).default(0),
  frozenAt: z.iso.datetime(),
  /** Since when each version of the questions was asked, the oldest first; none where they never changed. */
  versions: z.array(z.object({ number: z.int(), since: z.iso.datetime() })).default([]),
  /** Each with the versions that asked it. */
  questions: z.array(tableSchema.extend({ section: textSchema, versions: z.array(z.int()).default([]) })),
  /** Who answered, by the groups that were chosen. */
  groups: z.array(tableSchema),
  /** Questions of the form of which nothing is published here, personal ones left out. */
  notPublished: z.int().min(0),
});

export type PublishedResults = z.output<typeof publishedResultsSchema>;
export type ShownTable = PublishedResults["groups"][number];
export type ShownQuestion = PublishedResults["questions"][number];
export type ShownCross = ShownTable["by"][number];

/** What a table is called and how it is drawn; its figures come from the gate. */
export type Described = Omit<ShownTable, "base" | "rows" | "by"> & { values: { id: string; name: ShownTable["label"] }[] };

/** The described table with what the gate gave of it and of its crosses. */
export function shownTable({ values, ...described }: Described, published: Published, groups: readonly Described[]): ShownTable {
  const find = (id: string) => published.tables.find((table) => table.id === id);
  const own = find(described.key);
  const countsOf = (table: PublishedTable | undefined) => new Map(table?.rows.map((row) => [row.value, row]));
  const counts = countsOf(own);
  return {
    ...described,
    base: own?.base ?? null,
    rows: values.map(({ id, name }) => ({ id, name, count: counts.get(id)?.all ?? null })),
    by: groups.flatMap((group): ShownCross[] => {
      const cross = find(crossId(described.key, group.key));
      if (!cross) return [];
      const rows = countsOf(cross);
      const nameOf = new Map(group.values.map(({ id, name }) => [id, name]));
      return [
        {
          ...{ group: group.key, name: group.label, isRounded: group.isRounded, base: cross.base },
          columns: cross.columns.map(({ value: id, all }) => ({ id, name: nameOf.get(id) ?? {}, count: all })),
          rows: values.map(({ id, name }) => ({ id, name, count: rows.get(id)?.all ?? null, counts: rows.get(id)?.counts ?? [] })),
        },
      ];
    }),
  };
}

/** Of figures: without the bands below the first and above the last that anybody's answer is in, as far as they are shown to hold nobody. */
export function withoutNoughtsAtEnds(table: ShownTable): ShownTable {
  const isKept = (row: { count: number | null }) => row.count !== 0;
  const [first, last] = [table.rows.findIndex(isKept), table.rows.findLastIndex(isKept)];
  const kept = new Set(table.rows.slice(Math.max(0, first), last + 1).map(({ id }) => id));
  const cut = <Row extends { id: string }>(rows: Row[]) => rows.filter(({ id }) => kept.has(id));
  return { ...table, rows: cut(table.rows), by: table.by.map((cross) => ({ ...cross, rows: cut(cross.rows) })) };
}

const everyCount = (table: ShownTable) => [
  ...[table.base, ...table.rows.map((row) => row.count)],
  ...table.by.flatMap(({ base, columns, rows }) => [base, ...columns.map((column) => column.count), ...rows.flatMap((row) => [row.count, ...row.counts])]),
];

export function tablesOf({ questions, groups }: Pick<PublishedResults, "questions" | "groups">): ShownTable[] {
  return [...groups, ...questions];
}

export function hidesSomething(results: PublishedResults): boolean {
  return tablesOf(results).some((table) => everyCount(table).includes(null));
}

export function roundsSomething(results: PublishedResults): boolean {
  return tablesOf(results).some(({ isRounded, by }) => isRounded || by.some((cross) => cross.isRounded));
}

export type CellWords = { number: (value: number, decimals?: number) => string; percent: (text: string) => string };

/** A figure as it is read: "[c]", a count, or a count and its share of a base that is large enough. */
export function cellText(count: number | null, base: number | null, { number, percent }: CellWords): string {
  if (count === null) return confidential;
  const share = shownShare(count, base);
  return share === null ? number(count) : `${number(count)} (${percent(number(share.percent, share.decimals))})`;
}
