// Everything that leaves is gone through by an auditor, who has all versions of it and the responses that can be read one by one, and
// reasons along straight lines. Of what the gate gave it tells nothing; of what leaks it tells where.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import { publishTables } from "#app/disclosure/published-table.ts";
import { linksOf, type Counted } from "#app/publication/known.ts";
import { shownTable, type Described, type PublishedResults } from "#app/publication/published-results.ts";
import { crossTable, oneWayTable, tableOf, withKnownBase, type CountedTable, type Variable } from "#app/publication/tables.ts";
import type { ReportShown } from "#app/reports/shown.ts";
import { audit, figuresOfReport, noughtsIn, type Readable } from "#tests/support/auditor.ts";
import { buildResults } from "#tests/support/published-results.ts";

type Person = { bus?: string; best?: string[]; respondent: string; sex?: string };

const bus: Variable = { key: "bus", values: ["often", "seldom", "never"], isSeveral: false, care: "ordinary" };
const best: Variable = { key: "best", values: ["park", "pool"], isSeveral: true, care: "ordinary" };
const who: Variable = { key: ".respondent", values: ["individual", "business"], isSeveral: false, care: "ordinary" };
const three: Variable = { ...who, values: [...who.values, "councillor"] };
const sex: Variable = { key: "=sex", values: ["female", "male"], isSeveral: false, care: "special" };

function columnsOf(people: readonly Person[]): CountedColumns {
  const columns = new CountedColumns(people.length);
  for (const { respondent, ...said } of people) {
    const closed = Object.fromEntries(Object.entries({ bus: said.bus, best: said.best, "=sex": said.sex }).filter(([, one]) => one !== undefined && one.length > 0)) as Record<string, string | string[]>;
    columns.add({ channel: "online", language: "en", respondent, receivedAt: new Date(0), closed });
  }
  return columns;
}

const describing = ({ key, values, isSeveral, care }: Variable): Described => ({
  ...{ number: null, about: null, of: "answered", order: "as-given", key, label: { en: key }, isSeveral, isRounded: care === "special" },
  values: values.map((id) => ({ id, name: { en: id } })),
});

type Release = { people: readonly Person[]; questions: readonly Variable[]; groups: readonly Variable[]; set: number };
type Released = { results: PublishedResults; counted: Counted };

const countedOf = ({ people, questions, groups }: Release): CountedTable[] => {
  const columns = columnsOf(people);
  return [...groups, ...questions].map((variable) => oneWayTable(columns, {}, variable)).concat(
    questions.flatMap((question) => groups.map((group) => crossTable(columns, {}, question, { ...group, isEverybody: group === who }))),
  );
};

/** As the gate lets it out; null where it lets out nothing. */
function release(one: Release, before: readonly Released[], read: readonly Person[], { isGated = true } = {}): Released | null {
  const { people, questions, groups, set } = one;
  const tables = countedOf(one).map((table) => (isGated ? withKnownBase(table, people.length) : table));
  // what is not asked about equality is all that is ever read one by one
  const readable = countedOf({ ...one, people: read.map(({ sex: _, ...rest }) => rest) });
  const published = publishTables(tables.map(tableOf), isGated ? linksOf(before.map(({ counted }) => counted), readable) : {});
  if (published.open.length > 0) return null;
  const results = buildResults({
    ...{ set, responses: people.length },
    groups: groups.map((group) => ({ ...shownTable(describing(group), published, []), by: [] })),
    questions: questions.map((question) => ({ ...shownTable(describing(question), published, groups.map(describing)), section: {}, versions: [] })),
  });
  return { results, counted: { tables, hidden: published.hidden } };
}

const noughtsOf = (released: readonly Released[]) => noughtsIn(released.map(({ counted }) => counted));

const readableOf = (people: readonly Person[]): Readable => ({
  keys: ["bus", "best", ".respondent"],
  responses: people.map(({ bus: said, best: chosen, respondent }) => ({ ".respondent": respondent, ...(said && { bus: said }), ...(chosen && { best: chosen }) })),
});

