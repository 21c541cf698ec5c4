import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CountedColumns, type CountedRow, type Part } from "#app/consultations/counted-columns.ts";

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
const row = (wanted: Partial<CountedRow> = {}): CountedRow => ({ channel: "online", language: "en", respondent: "individual", receivedAt: at(1), closed: {}, ...wanted });

function columnsOf(rows: readonly CountedRow[]): CountedColumns {
  const columns = new CountedColumns(rows.length);
  for (const one of rows) columns.add(one);
  return columns;
}

const rows = [
  row({ closed: { bus: "often", best: ["park", "pool"] } }),
  row({ closed: { bus: "never", best: ["park"] }, channel: "paper_form", receivedAt: at(2) }),
  row({ closed: { bus: "often" }, language: "cy", receivedAt: at(3) }),
  row({ receivedAt: at(4) }),
];
const columns = columnsOf(rows);
const counted = (part: Part) => {
  const { responses, of } = columns.count(part);
  return [responses, of.get("bus")?.counts, of.get("bus")?.answered];
};

describe("a part of the responses", () => {
  test("is all of them where nothing is named", () => {
    expect(counted({})).toEqual([4, { often: 2, never: 1 }, 3]);
    expect(columns.count({}).of.get("best")).toEqual({ answered: 2, counts: { park: 2, pool: 1 } });
  });

  test("is of one channel, one language, one sort of respondent", () => {
    expect(counted({ is: { channel: "paper_form" } })).toEqual([1, { never: 1 }, 1]);
    expect(counted({ is: { language: "cy", channel: "online" } })).toEqual([1, { often: 1 }, 1]);
    expect(counted({ is: { respondent: "business" } })).toEqual([0, {}, 0]);
  });

  test("is from an instant up to another", () => {
    expect(counted({ from: at(2), until: at(3) })).toEqual([1, { never: 1 }, 1]);
  });

  test("is those who gave an answer, among others where several could be given", () => {
    expect(counted({ answered: [{ key: "best", value: "park" }] })).toEqual([2, { often: 1, never: 1 }, 2]);
    expect(counted({ answered: [{ key: "best", value: "park" }, { key: "bus", value: "never" }] })).toEqual([1, { never: 1 }, 1]);
    expect(counted({ answered: [{ key: "nothing", value: "park" }] })).toEqual([0, {}, 0]);
  });
});

test("two questions are counted together in a part, those who left one out among them", () => {
  expect(columns.together({}, "bus", "best")).toEqual([
    { row: "often", column: ["park", "pool"], count: 1 },
    { row: "never", column: ["park"], count: 1 },
    { row: "often", column: null, count: 1 },
    { row: null, column: null, count: 1 },
  ]);
  expect(columns.together({ is: { language: "cy" } }, "bus", ".channel")).toEqual([{ row: "often", column: "online", count: 1 }]);
});

test("the parts of a whole add up to it", () => {
  const one = fc.record({ bus: fc.option(fc.constantFrom("often", "never"), { nil: undefined }), channel: fc.constantFrom("online", "phone", "event") });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (given) => {
      const all = columnsOf(given.map(({ bus, channel }) => row({ channel, closed: bus ? { bus } : {} })));
      const parts = ["online", "phone", "event"].map((channel) => all.count({ is: { channel } }).of.get("bus")?.answered ?? 0);
      expect(parts.reduce((sum, many) => sum + many, 0)).toBe(all.count({}).of.get("bus")?.answered ?? 0);
    }),
  );
});

test("answers as the database writes them count as they are, whatever stands in them", () => {
  // as PostgreSQL writes jsonb, and as JavaScript writes JSON
  const spaced = (value: unknown) => `{${Object.entries(value as object).map(([key, one]) => `${JSON.stringify(key)}: ${Array.isArray(one) ? `[${one.map((each) => JSON.stringify(each)).join(", ")}]` : JSON.stringify(one)}`).join(", ")}}`;
  const text = fc.oneof(fc.constantFrom("a", "b]", "[", "]", ": ", "", "x\\y", '"', "c\n"), fc.string({ maxLength: 6 }).filter((one) => !one.startsWith("[")));
  const id = fc.string({ minLength: 1, maxLength: 6 }).filter((one) => one !== "__proto__");
  const plain = text.filter((one) => !one.startsWith("["));
  fc.assert(
    fc.property(fc.array(fc.dictionary(id, fc.oneof(plain, fc.array(text, { maxLength: 3 })))), (all) => {
      const wanted = columnsOf(all.map((closed) => row({ closed }))).count({}).of;
      for (const written of [spaced, JSON.stringify] as const) {
        const found = columnsOf(all.map((closed) => row({ closed: written(closed) }))).count({}).of;
        for (const [key, counts] of wanted) expect(found.get(key), key).toEqual(counts);
        expect(found.size).toBe(wanted.size);
      }
    }),
  );
});

test("written down and read again they are what they were", () => {
  const chosen = fc.oneof(fc.stringMatching(/^[a-z]{1,3}$/), fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { minLength: 1, maxLength: 3 }));
  const one = fc.record({ closed: fc.dictionary(fc.constantFrom("a", "b", "c"), chosen), day: fc.integer({ min: 1, max: 28 }) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 400 }), (given) => {
      const all = columnsOf(given.map(({ closed, day }) => row({ closed, receivedAt: at(day) })));
      const again = CountedColumns.unpacked(all.packed());
      for (const part of [{}, { from: at(7), until: at(19) }]) expect(again.count(part)).toEqual(all.count(part));
      expect(again.together({}, "a", "b")).toEqual(all.together({}, "a", "b"));
    }),
    { numRuns: 40 },
  );
});
