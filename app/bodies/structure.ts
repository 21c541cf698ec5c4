// A partnership's structure as it is on a day: its bodies, the seats of each and who holds them, and what is to be seen to.
import type { Text } from "#app/shared/languages.ts";
import { sectorOf, type BalanceRule, type BalancedSeat } from "./balance.ts";
import type { Body, BodyKind } from "./body.ts";
import { areaMismatch, type AreaMismatch, type ComparedBody } from "./overlap.ts";
import { placesOf, seatsOfLine, seatsOfScheme, type Holder, type Place, type SeatLine, type SeatRange, type SeatScheme } from "./seat-scheme.ts";
import type { Sector, SeatSector } from "./sector.ts";
import type { SeatState } from "./structure-picture.ts";
import { endsSoon, type Held } from "./term.ts";

export type StructureLine = Omit<SeatLine, "reserves"> & {
  holder: Text;
  chosenBy: Text;
  termInMonths: number;
  mostTerms: number;
  isVoting: boolean;
  reserves: readonly { least: number; criterion: Text }[];
};

/** Somebody in a seat of the scheme that holds now. */
export type Sitting = Held & Holder & {
  id: string;
  name: string;
  /** The same for one person on several seats. */
  who: string;
  organisationId: string | null;
  /** The election they were chosen in. */
  electionId: string | null;
  /** The round in which an organisation named them. */
  roundId: string | null;
  /** Whether it can be seen how they came to the seat. */
  isTraced: boolean;
};

/** Who leads a body's meetings: somebody who sits there by name, somebody else by their office. */
export type Leading = { kind: string; name: string | null; office: Text; sittingId: string | null; electionId: string | null; endsOn: string | null };

export type StructureBody = Body & {
  scheme: (SeatScheme<StructureLine> & { startsOn: string; rules: BalanceRule[] }) | null;
  sitting: Sitting[];
  chairs: Leading[];
};

export type SeatedOrganisation = { id: string; name: Text; sector: Sector; areaCodes: string[]; website: string | null };

export type Structure = { bodies: StructureBody[]; organisations: SeatedOrganisation[] };

/** Every seat of a body, in the order of its lines. */
export function placesIn({ scheme, sitting }: Pick<StructureBody, "scheme" | "sitting">): Place<StructureLine, Sitting>[] {
  return scheme ? placesOf(scheme, sitting) : [];
}

/** How many seats are held, are to be filled, and may be filled besides. */
export type SeatCounts = Record<SeatState, number>;

export function countsOf(places: readonly { state: SeatState }[]): SeatCounts {
  const counts = { held: 0, vacant: 0, open: 0 };
  for (const { state } of places) counts[state] += 1;
  return counts;
}

/** The seats of a body by the sector they are kept for, in the order of its lines. */
export function sectorsIn(body: Pick<StructureBody, "scheme" | "sitting">): { sector: SeatSector; counts: SeatCounts }[] {
  const places = placesIn(body);
  const inOrder = new Set(body.scheme?.lines.map(({ sector }) => sector));
  return [...inOrder]
    .map((sector) => ({ sector, counts: countsOf(places.filter(({ line }) => line.sector === sector)) }))
    .filter(({ counts }) => counts.held + counts.vacant + counts.open > 0);
}

/** Whether a body has seats of which nobody has said how many there are at most. */
export function isOpenEnded({ scheme }: Pick<StructureBody, "scheme">): boolean {
  return scheme !== null && seatsOfScheme(scheme).most === null;
}

type ById = ReadonlyMap<string, SeatedOrganisation>;

export function organisationsById({ organisations }: Pick<Structure, "organisations">): ById {
  return new Map(organisations.map((one) => [one.id, one]));
}

/** A body's seats for judging their balance: those that are held and those that are to be filled. */
export function balancedSeats(body: StructureBody, organisations: ById): BalancedSeat[] {
  return placesIn(body)
    .filter(({ state }) => state !== "open")
    .map(({ line, holder, state }) => {
      const organisation = organisations.get(holder?.organisationId ?? "") ?? null;
      return { sector: line.sector, held: state === "held" ? { sector: sectorOf(line, organisation) } : null };
    });
}

/** A body as it is compared with others: by who sits there and the organisations they sit for. */
export function comparedBody({ id, parentId, themes, crossCutting, areaCodes, sitting }: StructureBody): ComparedBody {
  return { id, parentId, themes, crossCutting, areaCodes, people: new Set(sitting.map(({ who }) => who)) };
}

export type LineSeats<Line extends SeatLine = StructureLine> = { line: Line; range: SeatRange; places: Place<Line, Sitting>[] };

/** The lines of a body in order, each with its seats; those within a line follow it. */
export function linesWithSeats(body: Pick<StructureBody, "scheme" | "sitting">): LineSeats[] {
  const { scheme } = body;
  if (!scheme) return [];
  const places = placesIn(body);
  const main = scheme.lines.filter(({ withinId }) => withinId === null);
  return main
    .flatMap((line) => [line, ...scheme.lines.filter(({ withinId }) => withinId === line.id)])
    .map((line) => ({ line, range: seatsOfLine(scheme, line), places: places.filter((place) => place.line.id === line.id) }));
}

export type Mismatch = AreaMismatch & { organisationId: string };

/** The organisations that sit on a body and whose areas are not the body's. */
export function mismatchesOf({ areaCodes, sitting }: StructureBody, organisations: ById): Mismatch[] {
  const ids = new Set(sitting.flatMap(({ organisationId }) => organisationId ?? []));
  return [...ids].flatMap((organisationId) => {
    const mismatch = areaMismatch(areaCodes, organisations.get(organisationId)?.areaCodes ?? []);
    return mismatch ? [{ organisationId, ...mismatch }] : [];
  });
}

export type Ending = { count: number; of: number; firstOn: string };

/** How many of those who sit there leave their seat within half a year, of how many, and the first day one does; null where none. */
export function endingSoon({ sitting }: Pick<StructureBody, "sitting">, today: string): Ending | null {
  const ending = sitting.filter((one) => endsSoon(one, today)).map(({ endsOn, endedOn }) => (endedOn !== null && endedOn < endsOn ? endedOn : endsOn));
  const firstOn = ending.sort()[0];
  return firstOn === undefined ? null : { count: ending.length, of: sitting.length, firstOn };
}

// Whoever belongs to these comes to them.
const withoutSeats: readonly BodyKind[] = ["assembly", "network"];

/** Whether nobody has agreed the seats of a body that ought to have some. */
export function lacksSeats({ kind, scheme }: Pick<StructureBody, "kind" | "scheme">): boolean {
  return scheme === null && !withoutSeats.includes(kind);
}

/** What a body still lacks that those outside it would look for; the words are `structure:lacks.<what>`. */
export type Lack = "scheme" | "purpose" | "terms" | "over" | "untraced";

export function lacksOf(body: Pick<StructureBody, "kind" | "scheme" | "purpose" | "terms" | "plannedEndOn" | "sitting">, today: string): Lack[] {
  const isBlank = (text: Text) => Object.values(text).every((said) => said.trim() === "");
  return [
    ...(lacksSeats(body) ? (["scheme"] as const) : []),
    ...(isBlank(body.purpose) ? (["purpose"] as const) : []),
    ...(isBlank(body.terms) ? (["terms"] as const) : []),
    ...(body.plannedEndOn !== null && body.plannedEndOn < today ? (["over"] as const) : []),
    // [A6.1] every place of a sector is linked to the election or the nomination that filled it
    ...(body.sitting.some(({ isTraced }) => !isTraced) ? (["untraced"] as const) : []),
  ];
}
