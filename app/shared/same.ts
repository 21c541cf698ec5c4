// Values compared by what they say.

/** Whether two values say the same, in whatever order their parts stand: a database keeps no order of names. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = (value: object) => Object.entries(value).filter(([, part]) => part !== undefined).map(([name]) => name);
  const own = names(one);
  if (own.length !== names(other).length) return false;
  return own.every((name) => Object.hasOwn(other, name) && isSame(one[name as keyof typeof one], other[name as keyof typeof other]));
}
