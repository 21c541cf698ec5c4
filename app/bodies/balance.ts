// Whether the seats of a body are shared out between sectors as its scheme promises: as agreed, and as they are held. [A6.9, A1.10]
import { z } from "zod";
import { sectors, type SeatSector, type Sector } from "./sector.ts";

/** What a scheme promises: these sectors together hold at least, and at most, such a share in per cent or so many seats. */
export const balanceRuleSchema = z.object({
  kind: z.enum(["share", "seats"]),
  sectors: z.array(z.enum(sectors)).min(1),
  least: z.number().int().min(0).nullable().default(null),
  most: z.number().int().min(0).nullable().default(null),
});
export type BalanceRule = z.infer<typeof balanceRuleSchema>;

/** A seat that is held or is to be filled; `held` with the sector of whoever holds it, where that is known. */
export type BalancedSeat = { sector: SeatSector; held: { sector: Sector | null } | null };

/** The sector that somebody on a seat sits for: the seat's own where it is kept for one alone, else their organisation's. */
export function sectorOf(seat: { sector: SeatSector }, organisation: { sector: Sector } | null): Sector | null {
  return sectors.find((sector) => sector === seat.sector) ?? organisation?.sector ?? null;
}

export type Part = { count: number; of: number };

/** The seats that are kept for one of these sectors alone, of all; and those that they hold, of all that are held. */
export function partsOf(seats: readonly BalancedSeat[], of: readonly Sector[]): { agreed: Part; held: Part } {
  const isOf = ({ sector }: { sector: SeatSector | null }) => of.some((one) => one === sector);
  const held = seats.flatMap((seat) => seat.held ?? []);
  return { agreed: { count: seats.filter(isOf).length, of: seats.length }, held: { count: held.filter(isOf).length, of: held.length } };
}

export type JudgedRule = { rule: BalanceRule; agreed: Part; held: Part; isKeptAsAgreed: boolean; isKeptAsHeld: boolean };

/** Each rule with the seats it is about. Of no seats at all every rule is kept. */
export function judgeBalance(rules: readonly BalanceRule[], seats: readonly BalancedSeat[]): JudgedRule[] {
  return rules.map((rule) => {
    const { agreed, held } = partsOf(seats, rule.sectors);
    return { rule, agreed, held, isKeptAsAgreed: isKept(rule, agreed), isKeptAsHeld: isKept(rule, held) };
  });
}

function isKept({ kind, least, most }: BalanceRule, { count, of }: Part): boolean {
  if (of === 0) return true;
  // because 11 of 22 is half, and no rounding may say otherwise
  const [had, unit] = kind === "share" ? [count * 100, of] : [count, 1];
  return had >= (least ?? 0) * unit && (most === null || had <= most * unit);
}

/** The two sides whose numbers are compared: those who speak for people and groups, and those who speak for public bodies. */
export const sides = {
  community: ["voluntary-community", "faith", "residents"],
  public: ["council", "public", "parish"],
} as const satisfies Record<string, readonly Sector[]>;

export type Parity = { community: number; public: number; rest: number; of: number };

/** The two sides beside each other; seats of other sectors, and those that either side may fill, are the rest. */
export function parityOf(seats: readonly BalancedSeat[], what: "agreed" | "held"): Parity {
  const [community, others] = [partsOf(seats, sides.community)[what], partsOf(seats, sides.public)[what]];
  const { of } = community;
  return { community: community.count, public: others.count, rest: of - community.count - others.count, of };
}

export type SectorCoverage = { sector: Sector; seats: number; held: number; bodies: number; bodiesHeld: number };

/** For each sector, on how many of the bodies a seat is kept for it, and on how many somebody sits for it. [A1.5] */
export function coverageOf(bodies: readonly (readonly BalancedSeat[])[]): SectorCoverage[] {
  return sectors.map((sector) => {
    const parts = bodies.map((seats) => partsOf(seats, [sector]));
    const [agreed, held] = [parts.map((part) => part.agreed.count), parts.map((part) => part.held.count)];
    const has = (counts: readonly number[]) => counts.filter((count) => count > 0).length;
    return { sector, seats: sum(agreed), held: sum(held), bodies: has(agreed), bodiesHeld: has(held) };
  });
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
