// The partnerships of the case studies: each seat that their descriptions name is accounted for.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkScheme, isRemainder, placesOf, seatsBySector, seatsOfLine, seatsOfScheme, type SeatScheme } from "#app/bodies/seat-scheme.ts";
import { readStructures, type FileScheme } from "#app/bodies/structure-file.ts";
import { countsOf } from "#app/bodies/structure.ts";
import { gridOf } from "#app/bodies/structure-picture.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const path = sharedFile("seed/case-study-partnerships.json");
const json = path === null ? { partnerships: [{}] } : (JSON.parse(readFileSync(path, "utf8")) as { partnerships: { key: string; bodies: { places?: { count: number | null }[]; vcsReps?: number }[] }[] });
const read = readStructures(json);
const partnerships = read.ok ? read.value : [];

function schemeOf({ totalLeast, totalMost, lines }: FileScheme): SeatScheme {
  return { totalLeast, totalMost, lines: lines.map(({ within, ...line }, index) => ({ ...line, id: String(index), withinId: within === null ? null : String(within) })) };
}

const bodiesOf = (key: string) => partnerships.find((one) => one.key === key)?.bodies ?? [];
const seatsIn = (key: string, name: string) => schemeOf(bodiesOf(key).find((body) => body.name === name)!.scheme!);
const bySector = (scheme: SeatScheme) => Object.fromEntries(seatsBySector(scheme).map(({ sector, range: { least, most } }) => [sector, least === most ? least : [least, most]]));

describe.skipIf(path === null)("of the partnerships described", () => {
  test("every one is read, and every scheme adds up", () => {
    expect(read).toMatchObject({ ok: true });
    expect(partnerships).toHaveLength(16);
    const schemes = partnerships.flatMap(({ bodies }) => bodies.flatMap(({ scheme }) => (scheme ? [schemeOf(scheme)] : [])));
    expect(schemes.flatMap(checkScheme)).toEqual([]);
  });

  test("every place that the file counts is a seat, and nothing is counted that it does not", () => {
    const inFile = json.partnerships.flatMap((one) => ("bodies" in one ? one.bodies : [])).flatMap(({ places = [], vcsReps }) => [...places.map(({ count }) => count), vcsReps ?? 0]);
    const inLines = partnerships.flatMap(({ bodies }) => bodies.flatMap(({ scheme }) => scheme?.lines ?? [])).map(({ count, countMost }) => countMost ?? count);
    const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
    expect(sum(inLines)).toBe(sum(inFile));
  });

  test("every seat of every scheme is drawn, one by one", () => {
    for (const { name, scheme } of partnerships.flatMap(({ bodies }) => bodies)) {
      if (!scheme) continue;
      const { least, most } = seatsOfScheme(schemeOf(scheme));
      expect(gridOf(countsOf(placesOf(schemeOf(scheme), []))).seats.length, name).toBe(most ?? least);
    }
  });

  test("Gloucester's executive has 12 to 17: two standing, six elected of which one is kept, and four to nine others", () => {
    const scheme = seatsIn("gloucester", "Executive");
    expect(seatsOfScheme(scheme)).toEqual({ least: 12, most: 17 });
    expect(bySector(scheme)).toEqual({ "voluntary-community": 8, other: [4, 9] });
    expect(scheme.lines.map(({ basis, count, reserves }) => [basis, count, reserves.length])).toEqual([["organisation", 1, 0], ["organisation", 1, 0], ["elected", 6, 1], ["fixed", null, 0]]);
    expect(placesOf(scheme, [])).toHaveLength(17);
  });

  test("Lambeth has 22, crime within the eleven and the police at least once among them, and up to five for whoever is missing", () => {
    const scheme = seatsIn("lambeth", "Partnership");
    expect(seatsOfScheme(scheme)).toEqual({ least: 22, most: 27 });
    expect(bySector(scheme)).toEqual({ "voluntary-community": 4, faith: 1, residents: 6, "public-or-other": 11, any: [0, 5] });
    const crime = scheme.lines.find(({ withinId }) => withinId !== null)!;
    expect([scheme.lines.find(({ id }) => id === crime.withinId)?.count, seatsOfLine(scheme, crime)]).toEqual([11, { least: 1, most: 11 }]);
    const states = placesOf(scheme, []).map(({ state }) => state);
    expect([states.length, states.filter((state) => state === "open").length]).toEqual([27, 5]);
  });

  test("Manchester's 41 are eight by turns from a pool of fifteen, three more of the sector, five councillors and 25 others", () => {
    const scheme = seatsIn("manchester", "Steering group");
    expect(seatsOfScheme(scheme)).toEqual({ least: 41, most: 41 });
    expect(bySector(scheme)).toEqual({ "voluntary-community": 11, council: 5, "public-or-private": 25 });
    expect(scheme.lines[0]).toMatchObject({ basis: "pool", count: 8, poolSize: 15 });
  });

  test("Devon's forum has eight of the districts, one of the parishes, two of the county and twelve of the voluntary sector", () => {
    const scheme = seatsIn("devon", "Partnership forum");
    expect(seatsOfScheme(scheme)).toEqual({ least: 23, most: 23 });
    expect(bySector(scheme)).toEqual({ partnership: 8, parish: 1, council: 2, "voluntary-community": 12 });
    expect(bodiesOf("devon").filter(({ kind }) => kind === "task-and-finish")).toHaveLength(7);
  });

  test("Southwark's 26 are five sectors', Cherwell's 23 three groups and twenty others", () => {
    expect([bySector(seatsIn("southwark", "LSP")), seatsOfScheme(seatsIn("southwark", "LSP")).most]).toEqual([{ residents: 6, "voluntary-community": 5, faith: 2, private: 2, public: 11 }, 26]);
    expect([bySector(seatsIn("cherwell", "Partnership")), seatsOfScheme(seatsIn("cherwell", "Partnership")).most]).toEqual([{ "voluntary-community": 3, other: 20 }, 23]);
  });

  test("Herefordshire's eleven ambition groups have none to ten of the voluntary sector, 47 together, and others of whom no number is told", () => {
    const groups = bodiesOf("herefordshire").filter(({ name }) => name.startsWith("Ambition group:"));
    const counts = groups.map(({ scheme }) => scheme!.lines[0]!.count);
    expect(counts).toEqual([3, 0, 3, 2, 6, 10, 3, 2, 6, 7, 5]);
    expect(groups.every(({ scheme }) => isRemainder(scheme!.lines[1]!) && seatsOfScheme(schemeOf(scheme!)).most === null)).toBe(true);
  });

  test("bodies stand under one another as they report: groups under those that lead, those under the whole", () => {
    const tree = bodiesOf("gloucester").map(({ name, parent, isFull, decisionModel }) => [name, parent, isFull, decisionModel]);
    expect(tree).toEqual([["Partnership (whole)", null, true, "all"], ["Executive", 0, false, "small-group"], ["Priority Action Groups", 1, false, "advisory"]]);
    expect(partnerships.flatMap(({ bodies }) => bodies.filter(({ parent }, index) => parent !== null && parent >= index))).toEqual([]);
  });
});

