// The promise of the gate, tested by an attacker who has all that is published and searches through every number that fits.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cubeOf, idIn, type Links, type Table } from "#app/disclosure/cube.ts";
import { rulesOf, type Care } from "#app/disclosure/figure.ts";
import { suppress } from "#app/disclosure/suppression.ts";
import { attack, type Riddle } from "#tests/support/attacker.ts";

const beyond = 12;

/** What the attacker has: every table as it was published, and how the figures add up. Of a hidden figure even whether it is none. */
class Attacker {
  readonly riddle: Riddle = { bounds: new Map(), sums: [] };
  readonly small: { name: string; span: number }[] = [];
  readonly hidden: string[] = [];

  see(name: string, count: number, care: Care, isHidden: boolean): string {
    const { bounds } = this.riddle;
    const isRounded = rulesOf(care).isRounded;
    const shown = isRounded ? Math.round(count / 5) * 5 : count;
    if (isHidden) bounds.set(name, [count > 0 ? 1 : 0, count + beyond]);
    else bounds.set(name, !isRounded || shown === 0 ? [shown, shown] : [Math.max(10, shown - 2), shown + 2]);
    if (isHidden) this.hidden.push(name);
    if (count > 0 && count < rulesOf(care).hiddenBelow) this.small.push({ name, span: rulesOf(care).leastSpan });
    return name;
  }

  /** Takes in a table of one or two variables; whether a figure is hidden is read off what was published. */
  read(table: Table, isHidden: (row: string | null, column: string | null) => boolean, called = (row: string | null, column: string | null) => idIn(table, row, column)): void {
    const rows = [...table.rows.values, null];
    const columns = table.columns ? [...table.columns.values, null] : [null];
    for (const row of rows) {
      for (const column of columns) {
        const count = row === null && column === null ? table.base : table.countOf(row, column);
        this.see(called(row, column), count, table.care, isHidden(row, column));
      }
    }
    for (const column of columns) this.add(table.rows, called(null, column), (row) => called(row, column), table.care);
    if (table.columns) for (const row of rows) this.add(table.columns, called(row, null), (column) => called(row, column), table.care);
  }

  add({ values, isSeveral }: Table["rows"], total: string, partOf: (value: string) => string, care: Care): void {
    if (!isSeveral) this.riddle.sums.push({ total, parts: values.map(partOf) });
    else for (const value of values) this.rest(total, partOf(value), care);
  }

  /** Those who are in the one and not in the other. */
  rest(total: string, part: string, care: Care | null): void {
    const name = `${total} without ${part}`;
    this.riddle.bounds.set(name, [0, 200]);
    this.riddle.sums.push({ total, parts: [part, name] });
    if (care) this.rests.push({ name, total, part, care });
  }

  readonly rests: { name: string; total: string; part: string; care: Care }[] = [];
}

/** What is hidden of tables that are all shown, however little of them that leaves. */
function hide(tables: readonly Table[], links: Links = {}): ReadonlySet<string> {
  const { hidden, open } = suppress(cubeOf(tables, links));
  // because tables with something that can be worked out whatever is hidden are left out
  fc.pre(open.length === 0);
  return new Set(hidden.keys());
}

function readAll(tables: readonly Table[], hidden: ReadonlySet<string>): Attacker {
  const attacker = new Attacker();
  for (const table of tables) attacker.read(table, (row, column) => hidden.has(idIn(table, row, column)));
  return attacker;
}

function expectNothingKnown(attacker: Attacker): void {
  for (const { name, span } of attacker.small) {
    const [least, most] = attack(attacker.riddle, name);
    expect(most - least, name).toBeGreaterThanOrEqual(span);
  }
  for (const name of attacker.hidden) {
    const [least, most] = attack(attacker.riddle, name);
    expect(most, name).toBeGreaterThan(least);
  }
}

/** Of no row and no column, which are groups of people, it can be told that more than nine in ten are under one value of the other. */
function expectNoGroupTold(attacker: Attacker, table: Table): void {
  for (const row of table.rows.values) {
    for (const column of table.columns!.values) {
      const cell = table.countOf(row, column);
      for (const [whole, total] of [[table.countOf(row, null), idIn(table, row, null)], [table.countOf(null, column), idIn(table, null, column)]] as const) {
        if (cell <= 0.9 * whole) continue;
        const others = `${total} without ${idIn(table, row, column)}`;
        attacker.rest(total, idIn(table, row, column), null);
        expect(attack(attacker.riddle, others)[1], "nine in ten gave the same answer").toBeGreaterThanOrEqual(whole < 10 ? Math.min(1, whole - cell + 1) : whole - Math.floor(0.9 * whole));
      }
    }
  }
}

