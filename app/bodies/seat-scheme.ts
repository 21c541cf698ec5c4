// The seats of a body as they were agreed: lines of seats, how many a scheme has at least and at most, and which are filled.
// [A6.2-A6.6, A6.10, SG09]
import type { SeatSector } from "./sector.ts";

/**
 * How the seats of a line are filled: a sector's own choosing, by a named organisation, by election, by holding an office,
 * once the others are filled and it is seen who is missing, or by turns from a pool. The words are `bodies:basis.<basis>`.
 */
export const bases = ["fixed", "organisation", "elected", "ex-officio", "diversity-gap", "pool"] as const;
export type Basis = (typeof bases)[number];

/** Of the seats of a line so many are kept for somebody of whom this holds. */
export type Reserve = { least: number };

export type SeatLine = {
  id: string;
  /** The line of whose seats these are some; null for seats of their own. A line within a line holds no others. */
  withinId: string | null;
  sector: SeatSector;
  basis: Basis;
  /** How many seats, or at least how many; null where it is what the other lines leave. */
  count: number | null;
  /** At most how many; null where it is `count`. */
  countMost: number | null;
  /** How many may be in the pool that the seats are filled from; null for other seats, and where it is not limited. */
  poolSize: number | null;
  reserves: readonly Reserve[];
};

export type SeatScheme<Line extends SeatLine = SeatLine> = {
  /** How many seats there are in all, where that was agreed. */
  totalLeast: number | null;
  totalMost: number | null;
  /** In their order. */
  lines: readonly Line[];
};

/** A number of seats that was agreed as between two numbers; without a most nobody said. */
export type SeatRange = { least: number; most: number | null };

/** Somebody in a seat, by its line and its number in it, counted from 1. */
export type Holder = { lineId: string; seat: number };

/** One seat, to be shown: held, to be filled, or one that may be filled and need not. Of a pool nobody in particular holds one. */
export type Place<Line extends SeatLine, Held extends Holder> = { line: Line; seat: number; holder: Held | null; state: "held" | "vacant" | "open" };

const none: SeatRange = { least: 0, most: 0 };

function plus(one: SeatRange, other: SeatRange): SeatRange {
  return { least: one.least + other.least, most: one.most === null || other.most === null ? null : one.most + other.most };
}

/** Lines of seats of their own, without those within others. */
export function mainLines<Line extends SeatLine>({ lines }: { lines: readonly Line[] }): Line[] {
  return lines.filter(({ withinId }) => withinId === null);
}

export function linesWithin<Line extends SeatLine>({ lines }: { lines: readonly Line[] }, line: SeatLine): Line[] {
  return lines.filter(({ withinId }) => withinId === line.id);
}

/** Whether how many seats a line has is left to what the other lines leave. */
export function isRemainder({ count, countMost }: Pick<SeatLine, "count" | "countMost">): boolean {
  return count === null && countMost === null;
}

function said({ count, countMost }: SeatLine): SeatRange {
  return { least: count ?? 0, most: countMost ?? count };
}

/** How many seats a line has. */
export function seatsOfLine(scheme: SeatScheme, line: SeatLine): SeatRange {
  if (!isRemainder(line)) return said(line);
  const kept = Math.max(0, ...line.reserves.map(({ least }) => least));
  if (line.withinId !== null) {
    const around = scheme.lines.find(({ id }) => id === line.withinId);
    return { least: kept, most: around ? seatsOfLine(scheme, around).most : null };
  }
  const others = mainLines(scheme).filter((other) => other !== line && !isRemainder(other));
  const taken = others.map(said).reduce(plus, none);
  const { totalLeast, totalMost } = scheme;
  const hasSiblings = mainLines(scheme).some((other) => other !== line && isRemainder(other));
  const least = totalLeast === null || taken.most === null || hasSiblings ? 0 : totalLeast - taken.most;
  return { least: Math.max(least, kept), most: totalMost === null ? null : Math.max(totalMost - taken.least, least, kept) };
}

/** How many seats the whole scheme has: what its lines add up to, within what was agreed in all. */
export function seatsOfScheme(scheme: SeatScheme): SeatRange {
  const lines = mainLines(scheme)
    .map((line) => seatsOfLine(scheme, line))
    .reduce(plus, none);
  const { totalLeast, totalMost } = scheme;
  return {
    least: Math.max(lines.least, totalLeast ?? 0),
    most: totalMost === null ? lines.most : Math.min(totalMost, lines.most ?? totalMost),
  };
}

export type SectorRange = { sector: SeatSector; range: SeatRange };

/** The seats by the sector they are kept for, in the order of the lines; lines for the same sector together. */
export function seatsBySector(scheme: SeatScheme): SectorRange[] {
  const found = new Map<SeatSector, SeatRange>();
  for (const line of mainLines(scheme)) found.set(line.sector, plus(found.get(line.sector) ?? none, seatsOfLine(scheme, line)));
  return [...found].map(([sector, range]) => ({ sector, range }));
}

