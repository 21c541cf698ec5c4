// The part of an address that names a body.

/** Its name in small letters and hyphens. */
export function slugOf(name: string): string {
  const words = name.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 60).replace(/^-|-$/g, "") || "body";
}

/** The same with a number behind it where another has it already. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  let slug = wanted;
  for (let next = 2; taken.includes(slug); next += 1) slug = `${wanted}-${next}`;
  return slug;
}