const names = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const count = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 14 }));
const matrix = (rows: number, columns: number) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

function twoWay(id: string, cells: number[][], care: Care): Table {
  const [rows, columns] = [names("r", cells.length), names("c", cells[0]?.length ?? 0)];
  const countOf = (row: string | null, column: string | null) =>
    cells.reduce((sum, line, at) => sum + line.reduce((all, cell, across) => all + ((row === null || rows[at] === row) && (column === null || columns[across] === column) ? cell : 0), 0), 0);
  return { id, care, rows: { values: rows }, columns: { values: columns }, base: countOf(null, null), countOf };
}

function oneWay(id: string, counts: number[], care: Care, rows = names("r", counts.length)): Table {
  const base = counts.reduce((sum, one) => sum + one, 0);
  return { id, care, rows: { values: rows }, base, countOf: (row) => (row === null ? base : (counts[rows.indexOf(row)] ?? 0)) };
}

const runs = { numRuns: 120 };

describe("an attacker who has all that is published", () => {
  test("learns no hidden figure of a table of one question", () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 6 }), fc.constantFrom<Care>("ordinary", "small-area"), (counts, care) => {
        const tables = [oneWay("q", counts, care)];
        expectNothingKnown(readAll(tables, hide(tables)));
      }),
      { numRuns: 300 },
    );
  });

  test("learns none of a table of two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }).chain((rows) => fc.integer({ min: 2, max: 4 }).chain((columns) => matrix(rows, columns))), (cells) => {
        const tables = [twoWay("q by type", cells, "ordinary")];
        expectNothingKnown(readAll(tables, hide(tables)));
      }),
      runs,
    );
  });

  test("learns none of a table of rounded figures", () => {
    const larger = fc.array(fc.array(fc.oneof(count, fc.integer({ min: 8, max: 60 })), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(larger, (cells) => {
        const tables = [twoWay("q by ethnic group", cells, "special")];
        const attacker = readAll(tables, hide(tables));
        for (const { name, span } of attacker.small) {
          const [least, most] = attack(attacker.riddle, name);
          expect(most - least, name).toBeGreaterThanOrEqual(span);
        }
        expectNoGroupTold(attacker, tables[0]!);
      }),
      { numRuns: 60 },
    );
  });

  test("learns of no group what nearly all in it are, though it is told what nearly everybody is", () => {
    const mostly = fc.tuple(fc.nat(1), fc.integer({ min: 0, max: 9 }).map((one) => (one === 0 ? 1 : 0)));
    fc.assert(
      fc.property(fc.array(mostly, { minLength: 20, maxLength: 120 }), fc.array(mostly, { maxLength: 12 }), (both, oneAlone) => {
        const [rows, columns] = [names("r", 2), names("c", 2)];
        const tally = (of: readonly number[], at: number) => of.filter((one) => one === at).length;
        const q = oneWay("q", rows.map((_, at) => tally([...both, ...oneAlone].map(([row]) => row), at)), "ordinary");
        const s = oneWay("s", columns.map((_, at) => tally(both.map(([, column]) => column), at)), "special", columns);
        const cells = rows.map((_, row) => columns.map((__, column) => both.filter((one) => one[0] === row && one[1] === column).length));
        const cross: Table = { ...twoWay("q by s", cells, "special"), rowsWithin: { table: "q", isAll: false }, columnsWithin: { table: "s", isAll: true } };
        const tables = [q, s, cross];
        const attacker = readAll(tables, hide(tables));
        for (const row of [...rows, null]) attacker.rest(idIn(q, row, null), idIn(cross, row, null), null);
        for (const { name, span } of attacker.small) {
          const [least, most] = attack(attacker.riddle, name);
          expect(most - least, name).toBeGreaterThanOrEqual(span);
        }
        expectNoGroupTold(attacker, cross);
      }),
      { numRuns: 40 },
    );
  });

  test("learns none of three areas of which two make up the third", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }).chain((rows) => fc.tuple(matrix(rows, 2), matrix(rows, 2))), ([one, other]) => {
        const both = one.map((line, row) => line.map((cell, column) => cell + (other[row]?.[column] ?? 0)));
        const tables = [twoWay("county", both, "ordinary"), twoWay("north", one, "ordinary"), twoWay("south", other, "ordinary")];
        const attacker = readAll(tables, hide(tables, { areas: [{ whole: "county", parts: ["north", "south"] }] }));
        const [county, north, south] = tables as [Table, Table, Table];
        for (const row of [...county.rows.values, null]) {
          for (const column of [...county.columns!.values, null]) {
            attacker.riddle.sums.push({ total: idIn(county, row, column), parts: [idIn(north, row, column), idIn(south, row, column)] });
          }
        }
        expectNothingKnown(attacker);
      }),
      { numRuns: 60 },
    );
  });

  test("learns none of the same table published twice, nor who came in between", () => {
    const line = fc.array(fc.tuple(count, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }))), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(line, (answers) => {
        const before = oneWay("q", answers.map(([first]) => first), "ordinary");
        const now = oneWay("q", answers.map(([first, more]) => first + more), "ordinary");
        const hiddenBefore = hide([before]);
        const links: Links = { earlier: [{ tables: [before], hidden: hiddenBefore }] };
        const attacker = readAll([now], hide([now], links));
        attacker.hidden.length = 0; // because what was hidden once may be known now that it is not so few any more
        const past = (row: string | null) => `before ${idIn(before, row, null)}`;
        attacker.read(before, (row) => hiddenBefore.has(idIn(before, row, null)), past);
        attacker.hidden.length = 0;
        for (const row of [...now.rows.values, null]) {
          const came = `came ${idIn(now, row, null)}`;
          const difference = (row === null ? now.base : now.countOf(row, null)) - (row === null ? before.base : before.countOf(row, null));
          attacker.riddle.bounds.set(came, [0, 200]);
          attacker.riddle.sums.push({ total: idIn(now, row, null), parts: [past(row), came] });
          if (row !== null && difference > 0 && difference < 5) attacker.small.push({ name: came, span: 2 });
        }
        expectNothingKnown(attacker);
      }),
      runs,
    );
  });

  test("learns none of answers of which several may be given, nor of those who did not give one", () => {
    const people = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(people, (ticks) => {
        const rows = names("r", 3);
        const countOf = (row: string | null) => ticks.filter((own) => row === null || own[rows.indexOf(row)]).length;
        const tables: Table[] = [{ id: "q", care: "ordinary", rows: { values: rows, isSeveral: true }, base: ticks.length, countOf }];
        const attacker = readAll(tables, hide(tables));
        for (const { name, part } of attacker.rests) {
          const row = rows.find((one) => part === idIn(tables[0]!, one, null))!;
          const rest = ticks.length - countOf(row);
          if (rest > 0 && rest < 5) attacker.small.push({ name, span: 2 });
        }
        expectNothingKnown(attacker);
      }),
      runs,
    );
  });

  test("learns none of two tables that share the totals of one question", () => {
    const people = fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.option(fc.nat(1), { nil: null })), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(people, (answers) => {
        const [rows, types, kinds] = [names("r", 3), names("t", 2), names("k", 2)];
        const q = oneWay("q", rows.map((_, row) => answers.filter(([one]) => one === row).length), "ordinary");
        const by = (id: string, columns: string[], own: typeof answers, of: (one: (typeof answers)[number]) => number | null, isAll: boolean): Table => ({
          ...{ id, care: "ordinary", rows: { values: rows }, columns: { values: columns }, base: own.length, rowsWithin: { table: "q", isAll } },
          countOf: (row, column) =>
            own.filter((one) => (row === null || rows[one[0]] === row) && (column === null || columns[of(one) ?? -1] === column)).length,
        });
        const tables = [q, by("q by type", types, answers, (one) => one[1], true), by("q by kind", kinds, answers.filter((one) => one[2] !== null), (one) => one[2], false)];
        const attacker = readAll(tables, hide(tables));
        const kind = tables[2]!;
        for (const row of [...rows, null]) attacker.rest(idIn(q, row, null), idIn(kind, row, null), null);
        expectNothingKnown(attacker);
      }),
      { numRuns: 60 },
    );
  });
});