describe("a file of partnerships", () => {
  const one = { key: "one", name: "One", authorityType: "district", bodies: [{ name: "Board", kind: "board" }] };
  const wrongIn = (...partnerships: unknown[]) => {
    const taken = readStructures({ partnerships });
    return taken.ok ? [] : taken.problem.map(({ path: way, wrong }) => `${way.slice(1).join(".")}: ${wrong}`);
  };

  test("of another shape is refused", () => {
    for (const other of [[], null, { partnerships: [] }]) expect(readStructures(other)).toMatchObject({ ok: false });
    expect(wrongIn(one)).toEqual([]);
  });

  test("is refused whole for what cannot be read in it, and told all of it by its place", () => {
    expect(wrongIn({ ...one, key: "Not a key" }, one, 7)).toEqual(["0.key: it is not lower-case letters and figures joined by hyphens", "2: it is not an object in { }"]);
    expect(wrongIn(one, { ...one, bodies: [{ name: "", kind: "parliament", places: [{ sector: "martian", count: "six" }] }] })).toEqual([
      "1.bodies.0.name: it is blank",
      expect.stringMatching(/^1\.bodies\.0\.kind: it is none of these: assembly, board, /),
      expect.stringMatching(/^1\.bodies\.0\.places\.0\.sector: it is none of these: voluntary_community, /),
      "1.bodies.0.places.0.count: it is not a number",
    ]);
  });

  test("is refused for seats that do not add up, and for an address that is there twice", () => {
    const board = (body: object) => ({ ...one, bodies: [{ name: "Board", kind: "board", ...body }] });
    const six = { sector: "public", count: 6 };
    expect(wrongIn(board({ placesTotal: 5, places: [six] }))).toEqual([expect.stringContaining("more than it has altogether")]);
    expect(wrongIn(board({ placesTotal: 7, places: [six] }))).toEqual([expect.stringContaining("fewer than it has altogether")]);
    expect(wrongIn(board({ placesMin: 9, placesMax: 6, places: [six, { sector: "other", count: null }] }))).toEqual(["0.bodies.0: it has at least 9 seats and at most 6"]);
    expect(wrongIn(one, one)).toEqual([expect.stringContaining("1.key: “one” is another’s")]);
  });
});
