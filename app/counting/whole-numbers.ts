// Votes as whole numbers of their last decimal: exact, and printed as decimals.

/** An amount in units of the last of so many decimals. */
export function decimal(amount: number, places: number): string {
  const digits = String(amount).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `amount` times `share`, divided by `whole`, any remainder ignored; exact however large the product. */
export function partOf(amount: number, share: number, whole: number): number {
  const product = amount * share;
  if (Number.isSafeInteger(product)) return (product - (product % whole)) / whole;
  return Number((BigInt(amount) * BigInt(share)) / BigInt(whole));
}

/** Divided, any remainder ignored. */
export function quotient(amount: number, divisor: number): number {
  return (amount - (amount % divisor)) / divisor;
}
