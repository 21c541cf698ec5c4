// How far several coders who read the same, not knowing of each other, agree.

/** What each coder said of each unit; null where they did not read it. Each has a place for every unit. */
export type Readings<Value> = readonly (readonly (Value | null)[])[];

/**
 * Krippendorff's alpha of named values: 1 all agree, 0 no better than chance. Any number of coders, with gaps. Null where no
 * unit was read by two; and where all that was said is one value, because then nothing tells chance from agreement.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
 */
export function krippendorffAlpha<Value>(coders: Readings<Value>): number | null {
  const totals = new Map<Value, number>();
  let [pairable, disagreement] = [0, 0];
  for (let unit = 0; unit < (coders[0]?.length ?? 0); unit += 1) {
    const counts = countsAt(coders, unit);
    const readers = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (readers < 2) continue;
    pairable += readers;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      // [C] each pair of a unit counts one part in (readers - 1)
      disagreement += (count * (readers - count)) / (readers - 1);
    }
  }
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (pairable - count), 0);
  // [C] alpha = 1 - (n - 1) × observed / expected
  return expected === 0 ? null : 1 - ((pairable - 1) * disagreement) / expected;
}

function countsAt<Value>(coders: Readings<Value>, unit: number): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const coder of coders) {
    const value = coder[unit];
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Of the pairs of readings of one unit, the share in which both say the same; null where there is none. */
export function rawAgreement<Value>(coders: Readings<Value>): number | null {
  let [same, all] = [0, 0];
  for (let unit = 0; unit < (coders[0]?.length ?? 0); unit += 1) {
    const counts = [...countsAt(coders, unit).values()];
    const readers = counts.reduce((sum, count) => sum + count, 0);
    all += readers * (readers - 1);
    same += counts.reduce((sum, count) => sum + count * (count - 1), 0);
  }
  return all === 0 ? null : same / all;
}

/**
 * Cohen's kappa of two coders, over the units that both read; null where there is none, and where both said one value throughout.
 * Source: J. Cohen, Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohenKappa<Value>(one: readonly (Value | null)[], other: readonly (Value | null)[]): number | null {
  const [ones, others] = [new Map<Value, number>(), new Map<Value, number>()];
  let [both, same] = [0, 0];
  for (const [unit, value] of one.entries()) {
    const second = other[unit];
    if (value === null || second === null || second === undefined) continue;
    both += 1;
    if (value === second) same += 1;
    ones.set(value, (ones.get(value) ?? 0) + 1);
    others.set(second, (others.get(second) ?? 0) + 1);
  }
  const byChance = [...ones].reduce((sum, [value, count]) => sum + count * (others.get(value) ?? 0), 0);
  return both === 0 || byChance === both * both ? null : (same / both - byChance / both ** 2) / (1 - byChance / both ** 2);
}

/** How often a code was given, of all readings; null without any. A rare code agrees by chance. */
export function prevalenceOf<Value>(coders: Readings<Value>, code: Value): number | null {
  const said = coders.flatMap((coder) => coder.filter((value) => value !== null));
  return said.length === 0 ? null : said.filter((value) => value === code).length / said.length;
}

/** Krippendorff's thresholds: from 0.800 reliable, from 0.667 for tentative conclusions alone. */
export function reliabilityOf(alpha: number): "reliable" | "tentative" | "unreliable" {
  return alpha >= 0.8 ? "reliable" : alpha >= 0.667 ? "tentative" : "unreliable";
}

/** Landis' and Koch's words for kappa. */
export function strengthOf(kappa: number): "slight" | "fair" | "moderate" | "substantial" | "near-perfect" {
  return kappa <= 0.2 ? "slight" : kappa <= 0.4 ? "fair" : kappa <= 0.6 ? "moderate" : kappa <= 0.8 ? "substantial" : "near-perfect";
}
