import { expect, test } from "vitest";
import { usualBody } from "#app/bodies/body.ts";
import type { StructureBody } from "#app/bodies/structure.ts";
import { meetsAllYear, setUpCodes, setUpOf, type Kept } from "#app/home/set-up.ts";

const today = "2027-02-01";
const nothing: Kept = {
  ...{ standing: null, complaintsContacts: 0, structure: { bodies: [], organisations: [] }, adopted: new Set(), delegated: new Set() },
  ...{ voluntary: { count: 0, mapped: 0, asked: 0 }, networks: { count: 0, withMembers: 0 }, meetings: [] },
};

function body(id: string, wanted: Partial<StructureBody> = {}): StructureBody {
  const lines = [{ ...{ id: `${id}-line`, sector: "any", withinId: null, basis: "fixed", count: 2, countMost: null, poolSize: null, reserves: [] } as const, ...{ holder: {}, chosenBy: {}, termInMonths: 36, mostTerms: 2, isVoting: true } }];
  const scheme = { totalLeast: null, totalMost: null, lines, startsOn: "2026-01-01", rules: [] };
  return { ...usualBody, id, slug: id, position: 0, name: { en: id }, kind: "board", endedOn: null, revision: 1, themes: [], crossCutting: [], areaCodes: [], scheme, sitting: [], chairs: [], ...wanted };
}

const sitter = (id: string, seat: number) => ({ id: `${id} ${seat}`, who: `${id} ${seat}`, name: "Ann", lineId: `${id}-line`, seat, organisationId: null, startsOn: "2026-01-01", endsOn: "2028-12-31", endedOn: null, electionId: null, roundId: null, isTraced: true });
const chair = (kind: string) => ({ kind, name: "Ann", office: {}, sittingId: null, electionId: null, roundId: null, endsOn: null });
const lineOf = (kept: Kept, code: string) => setUpOf(kept, today).lines.find((line) => line.code === code);

test("a partnership of which nothing is known lacks everything but what only groups that decide for themselves need", () => {
  const { lines, done } = setUpOf(nothing, today);
  expect(lines.map(({ code }) => code)).toEqual(setUpCodes);
  expect(lines.filter(({ state }) => state !== "missing").map(({ code, state }) => [code, state])).toEqual([["safeguards", "none-needed"], ["delegations", "none-needed"]]);
  expect(done).toBe(2);
});

test("a partnership that has everything lacks nothing", () => {
  const whole = body("whole", { isFull: true, kind: "assembly", terms: { en: "All" }, sitting: [sitter("whole", 1), sitter("whole", 2)], chairs: [chair("chair")] });
  const board = body("board", { decisionModel: "small-group", terms: { cy: "Rhai" }, sitting: [sitter("board", 1), sitter("board", 2)], chairs: [chair("facilitator")] });
  const meetings = ["whole", "board"].flatMap((bodyId) => [{ bodyId, day: "2027-03-01" }, { bodyId, day: "2027-09-01" }]);
  const kept: Kept = {
    ...{ standing: { accountableId: "council", complaints: { ur: "یوں" } }, complaintsContacts: 1, structure: { bodies: [whole, board], organisations: [] }, meetings },
    ...{ adopted: new Set(["board"]), delegated: new Set(["board"]), voluntary: { count: 3, mapped: 3, asked: 3 }, networks: { count: 1, withMembers: 1 } },
  };
  const { lines, done } = setUpOf(kept, today);
  expect(lines.filter(({ state }) => state !== "done")).toEqual([]);
  expect(done).toBe(setUpCodes.length);
  expect(lineOf(kept, "filled")).toEqual({ code: "filled", have: 4, of: 4, state: "done" });
});

test("each line counts how many of how many, and is done in part until all are", () => {
  const board = body("board", { decisionModel: "small-group", sitting: [sitter("board", 1)], chairs: [chair("vice-chair")] });
  const themes = body("themes", { kind: "theme-group", scheme: null, terms: { en: "Some" } });
  const network = body("network", { kind: "network", scheme: null });
  const kept: Kept = {
    ...nothing,
    ...{ standing: { accountableId: null, complaints: { en: " " } }, complaintsContacts: 2, structure: { bodies: [board, themes, network], organisations: [] } },
    ...{ voluntary: { count: 5, mapped: 2, asked: 0 }, networks: { count: 2, withMembers: 1 }, meetings: [{ bodyId: "board", day: "2027-03-01" }, { bodyId: "themes", day: "2027-10-01" }] },
  };
  expect(setUpOf(kept, today).lines.map(({ code, have, of, state }) => `${code} ${have}/${of} ${state}`)).toEqual([
    ...["standing 1/2 part", "complaints 1/2 part", "bodies 1/2 part", "terms 1/3 part", "seats 1/2 part", "filled 1/2 part", "chairs 0/1 missing"],
    ...["safeguards 0/1 missing", "delegations 0/1 missing", "mapped 2/5 part", "needs 0/5 missing", "networks 1/2 part", "meetings 0/1 missing"],
  ]);
});

test("the coming year has two halves, and each wants a meeting", () => {
  const meets = (...days: string[]) => meetsAllYear(days.map((day) => ({ day })), today);
  expect(meets("2027-02-01", "2027-08-01")).toBe(true);
  expect(meets("2027-07-31", "2028-01-31")).toBe(true);
  expect(meets("2027-02-01", "2027-07-31")).toBe(false);
  expect(meets("2027-01-31", "2027-08-01")).toBe(false);
  expect(meets("2027-02-01", "2028-02-01")).toBe(false);
});