const person = fc.record(
  {
    bus: fc.constantFrom("often", "often", "seldom", "never"),
    best: fc.subarray(["park", "pool"], { minLength: 1 }),
    respondent: fc.constantFrom("individual", "individual", "individual", "business"),
    sex: fc.constantFrom("female", "male"),
  },
  { requiredKeys: ["respondent"] },
);
const crowd = (most: number) => fc.array(person, { minLength: 1, maxLength: most });

describe("nothing of what the gate gave can be worked out", () => {
  test("from one publication with groups, equality among them", () => {
    fc.assert(
      fc.property(crowd(70), (people) => {
        const released = release({ people, questions: [bus, best], groups: [who, sex], set: 1 }, [], []);
        fc.pre(released !== null);
        expect(audit([released.results], undefined, noughtsOf([released]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("from another choice of the same set, or the same of a later one, in whichever order", () => {
    fc.assert(
      fc.property(crowd(50), fc.array(person, { maxLength: 8 }), fc.boolean(), (people, later, isSame) => {
        const first = release({ people, questions: [bus], groups: isSame ? [] : [who], set: 1 }, [], []);
        fc.pre(first !== null);
        const second = release({ people: isSame ? people : [...people, ...later], questions: [bus, best], groups: [who], set: isSame ? 1 : 2 }, [first], []);
        fc.pre(second !== null);
        expect(audit([first.results, second.results], undefined, noughtsOf([first, second]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("beside responses that anybody can read", () => {
    fc.assert(
      fc.property(crowd(50), fc.integer({ min: 0, max: 40 }), (people, readable) => {
        const read = people.slice(0, readable);
        const released = release({ people, questions: [bus, best], groups: [who], set: 1 }, [], read);
        fc.pre(released !== null);
        expect(audit([released.results], readableOf(read), noughtsOf([released]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a leak is found", () => {
  const people = (many: number, one: Person) => Array.from({ length: many }, () => one);
  const some = [...people(14, { bus: "often", respondent: "individual" }), ...people(3, { bus: "seldom", respondent: "individual" }), ...people(6, { bus: "never", respondent: "individual" }), ...people(9, { bus: "often", respondent: "business" })];
  const figures = (leaks: readonly { figure: string }[]) => leaks.map(({ figure }) => figure);

  test("where one figure alone is hidden in a line", () => {
    const { results } = release({ people: some, questions: [bus], groups: [], set: 1 }, [], [])!;
    expect(audit([results])).toEqual([]);
    const shown = { ...results, questions: results.questions.map((table) => ({ ...table, rows: table.rows.map((row) => (row.id === "never" ? { ...row, count: 6 } : row)) })) };
    expect(audit([shown])).toEqual([{ figure: "0 | bus | seldom", least: 3, most: 3 }]);
  });

  test("where a ring of lines tells what no line of it does", () => {
    // two by two hidden, and each small: three of the four lines leave two unknown, which the totals of all tell
    const { results } = release({ people: some, questions: [bus], groups: [], set: 1 }, [], [])!;
    const table = results.questions[0]!;
    const ring = {
      ...results,
      questions: [
        {
          ...table,
          isSeveral: false,
          base: 40,
          rows: [{ id: "a", name: {}, count: 13 }, { id: "b", name: {}, count: 13 }, { id: "c", name: {}, count: 14 }],
          by: [
            {
              ...{ group: "g", name: {}, isRounded: false, base: 40 },
              columns: [{ id: "x", name: {}, count: 4 }, { id: "y", name: {}, count: 36 }],
              rows: [
                { id: "a", name: {}, count: 13, counts: [null, null] },
                { id: "b", name: {}, count: 13, counts: [null, null] },
                { id: "c", name: {}, count: 14, counts: [1, 13] },
              ],
            },
          ],
        },
      ],
    };
    // x: a and b are 3 together, so that each is one or two
    expect(figures(audit([ring]))).toEqual(expect.arrayContaining(["0 | bus | a | g | x", "0 | bus | b | g | x"]));
  });

  test("where a later release was made without looking at the earlier one", () => {
    const early = [...some, ...people(5, { bus: "seldom", respondent: "individual" })];
    const first = release({ people: early, questions: [bus], groups: [], set: 1 }, [], [])!;
    const late = [...early, ...people(2, { bus: "often", respondent: "individual" }), { bus: "never", respondent: "individual" }];
    const blind = release({ people: late, questions: [bus], groups: [], set: 2 }, [first], [], { isGated: false })!;
    expect(figures(audit([first.results, blind.results]))).toContain("1 | bus | never but for 0 | bus | never");
    const seeing = release({ people: late, questions: [bus], groups: [], set: 2 }, [first], [])!;
    expect(audit([first.results, seeing.results])).toEqual([]);
  });

  test("where how many answered in all stands beside a table whose total was hidden to protect a group", () => {
    const all = [...people(14, { respondent: "individual" }), ...people(3, { respondent: "business" }), ...people(6, { respondent: "councillor" })];
    const blind = release({ people: all, questions: [], groups: [three], set: 1 }, [], [], { isGated: false })!;
    expect(blind.results.groups[0]).toMatchObject({ base: 23, rows: [{ count: 14 }, { count: null }, { count: null }] });
    const shown = { ...blind.results, groups: blind.results.groups.map((table) => ({ ...table, base: null, rows: table.rows.map((row) => (row.id === "councillor" ? { ...row, count: 6 } : row)) })) };
    expect(audit([shown])).toEqual([{ figure: "0 | .respondent | business", least: 3, most: 3 }]);
    // one group left over hides no total that everybody knows: the other group goes with it
    const two = [...people(14, { respondent: "individual" }), ...people(3, { respondent: "business" })];
    const seeing = release({ people: two, questions: [], groups: [who], set: 1 }, [], [])!;
    expect(seeing.results.groups[0]).toMatchObject({ base: 17, rows: [{ count: null }, { count: null }] });
    expect(audit([seeing.results])).toEqual([]);
  });

  test("in a report, where a theme is told in a group that its total and the others leave alone", () => {
    const table = { number: null, label: {}, about: null, of: "answered", order: "as-given", isRounded: false, by: [] } as const;
    const report = (few: number | null) =>
      ({
        ...{ set: { id: "s", number: 1, frozenAt: new Date(0).toISOString(), included: 30, excluded: 0 }, crossCutting: null },
        groups: [{ ...table, key: ".channel", isSeveral: false, base: 30, rows: [{ id: "online", name: {}, count: few === null ? null : 27 }, { id: "paper", name: {}, count: null }] }],
        questions: [
          {
            ...{ id: "q", label: {}, closed: [], stances: null, three: { all: 30, unique: null, campaign: null } },
            themes: { ...table, key: "~q", isSeveral: true, base: 30, rows: [{ id: "buses", name: {}, count: few === null ? null : 28 }, { id: "homes", name: {}, count: 12 }] },
          },
        ],
      }) as unknown as ReportShown;
    expect(audit([figuresOfReport(report(null))])).toEqual([]);
    expect(figures(audit([figuresOfReport(report(3))]))).toEqual(["0 | .channel | paper", "0 | ~q | all but for 0 | ~q | buses"]);
  });

  test("where those who can be read leave hardly anybody else under an answer", () => {
    const read = [...people(5, { bus: "never", respondent: "individual" })];
    const blind = release({ people: some, questions: [bus], groups: [], set: 1 }, [], [], { isGated: false })!;
    const shown = { ...blind.results, questions: blind.results.questions.map((table) => ({ ...table, rows: [{ id: "often", name: {}, count: 23 }, { id: "seldom", name: {}, count: null }, { id: "never", name: {}, count: 6 }], base: null })) };
    expect(figures(audit([shown], readableOf(read)))).toEqual(["0 | bus | never but for readable 0 | bus | never"]);
    const seeing = release({ people: some, questions: [bus], groups: [], set: 1 }, [], read)!;
    expect(audit([seeing.results], readableOf(read))).toEqual([]);
  });
});
