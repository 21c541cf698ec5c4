// Somebody who has everything that is public of a consultation's figures, in every version, and the responses that anybody may
// read, and asks what follows from it for each figure that is hidden: by moving numbers along straight lines, as far as they go. It
// shares nothing with what does the hiding, and knows of the hidden figures only that they are hidden.
import type { Counted } from "#app/publication/known.ts";
import type { PublishedResults, ShownTable } from "#app/publication/published-results.ts";
import { campaignKey, type ReportShown } from "#app/reports/shown.ts";

/** Single responses that can be read: what each says to the questions that are shown, by the key of a table. */
export type Readable = { keys: readonly string[]; responses: readonly Readonly<Record<string, string | string[]>>[] };

/** A figure that can be told more closely than it may. */
export type Leak = { figure: string; least: number; most: number };

type Bounds = readonly [least: number, most: number];
type Sum = { total: string; parts: string[] };

/** Below these a figure is hidden, and so closely it must not be told: in ordinary tables, and in those about equality. */
const ordinary = { hiddenBelow: 5, span: 2 };
const rounded = { hiddenBelow: 10, span: 4 };

class Known {
  readonly bounds = new Map<string, Bounds>();
  readonly sums: Sum[] = [];
  readonly hidden = new Map<string, typeof ordinary>();
  /** How many are in a table: of whom nothing else is told. */
  readonly bases = new Set<string>();

  constructor(private readonly noughts: ReadonlySet<string>) {}

  tell(id: string, count: number): void {
    this.bounds.set(id, [count, count]);
    this.hidden.delete(id);
  }

  see(id: string, shown: number | null, isRounded: boolean, mayBeNought = this.noughts.has(id)): string {
    if (shown === null) {
      this.bounds.set(id, [mayBeNought || this.noughts.has(id) ? 0 : 1, Number.POSITIVE_INFINITY]);
      this.hidden.set(id, isRounded ? rounded : ordinary);
    } else this.bounds.set(id, !isRounded || shown === 0 ? [shown, shown] : [Math.max(rounded.hiddenBelow, shown - 2), shown + 2]);
    return id;
  }

  /** Those of the whole who are not in the part; where it is a secret who they are, with the rules it is kept by. */
  rest(total: string, part: string, secret?: typeof ordinary): void {
    const id = `${total} but for ${part}`;
    this.bounds.set(id, [0, Number.POSITIVE_INFINITY]);
    this.sums.push({ total, parts: [part, id] });
    if (secret) this.hidden.set(id, secret);
  }

  add(total: string, parts: string[], isSeveral: boolean, secret?: typeof ordinary): void {
    if (!isSeveral) this.sums.push({ total, parts });
    else for (const part of parts) this.rest(total, part, secret);
  }
}

/** What a figure is called: in which version, of which table, in which row, by which group, in which column; null for a total. */
const name = (...parts: (string | number | null)[]) => parts.map((part) => part ?? "all").join(" | ");

/** What every response has: how many there are in all stands beside whatever is published. */
const ofEverybody: readonly string[] = [".respondent", ".channel", ".language"];

function readVersion(known: Known, version: number, { groups, questions, responses }: PublishedResults): void {
  for (const table of [...groups, ...questions]) {
    const at = (row: string | null) => name(version, table.key, row);
    known.bases.add(known.see(at(null), table.base, table.isRounded));
    if (ofEverybody.includes(table.key)) known.tell(at(null), responses);
    // because where nothing at all is shown, nobody knows which of them there are
    const isShut = table.rows.every(({ count }) => count === null);
    for (const { id, count } of table.rows) known.see(at(id), count, table.isRounded, isShut);
    known.add(at(null), table.rows.map(({ id }) => at(id)), table.isSeveral, table.isRounded ? rounded : ordinary);
  }
  for (const table of questions) {
    for (const cross of table.by) {
      const at = (row: string | null, column: string | null) => name(version, table.key, row, cross.group, column);
      known.bases.add(known.see(at(null, null), cross.base, cross.isRounded));
      for (const column of cross.columns) known.see(at(null, column.id), column.count, cross.isRounded);
      for (const row of cross.rows) {
        known.see(at(row.id, null), row.count, cross.isRounded);
        for (const [place, column] of cross.columns.entries()) known.see(at(row.id, column.id), row.counts[place] ?? null, cross.isRounded);
      }
      const columns: (string | null)[] = [...cross.columns.map(({ id }) => id), null];
      const secret = cross.isRounded ? rounded : ordinary;
      for (const column of columns) known.add(at(null, column), cross.rows.map(({ id }) => at(id, column)), table.isSeveral, secret);
      for (const row of [...cross.rows.map(({ id }) => id), null]) {
        known.sums.push({ total: at(row, null), parts: cross.columns.map(({ id }) => at(row, id)) });
        known.rest(name(version, table.key, row), at(row, null));
      }
      if (groups.some(({ key }) => key === cross.group)) for (const column of columns) known.rest(name(version, cross.group, column), at(null, column));
    }
  }
}

