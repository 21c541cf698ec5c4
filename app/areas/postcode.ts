// United Kingdom postcodes as people type them.

/** "hr1 1aa", "HR11AA" or "HR1-1AA" as "HR1 1AA"; undefined when it is not in the form of a full postcode. */
export function readPostcode(typed: string): string | undefined {
  const letters = typed.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  const [, outward, inward] = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})$/.exec(letters) ?? [];
  return outward && inward ? `${outward} ${inward}` : undefined;
}
