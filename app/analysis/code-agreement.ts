// How far two readings agree on the codes of a codeframe: all of them together, and each with those under it, as figures count it.
import { strengthOf } from "#app/statistics/agreement.ts";
import { agreementOn, agreementOnEach, type Agreement, type Reading } from "./agreement.ts";
import { wayTo, type PlacedCode } from "./code.ts";

/** Of fewer texts read twice no figure is given: one text more or less would turn it round. */
export const fewestTexts = 10;

/** A code in so small or so large a share of the readings is agreed on by chance nearly as often. */
const rare = 0.1;

export type Judged = Agreement & {
  isEnough: boolean;
  strength: ReturnType<typeof strengthOf> | null;
  /** Nearly all is agreed on, and alpha is low for all that, because the code is so rare or so frequent. */
  isParadox: boolean;
};

export type CodeAgreement = Judged & {
  codeId: string;
  /** Readings that give it. */
  given: number;
};

export type Comparison = { all: Judged; codes: CodeAgreement[] };

export function judged(agreement: Agreement): Judged {
  const { texts, raw, alpha, kappa, prevalence } = agreement;
  const isEnough = texts >= fewestTexts;
  const isParadox = raw !== null && alpha !== null && prevalence !== null && raw >= 0.9 && alpha < 0.667 && (prevalence < rare || prevalence > 1 - rare);
  return { ...agreement, isEnough, isParadox: isEnough && isParadox, strength: kappa === null ? null : strengthOf(kappa) };
}

/**
 * Of all codes together and of each. All together are those that one of the readings gave, because many codes that nobody gives
 * would look like agreement; codes out of use are among them where they were given. Any who read the same can be compared, whoever or
 * whatever they are.
 */
export function compare(readings: readonly Reading[], codes: readonly PlacedCode[]): Comparison {
  const given = new Set(readings.flatMap(({ codeIds }) => codeIds));
  const counted = codes.filter(({ id, retiredAt }) => retiredAt === null || given.has(id));
  const above = new Map(codes.map(({ id }) => [id, wayTo(codes, id).map((code) => code.id)]));
  const withAbove = readings.map((reading) => ({ ...reading, codeIds: [...new Set(reading.codeIds.flatMap((id) => above.get(id) ?? []))] }));
  const ids = counted.map(({ id }) => id);
  const each = agreementOnEach(withAbove, ids);
  return {
    all: judged(agreementOn(readings, ids.filter((id) => given.has(id)))),
    codes: ids.map((codeId) => ({ ...judged(each.get(codeId)!), codeId, given: withAbove.filter(({ codeIds }) => codeIds.includes(codeId)).length })),
  };
}

/** Those readings of two coders of texts that both have read. */
export function between(readings: readonly Reading[], [one, other]: readonly [string, string]): Reading[] {
  const own = readings.filter(({ coderId }) => coderId === one || coderId === other);
  const counts = new Map<string, number>();
  for (const { textId } of own) counts.set(textId, (counts.get(textId) ?? 0) + 1);
  return own.filter(({ textId }) => counts.get(textId) === 2);
}

/** The pairs of coders who have read the same texts, each once. */
export function pairsOf(readings: readonly Reading[]): { one: string; other: string; texts: number }[] {
  const byText = new Map<string, string[]>();
  for (const { textId, coderId } of readings) byText.set(textId, [...(byText.get(textId) ?? []), coderId]);
  const pairs = new Map<string, { one: string; other: string; texts: number }>();
  for (const coders of byText.values()) {
    const [one, other] = coders.toSorted();
    if (one === undefined || other === undefined) continue;
    const key = `${one} ${other}`;
    pairs.set(key, { one, other, texts: (pairs.get(key)?.texts ?? 0) + 1 });
  }
  return [...pairs.values()].sort((first, second) => second.texts - first.texts || (first.one + first.other < second.one + second.other ? -1 : 1));
}
