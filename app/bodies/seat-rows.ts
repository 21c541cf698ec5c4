// The seats of a body as they stand on a day, one by one, and the pools that some of them are filled from.
import type { Text } from "#app/shared/languages.ts";
import { standingOf, type Appointment, type Standing } from "./appointment.ts";
import { nextSeat, placesOf, type SeatLine, type SeatScheme } from "./seat-scheme.ts";
import { endsSoon, lastDay } from "./term.ts";

type Sits = Pick<Appointment, "id" | "lineId" | "seat" | "name" | "startsOn" | "endsOn" | "endedOn" | "inductedOn"> & { organisation: { name: Text } | null };

export type Sitting = { id: string; name: string; organisation: Text | null; until: string; endsSoon: boolean; standing: Standing };
export type SeatNow<Line> = { line: Line; seat: number; state: "held" | "vacant" | "open" | "pool"; sitter: Sitting | null; next: Sitting | null };
export type PoolNow<Line> = { line: Line; people: Sitting[]; nextSeat: number | null };

/** Every seat with who sits there and who is to sit there next; whoever is in a pool stands with the pool. */
export function seatsNow<Line extends SeatLine>(scheme: SeatScheme<Line>, appointments: readonly Sits[], today: string): { seats: SeatNow<Line>[]; pools: PoolNow<Line>[] } {
  const shown = (one: Sits): Sitting => ({
    ...{ id: one.id, name: one.name, organisation: one.organisation?.name ?? null, until: lastDay(one) },
    ...{ endsSoon: endsSoon(one, today), standing: standingOf(one, today) },
  });
  const [now, later] = [appointments.filter(({ startsOn }) => startsOn <= today), appointments.filter(({ startsOn }) => startsOn > today)];
  const seats = placesOf(scheme, now).map(({ line, seat, holder, state }): SeatNow<Line> => {
    const next = line.basis === "pool" ? undefined : later.find((one) => one.lineId === line.id && one.seat === seat);
    const isFromPool = line.basis === "pool" && state === "held";
    return { line, seat, state: isFromPool ? "pool" : state, sitter: holder && shown(holder), next: next ? shown(next) : null };
  });
  const pools = scheme.lines
    .filter(({ basis }) => basis === "pool")
    .map((line) => ({
      ...{ line, people: appointments.filter(({ lineId }) => lineId === line.id).map(shown) },
      nextSeat: nextSeat(scheme, line, appointments),
    }));
  return { seats, pools };
}
