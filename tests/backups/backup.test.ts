import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, backupsToDrop, inOrderOfReference, isUnfinishedBackup, readClosing, readHead, shapeProblem } from "#app/backups/backup.ts";
import { byHandScript } from "#app/backups/by-hand.ts";

test("by name is by time", () => {
  expect(backupName(new Date("2026-11-22T03:10:05.999Z"), false)).toBe("folkmoot-2026-11-22T031005Z.tar.gz");
  fc.assert(
    fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2999-01-01"), noInvalidDate: true }), fc.nat(), (at, later) => {
      expect(backupName(at, true) <= backupName(new Date(at.getTime() + later), true)).toBe(true);
    }),
  );
});

test("of our backups the oldest go, and nothing else ever", () => {
  const ours = [1, 2, 3].map((day) => backupName(new Date(Date.UTC(2026, 0, day)), day === 2));
  const others = ["folkmoot.tar.gz", "folkmoot-2026-01-01.tar.gz", `${ours[0]}.unfinished`, "secret"];
  expect(backupsToDrop([...others, ...ours], 1)).toEqual(ours.slice(0, 2));
  expect(backupsToDrop([...others, ...ours], 3)).toEqual([]);
  expect(others.filter(isUnfinishedBackup)).toEqual([`${ours[0]}.unfinished`]);
});

test("a table stands after those its rows refer to, and nothing is lost where they go in a circle", () => {
  const tables = ["a", "b", "c", "d"].map((name) => ({ name }));
  const order = (references: [string, string][]) =>
    inOrderOfReference(tables, references.map(([from, to]) => ({ from, to }))).map(({ name }) => name).join("");
  expect(order([["a", "b"], ["b", "d"], ["c", "c"]])).toBe("cdba");
  expect(order([["a", "b"], ["b", "a"]]).split("").sort().join("")).toBe("abcd");
});

test("what was made for another purpose, by a newer version or half is not taken for a backup", () => {
  const problem = (json: string) => {
    const read = readHead(json);
    return read.ok ? null : read.problem;
  };
  expect(problem("{")).toBe("It is not a backup of Folkmoot.");
  expect(problem('{"product":"folkmoot","format":2}')).toMatch(/^It was made by a newer Folkmoot/);
  expect(problem('{"product":"folkmoot","format":1}')).toMatch(/^Its beginning is damaged/);
  expect(readClosing("{}").ok).toBe(false);
});

test("a table with another column, or another type of one, is told by its name", () => {
  const shape = (type: string) => [{ name: "Response", columns: [{ name: "id", type }] }];
  expect(shapeProblem(shape("text"), shape("text"))).toBeNull();
  expect(shapeProblem(shape("text"), shape("bigint"))).toBe("Response");
  expect(shapeProblem(shape("text"), [])).toBe("Response");
});

test("the script for psql fills every table and goes on counting where it was", () => {
  const columns = [{ name: "id", type: "bigint" }, { name: 'odd"name', type: "text" }];
  const script = byHandScript({ tables: [{ name: "AuditEntry", columns }, { name: "waiting-jobs", columns }] }, [{ name: "AuditEntry_id_seq", lastValue: "7" }]);
  expect(script.split("\n")).toEqual([
    ...["\\set ON_ERROR_STOP on", "BEGIN;"],
    `\\copy "AuditEntry" ("id", "odd""name") FROM PROGRAM 'cat tables/AuditEntry/*.txt'`,
    ...[`SELECT setval('"AuditEntry_id_seq"', 7);`, "COMMIT;", ""],
  ]);
});
