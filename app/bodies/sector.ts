// The sectors that organisations belong to and that seats are kept for. [A1.1, A1.9]

/** The words are `bodies:sector.<sector>`. */
export const sectors = [
  ...(["council", "public", "private", "voluntary-community", "faith", "residents"] as const),
  // Parish and town councils; other partnerships, such as those of the districts of a county.
  ...(["parish", "partnership", "other"] as const),
] as const;
export type Sector = (typeof sectors)[number];

export function isSector(value: unknown): value is Sector {
  return sectors.some((sector) => sector === value);
}

/** What a seat is kept for: one sector, any of two, or anybody. */
export const seatSectors = [...sectors, ...(["public-or-private", "public-or-other", "any"] as const)] as const;
export type SeatSector = (typeof seatSectors)[number];

/** Whether an organisation of a sector is a public body: a council of whatever tier, or what is paid for by all. */
export function isPublicBody(sector: Sector): boolean {
  return sector === "public" || sector === "council" || sector === "parish";
}
