// Elected seats that end in turns, such as a third of them each year, so that a body is never all new at once. [D4]
import { addDays, addMonths } from "#app/shared/dates.ts";
import { seatsOfLine, type SeatLine, type SeatScheme } from "./seat-scheme.ts";
import { lastDay, termEndsOn, type Held } from "./term.ts";

/** How many turns there are, and the day from which they are counted: a turn's terms begin on it, the others' at even distances after it. */
export type Turns = { turns: number; from: string };

/** In which turns a version's elected seats end; null where each ends with its own term. */
export function turnsOf({ turns, turnsFrom }: { turns: number | null; turnsFrom: string | null }): Turns | null {
  return turns === null || turnsFrom === null ? null : { turns, from: turnsFrom };
}

export const mostTurns = 6;
/** Because every month has it: a turn never ends a day early in a short month. */
export const latestDayOfMonth = 28;

/** Which turn an elected seat ends with, from 0; null for other seats. Seats take turns in the order of their lines, so that each turn has as many, or one more. */
export function turnOf(scheme: SeatScheme, line: SeatLine, seat: number, { turns }: Turns): number | null {
  if (line.basis !== "elected") return null;
  let before = 0;
  for (const other of scheme.lines) {
    if (other.id === line.id) return (before + seat - 1) % turns;
    if (other.basis !== "elected") continue;
    const { least, most } = seatsOfLine(scheme, other);
    before += most ?? least;
  }
  return null;
}

/** The last day of the term in which a turn is on a day, or that begins on it: at most a whole term later. */
export function turnEndsOn({ turns, from }: Turns, turn: number, termInMonths: number, day: string): string {
  const offset = Math.round((turn * termInMonths) / turns);
  const months = (Number(day.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(from.slice(5, 7));
  const begins = offset + Math.floor((months - offset) / termInMonths) * termInMonths;
  const next = addMonths(from, begins) > day ? begins : begins + termInMonths;
  return addDays(addMonths(from, next), -1);
}

type Terms = { termInMonths: number };

/** The last day of a term that begins on a day on a seat: that of its turn, or a whole term where the seat has none. */
export function proposedEnd(scheme: SeatScheme, line: SeatLine & Terms, seat: number, turns: Turns | null, startsOn: string): string {
  const turn = turns && turnOf(scheme, line, seat, turns);
  return turns === null || turn === null ? termEndsOn(startsOn, line.termInMonths) : turnEndsOn(turns, turn, line.termInMonths, startsOn);
}

export type TurnEnd<Line, Sits> = { endsOn: string; seats: { line: Line; seat: number; sitter: Sits | null }[] };

/**
 * The elected seats by the day on which their turn ends, the soonest first, each with who sits there: the turn that is on, or the one
 * in which their own term ends, where they were put there for longer before the seats ended in turns.
 */
export function turnsAhead<Line extends SeatLine & Terms, Sits extends Held & { lineId: string; seat: number }>(
  scheme: SeatScheme<Line>,
  sitting: readonly Sits[],
  turns: Turns,
  today: string,
): TurnEnd<Line, Sits>[] {
  const found = new Map<string, TurnEnd<Line, Sits>>();
  for (const line of scheme.lines) {
    if (line.basis !== "elected") continue;
    const { least, most } = seatsOfLine(scheme, line);
    for (let seat = 1; seat <= (most ?? least); seat += 1) {
      const sitter = sitting.find((one) => one.lineId === line.id && one.seat === seat && one.startsOn <= today && today <= lastDay(one)) ?? null;
      const endsOn = proposedEnd(scheme, line, seat, turns, sitter ? lastDay(sitter) : today);
      const turn = found.get(endsOn) ?? { endsOn, seats: [] };
      turn.seats.push({ line, seat, sitter });
      found.set(endsOn, turn);
    }
  }
  return [...found.values()].sort((one, other) => (one.endsOn < other.endsOn ? -1 : 1));
}
