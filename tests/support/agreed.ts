// How far two people agree, counted from what they gave and by other means than the product's: Krippendorff's alpha of yes and no.
import type { Given } from "./coder.ts";

type Agreed = { texts: number; differing: string[]; alpha: number };

/** Of the texts that both read, each with each code that one of them gave anywhere in these texts. */
export function agreedOn(one: readonly Given[], other: readonly Given[]): Agreed {
  const theirs = new Map(other.map(({ textId, codes }) => [textId, codes]));
  const both = one.flatMap(({ textId, codes }) => (theirs.has(textId) ? [{ textId, codes: [codes, theirs.get(textId)!] as const }] : []));
  const known = [...new Set(both.flatMap(({ codes }) => codes.flat()))];
  const decisions = both.flatMap(({ textId, codes: [first, second] }) => known.map((code) => ({ textId, first: first.includes(code), second: second.includes(code) })));
  const differing = decisions.filter(({ first, second }) => first !== second);
  const values = 2 * decisions.length;
  const yes = decisions.reduce((sum, { first, second }) => sum + Number(first) + Number(second), 0);
  const observed = differing.length / decisions.length;
  const expected = (2 * yes * (values - yes)) / (values * (values - 1));
  return { texts: both.length, differing: [...new Set(differing.map(({ textId }) => textId))], alpha: 1 - observed / expected };
}