/** Figures of the same name in two versions: the same where the set is, else those of the larger are at least as many. */
function compare(known: Known, [earlier, before]: readonly [number, PublishedResults], [later, after]: readonly [number, PublishedResults]): void {
  const strip = (id: string) => id.slice(id.indexOf(" | "));
  const named = (version: number) => [...known.bounds.keys()].filter((id) => id.startsWith(`${version} | `) && !id.includes(" but for "));
  const those = new Map(named(earlier).map((id) => [strip(id), id]));
  for (const id of named(later)) {
    const same = those.get(strip(id));
    if (same === undefined) continue;
    if (before.set !== null && before.set === after.set) known.sums.push({ total: id, parts: [same] });
    else if (after.responses >= before.responses) known.rest(id, same, known.bases.has(id) ? undefined : ordinary);
    else known.rest(same, id, known.bases.has(id) ? undefined : ordinary);
  }
}

function read(known: Known, version: number, { groups, questions }: PublishedResults, { keys, responses }: Readable): void {
  const said = (one: Readable["responses"][number], key: string) => [one[key] ?? []].flat();
  const tell = (id: string, many: number, isEverybody: boolean) => {
    if (many === 0 || !known.bounds.has(id)) return;
    known.bounds.set(`readable ${id}`, [many, many]);
    known.rest(id, `readable ${id}`, isEverybody ? undefined : ordinary);
    // because those who can be read are no secret: what is one is everybody else
    if (!isEverybody) known.hidden.delete(id);
  };
  for (const table of [...groups, ...questions].filter(({ key }) => keys.includes(key))) {
    const answered = responses.filter((one) => said(one, table.key).length > 0);
    tell(name(version, table.key, null), answered.length, true);
    for (const { id } of table.rows) tell(name(version, table.key, id), answered.filter((one) => said(one, table.key).includes(id)).length, false);
    for (const cross of table.by.filter(({ group }) => keys.includes(group))) {
      for (const column of cross.columns) {
        const inGroup = answered.filter((one) => said(one, cross.group).includes(column.id));
        for (const { id } of cross.rows) tell(name(version, table.key, id, cross.group, column.id), inGroup.filter((one) => said(one, table.key).includes(id)).length, false);
      }
    }
  }
}

/** A report as it is read for its figures: who answered, what was chosen, the themes and stances of own words, and the campaigns. */
export function figuresOfReport({ set, groups, questions, crossCutting }: ReportShown): PublishedResults {
  const asked = (table: ShownTable | null) => (table ? [{ ...table, section: {}, versions: [] }] : []);
  const campaign = ({ id, label, three }: ReportShown["questions"][number]): ShownTable | null =>
    three && {
      ...{ key: campaignKey(id), number: null, label, about: null, of: "answered", order: "as-given", isSeveral: false, isRounded: false, base: three.all, by: [] },
      rows: [{ id: "campaign", name: {}, count: three.campaign }, { id: "own", name: {}, count: three.all === null || three.campaign === null ? null : three.all - three.campaign }],
    };
  return {
    ...{ set: set.number, responses: set.included, excluded: set.excluded, frozenAt: set.frozenAt, versions: [], groups, notPublished: 0 },
    questions: [...questions.flatMap((question) => [...question.closed, ...asked(question.themes), ...asked(question.stances), ...asked(campaign(question))]), ...asked(crossCutting)],
  };
}

/** The figures that are nought, by the name the auditor gives them, in what stands behind each version. */
export function noughtsIn(counted: readonly Counted[]): Set<string> {
  const noughts = counted.flatMap(({ tables }, version) =>
    tables.flatMap(({ id, figures, base }) => {
      const [key, group] = id.split(" by ");
      const named = (row: string | null, column: string | null) => (group === undefined ? name(version, key!, row) : name(version, key!, row, group, column));
      return [...(base === 0 ? [named(null, null)] : []), ...figures.filter(([, , count]) => count === 0).map(([row, column]) => named(row, column))];
    }),
  );
  return new Set(noughts);
}

/**
 * Which figures of so few that they are confidential can be told more closely than they may, from all versions of what was published
 * and from what can be read one by one. Of `noughts` alone it is not taken as known that a figure that is hidden is one at least.
 */
export function audit(versions: readonly PublishedResults[], readable: Readable = { keys: [], responses: [] }, noughts: ReadonlySet<string> = new Set()): Leak[] {
  const known = new Known(noughts);
  for (const [version, results] of versions.entries()) {
    readVersion(known, version, results);
    read(known, version, results, readable);
  }
  for (const [later, after] of versions.entries()) for (const [earlier, before] of versions.slice(0, later).entries()) compare(known, [earlier, before], [later, after]);
  return [...known.hidden].flatMap(([figure, { hiddenBelow, span }]) => {
    const [least, most] = furthest(known, figure);
    return least > 0 && most < hiddenBelow && most - least < span ? [{ figure, least, most }] : [];
  });
}

