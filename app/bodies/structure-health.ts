// How a structure stands: what is to be filled, what ends soon, whether each body keeps its promises, where bodies overlap,
// which areas do not match and which themes nobody looks after.
import { coverageOf, judgeBalance, parityOf, type JudgedRule, type Parity, type SectorCoverage } from "./balance.ts";
import { overlapsOf, themeOwners, type Overlap, type ThemeOwners } from "./overlap.ts";
import { balancedSeats, comparedBody, countsOf, endingSoon, lacksOf, mismatchesOf, organisationsById, placesIn, type Ending, type Lack, type Mismatch, type SeatCounts, type Structure } from "./structure.ts";
import { themes } from "./theme.ts";

export type BodyHealth = {
  id: string;
  /** Null where nobody has said what seats it has. */
  counts: SeatCounts | null;
  ending: Ending | null;
  /** As agreed. */
  parity: Parity;
  rules: JudgedRule[];
  mismatches: Mismatch[];
  lacks: Lack[];
};

export type StructureHealth = {
  bodies: BodyHealth[];
  /** Of the seats of all bodies together: as agreed, and as they are held. */
  parity: { agreed: Parity; held: Parity };
  sectors: SectorCoverage[];
  overlaps: Overlap[];
  themes: ThemeOwners[];
};

export function healthOf(structure: Structure, today: string): StructureHealth {
  const organisations = organisationsById(structure);
  const seatsOf = new Map(structure.bodies.map((body) => [body.id, balancedSeats(body, organisations)]));
  const all = [...seatsOf.values()].flat();
  const compared = structure.bodies.map(comparedBody);
  return {
    bodies: structure.bodies.map((body) => {
      const seats = seatsOf.get(body.id)!;
      return {
        ...{ id: body.id, counts: body.scheme && countsOf(placesIn(body)), ending: endingSoon(body, today), parity: parityOf(seats, "agreed") },
        ...{ rules: judgeBalance(body.scheme?.rules ?? [], seats), mismatches: mismatchesOf(body, organisations), lacks: lacksOf(body, today) },
      };
    }),
    parity: { agreed: parityOf(all, "agreed"), held: parityOf(all, "held") },
    sectors: coverageOf([...seatsOf.values()]),
    overlaps: overlapsOf(compared),
    themes: themeOwners(themes, compared),
  };
}
