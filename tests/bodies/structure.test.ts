import { describe, expect, test } from "vitest";
import { judgeBalance, parityOf } from "#app/bodies/balance.ts";
import { usualBody } from "#app/bodies/body.ts";
import type { SeatSector, Sector } from "#app/bodies/sector.ts";
import { balancedSeats, countsOf, endingSoon, isOpenEnded, lacksSeats, lacksOf, linesWithSeats, mismatchesOf, organisationsById, placesIn, sectorsIn, type Sitting, type StructureBody, type StructureLine } from "#app/bodies/structure.ts";

function line(id: string, sector: SeatSector, wanted: Partial<StructureLine> = {}): StructureLine {
  return { id, sector, withinId: null, basis: "fixed", count: 1, countMost: null, poolSize: null, reserves: [], holder: {}, chosenBy: {}, termInMonths: 36, mostTerms: 2, isVoting: true, ...wanted };
}

const sits = (lineId: string, seat: number, organisationId: string | null = null, wanted: Partial<Sitting> = {}): Sitting => ({
  ...{ id: `${lineId} ${seat}`, who: `${lineId} ${seat}`, name: "Ann Pryce", lineId, seat, organisationId },
  ...{ startsOn: "2005-01-01", endsOn: "2007-12-31", endedOn: null, electionId: null, roundId: null, isTraced: true, ...wanted },
});

function body(lines: StructureLine[], sitting: Sitting[], wanted: Partial<StructureBody> = {}): StructureBody {
  return {
    ...{ ...usualBody, id: "board", slug: "board", position: 0, name: { en: "Board" }, kind: "board", endedOn: null, revision: 1 },
    ...{ themes: [], crossCutting: [], areaCodes: [] },
    scheme: { totalLeast: null, totalMost: null, lines, startsOn: "2005-01-01", rules: [] },
    ...{ sitting, chairs: [], ...wanted },
  };
}

const organisation = (id: string, sector: Sector, areaCodes: string[] = []) => ({ id, name: { en: id }, sector, areaCodes, website: null });

describe("the structure of a partnership", () => {
  // Lambeth: 22 fixed seats, eleven of them for the public sector and others, and up to five for gaps seen afterwards.
  const lambeth = [
    ...[line("residents", "residents", { count: 6 }), line("community", "voluntary-community", { count: 4 }), line("faith", "faith")],
    ...[line("rest", "public-or-other", { count: 11 }), line("crime", "public", { withinId: "rest", count: null, reserves: [{ least: 1, criterion: { en: "the police" } }] })],
    line("gap", "any", { basis: "diversity-gap", count: 0, countMost: 5 }),
  ];

  test("seats that nobody has to fill are drawn and are in no balance", () => {
    const board = body(lambeth, []);
    expect(countsOf(placesIn(board))).toEqual({ held: 0, vacant: 22, open: 5 });
    expect(sectorsIn(board).at(-1)).toEqual({ sector: "any", counts: { held: 0, vacant: 0, open: 5 } });
    const [judged] = judgeBalance([{ kind: "share", sectors: ["residents", "voluntary-community", "faith"], least: 50, most: null }], balancedSeats(board, new Map()));
    expect(judged).toMatchObject({ agreed: { count: 11, of: 22 }, isKeptAsAgreed: true });
  });

  test("where nobody has said how many there are, that is known of the body; and that an assembly needs no seats, unlike a group", () => {
    const group = body([line("community", "voluntary-community", { count: 3 }), line("others", "any", { count: null })], []);
    expect([isOpenEnded(group), isOpenEnded(body(lambeth, [])), isOpenEnded({ scheme: null })]).toEqual([true, false, false]);
    expect([lacksSeats({ kind: "assembly", scheme: null }), lacksSeats({ kind: "theme-group", scheme: null }), lacksSeats(group)]).toEqual([false, true, false]);
  });

  test("a seat within others stands under them and is counted once", () => {
    const lines = linesWithSeats(body(lambeth, []));
    expect(lines.map(({ line: { id }, places }) => [id, places.length])).toEqual([["residents", 6], ["community", 4], ["faith", 1], ["rest", 10], ["crime", 1], ["gap", 5]]);
  });

  test("whoever holds a seat for anybody counts for the sector of their organisation", () => {
    const organisations = organisationsById({ organisations: [organisation("police", "public")] });
    const seats = balancedSeats(body([line("rest", "public-or-other", { count: 2 })], [sits("rest", 1, "police")]), organisations);
    expect(parityOf(seats, "held")).toEqual({ community: 0, public: 1, rest: 0, of: 1 });
    expect(parityOf(seats, "agreed")).toEqual({ community: 0, public: 0, rest: 2, of: 2 });
  });

  test("terms that end within half a year are told with the first day and of how many", () => {
    const board = body([line("a", "public", { count: 3 })], [sits("a", 1), sits("a", 2, null, { endedOn: "2006-02-01" }), sits("a", 3, null, { endsOn: "2006-04-30" })]);
    expect(endingSoon(board, "2006-01-15")).toEqual({ count: 2, of: 3, firstOn: "2006-02-01" });
    expect(endingSoon(body([], []), "2006-01-15")).toBeNull();
  });

  test("an organisation that works elsewhere than the body it sits on is told once", () => {
    const organisations = organisationsById({ organisations: [organisation("trust", "public", ["E2", "E3"]), organisation("forum", "residents")] });
    const board = body([], [sits("a", 1, "trust"), sits("a", 2, "trust"), sits("b", 1, "forum")], { areaCodes: ["E1", "E2"] });
    expect(mismatchesOf(board, organisations)).toEqual([{ organisationId: "trust", missing: ["E1"], beyond: ["E3"] }]);
  });

  test("a body lacks what is blank in every language and who chose those who sit there, and is over once its planned end has passed", () => {
    expect(lacksOf({ kind: "assembly", scheme: null, purpose: { en: "All" }, terms: { en: "Terms" }, plannedEndOn: null, sitting: [sits("a", 1)] }, "2006-04-01")).toEqual([]);
    expect(lacksOf({ kind: "board", scheme: null, purpose: { en: " " }, terms: { cy: "Cylch gorchwyl" }, plannedEndOn: "2006-03-31", sitting: [sits("a", 1), sits("a", 2, null, { isTraced: false })] }, "2006-04-01")).toEqual(["scheme", "purpose", "over", "untraced"]);
  });
});
