// What a structure has to say in Popolo: only what its public pages say too.
import type { Text } from "#app/shared/languages.ts";
import type { PopoloKnown } from "./popolo.ts";
import { placesIn, type Structure, type StructureBody } from "./structure.ts";

/** Nobody's account is told: somebody is known by the first of their appointments. */
export function knownOf(partnership: { id: string; name: Text }, { bodies, organisations }: Structure, addressOf: (body: StructureBody) => string): PopoloKnown {
  const firstOf = new Map<string, string>();
  for (const { who, id } of bodies.flatMap(({ sitting }) => sitting)) if (!firstOf.has(who)) firstOf.set(who, id);
  const seatId = (lineId: string, seat: number) => `${lineId}/${seat}`;
  return {
    partnership,
    bodies: bodies.map((body) => ({ id: body.id, parentId: body.parentId, name: body.name, kind: body.kind, startedOn: body.startedOn, address: addressOf(body) })),
    organisations,
    seats: bodies.flatMap((body) => placesIn(body).map(({ line, seat }) => ({ id: seatId(line.id, seat), bodyId: body.id, label: line.holder, role: line.basis }))),
    sitting: bodies.flatMap((body) =>
      body.sitting.map(({ id, who, name, lineId, seat, organisationId, startsOn, endsOn, endedOn }) => ({
        ...{ id, who: firstOf.get(who)!, name, bodyId: body.id, seatId: seatId(lineId, seat), organisationId, startsOn, endsOn: endedOn ?? endsOn },
        role: body.chairs.find(({ sittingId }) => sittingId === id)?.kind ?? "member",
      })),
    ),
  };
}