/**
 * Every seat of every line, in order, with who holds it. Seats within a line stand before the rest of it, and as many as they
 * are the rest is fewer. A seat that nobody has to fill is open, and stands after those that are to be filled. A seat that is
 * filled from a pool is held as soon as there are as many in the pool, by whoever comes.
 */
export function placesOf<Line extends SeatLine, Held extends Holder>(scheme: SeatScheme<Line>, holders: readonly Held[]): Place<Line, Held>[] {
  return mainLines(scheme).flatMap((line) => {
    const range = seatsOfLine(scheme, line);
    const within = linesWithin(scheme, line).flatMap((part) => placesOfLine(part, { least: seatsOfLine(scheme, part).least, most: 0 }, holders));
    const left = { least: Math.max(0, range.least - within.length), most: Math.max(0, (range.most ?? 0) - within.length) };
    return [...within, ...placesOfLine(line, left, holders)];
  });
}

function placesOfLine<Line extends SeatLine, Held extends Holder>(line: Line, { least, most }: { least: number; most: number }, holders: readonly Held[]): Place<Line, Held>[] {
  const isPool = line.basis === "pool";
  const mine = holders.filter(({ lineId }) => lineId === line.id);
  const held = new Map<number, Held | null>(isPool ? mine.slice(0, Math.max(least, most)).map((_, index) => [index + 1, null]) : mine.map((holder) => [holder.seat, holder]));
  const seats = new Set(held.keys());
  // because seats are given the lowest number that is free, so a gap between them is filled first
  for (let seat = 1; seats.size < Math.max(least, most); seat += 1) seats.add(seat);
  let toFill = least - held.size;
  return [...seats]
    .sort((one, other) => one - other)
    .map((seat) => ({ line, seat, holder: held.get(seat) ?? null, state: held.has(seat) ? "held" : toFill-- > 0 ? "vacant" : "open" }));
}

export type Filled = { held: number; vacant: number; range: SeatRange };

/** How many seats of a scheme are held, how many are to be filled, and of how many. */
export function filledOf(scheme: SeatScheme, holders: readonly Holder[]): Filled {
  const states = placesOf(scheme, holders).map(({ state }) => state);
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { held: count("held"), vacant: count("vacant"), range: seatsOfScheme(scheme) };
}

/**
 * The lowest number in a line that nobody holds; null where all are held. The seats within a line and the rest of it are no
 * more together than the line has; into a pool come as many as it may have, whatever the number of its seats.
 */
export function nextSeat(scheme: SeatScheme, line: SeatLine, holders: readonly Holder[]): number | null {
  const isHeld = (within: readonly SeatLine[]) => holders.filter(({ lineId }) => within.some(({ id }) => id === lineId)).length;
  if (line.basis !== "pool") {
    const around = scheme.lines.find(({ id }) => id === line.withinId) ?? line;
    for (const group of [[line], [around, ...linesWithin(scheme, around)]]) {
      const { most } = seatsOfLine(scheme, group[0]!);
      if (most !== null && isHeld(group) >= most) return null;
    }
  } else if (line.poolSize !== null && isHeld([line]) >= line.poolSize) return null;
  const taken = new Set(holders.filter(({ lineId }) => lineId === line.id).map(({ seat }) => seat));
  let seat = 1;
  while (taken.has(seat)) seat += 1;
  return seat;
}

/** What keeps a scheme from being agreed; the words are `seats:wrong.<code>`. The line is the one it is about. */
export type SchemeProblem =
  | { code: "no-lines" | "two-remainders" | "more-than-total" | "fewer-than-total"; lineId: null }
  | { code: "more-within" | "reserve-too-big"; lineId: string };

/** Everything that does not add up. */
export function checkScheme(scheme: SeatScheme): SchemeProblem[] {
  const main = mainLines(scheme);
  const sum = main.filter((line) => !isRemainder(line)).map(said).reduce(plus, none);
  const remainders = main.filter(isRemainder).length;
  const { totalLeast, totalMost } = scheme;
  const wrong = (code: "no-lines" | "two-remainders" | "more-than-total" | "fewer-than-total", isSo: boolean) => (isSo ? [{ code, lineId: null }] : []);
  return [
    ...wrong("no-lines", main.length === 0),
    ...wrong("two-remainders", remainders > 1),
    ...wrong("more-than-total", totalMost !== null && sum.least > totalMost),
    ...wrong("fewer-than-total", remainders === 0 && totalLeast !== null && sum.most !== null && sum.most < totalLeast),
    ...scheme.lines.flatMap((line): SchemeProblem[] => {
      const { most } = seatsOfLine(scheme, line);
      const within = linesWithin(scheme, line).map((part) => seatsOfLine(scheme, part).least).reduce((all, one) => all + one, 0);
      const reserved = line.reserves.reduce((all, { least }) => all + least, 0);
      return [
        ...(most !== null && within > most ? [{ code: "more-within" as const, lineId: line.id }] : []),
        ...(most !== null && reserved > most ? [{ code: "reserve-too-big" as const, lineId: line.id }] : []),
      ];
    }),
  ];
}
