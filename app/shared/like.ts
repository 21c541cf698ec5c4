// Patterns of PostgreSQL's LIKE for what somebody typed, whatever signs are in it.

/** What was typed, with the signs that LIKE reads as more than themselves escaped: for Prisma's `contains`, which leaves them. */
export function literalInLike(typed: string): string {
  return typed.replace(/[\\%_]/g, "\\$&");
}

/** A pattern that finds what was typed as a part of anything. */
export function partPattern(typed: string): string {
  return `%${literalInLike(typed)}%`;
}