/** The least and the most that a figure can be, in the lines that hang together with it through what is not known. */
function furthest({ bounds, sums }: Known, id: string): Bounds {
  const isOpen = (one: string) => bounds.get(one)![0] !== bounds.get(one)![1];
  const own = new Set([id]);
  const lines = new Set<Sum>();
  for (let before = -1; before < lines.size; ) {
    before = lines.size;
    for (const sum of sums) {
      const open = [sum.total, ...sum.parts].filter(isOpen);
      if (lines.has(sum) || !open.some((one) => own.has(one))) continue;
      lines.add(sum);
      for (const one of open) own.add(one);
    }
  }
  const names = [...own];
  const at = new Map(names.map((one, index) => [one, index]));
  const rows: number[][] = [];
  const right: number[] = [];
  const limited = names.filter((one) => Number.isFinite(bounds.get(one)![1]));
  const width = names.length + limited.length;
  for (const { total, parts } of lines) {
    const row = new Array<number>(width).fill(0);
    let sum = 0;
    for (const [one, times] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      sum -= times * bounds.get(one)![0];
      if (at.has(one)) row[at.get(one)!]! += times;
    }
    rows.push(row);
    right.push(sum);
  }
  for (const [index, one] of limited.entries()) {
    const row = new Array<number>(width).fill(0);
    row[at.get(one)!] = 1;
    row[names.length + index] = 1;
    rows.push(row);
    right.push(bounds.get(one)![1] - bounds.get(one)![0]);
  }
  const goal = (way: number) => names.map((one) => (one === id ? way : 0)).concat(limited.map(() => 0));
  const [down, up] = [most(rows, right, goal(-1)), most(rows, right, goal(1))];
  const [least] = bounds.get(id)!;
  return [least + Math.ceil(-down - almost), least + (up === Number.POSITIVE_INFINITY ? up : Math.floor(up + almost))];
}

const almost = 1e-6;

/** The most that the goal can be of numbers that are nought or more and make each row come to its right side (simplex, two phases, Bland's rule). */
function most(rows: readonly number[][], right: readonly number[], goal: readonly number[]): number {
  const [height, width] = [rows.length, goal.length];
  const table = rows.map((row, index) => {
    const sign = right[index]! < 0 ? -1 : 1;
    return [...row.map((times) => sign * times), ...rows.map((_, other) => (other === index ? 1 : 0)), sign * right[index]!];
  });
  const basis = rows.map((_, index) => width + index);
  const last = width + height;
  const climb = (gain: number[], upTo: number): boolean => {
    for (;;) {
      const enters = gain.findIndex((by, column) => column < upTo && by > almost);
      if (enters < 0) return true;
      let leaves = -1;
      for (const [index, row] of table.entries()) {
        if (row[enters]! <= almost) continue;
        const [ratio, best] = [row[last]! / row[enters]!, leaves < 0 ? Number.POSITIVE_INFINITY : table[leaves]![last]! / table[leaves]![enters]!];
        if (ratio < best - 1e-12 || (ratio <= best + 1e-12 && basis[index]! < basis[leaves]!)) leaves = index;
      }
      if (leaves < 0) return false;
      pivot(leaves, enters, gain);
    }
  };
  const pivot = (leaves: number, enters: number, gain: number[]) => {
    const row = table[leaves]!;
    const by = row[enters]!;
    for (let column = 0; column <= last; column += 1) row[column]! /= by;
    for (const other of [...table, gain]) {
      const times = other[enters]!;
      if (other !== row && times !== 0) for (let column = 0; column <= last; column += 1) other[column]! -= times * row[column]!;
    }
    basis[leaves] = enters;
  };
  const first = new Array<number>(last + 1).fill(0);
  for (const row of table) for (let column = 0; column <= last; column += 1) if (column < width || column === last) first[column]! += row[column]!;
  climb(first, width);
  if (first[last]! > almost) throw new RangeError("What is published contradicts itself.");
  for (const [index, one] of basis.entries()) {
    const enters = one < width ? -1 : table[index]!.findIndex((times, column) => column < width && Math.abs(times) > almost);
    if (enters >= 0) pivot(index, enters, first);
  }
  const second = [...goal, ...new Array<number>(height + 1).fill(0)];
  for (const [index, one] of basis.entries()) {
    const times = second[one]!;
    if (times !== 0) for (let column = 0; column <= last; column += 1) second[column]! -= times * table[index]![column]!;
  }
  return climb(second, width) ? -second[last]! : Number.POSITIVE_INFINITY;
}
