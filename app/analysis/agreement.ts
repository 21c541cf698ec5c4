// How far coders agree who coded the same texts without seeing each other's codes: of each code, and of all of them together.
import { cohenKappa, krippendorffAlpha, prevalenceOf, rawAgreement, reliabilityOf } from "#app/statistics/agreement.ts";

/** The codes one coder gave one text; none is a decision too. Spans are reduced to whether the text carries the code. */
export type Reading = { textId: string; coderId: string; codeIds: readonly string[] };

/** One of the two readings of a text that both readers are done with, with the lowest and highest published version of the codeframe it was given under. */
export type DoubleReading = Reading & { questionId: string; isSecond: boolean; doneAt: Date; lowest: number | null; highest: number | null };

/** Of texts that are handed out or coded how many were drawn to be read twice, how many both have read, how many were settled; and how each was drawn. */
export type SampleDrawn = { texts: number; drawn: number; both: number; settled: number; handOuts: { seed: string; texts: number; share: number; least: number; reason: string | null; at: Date }[] };

export type Agreement = {
  /** Texts that two or more have coded. */
  texts: number;
  coders: number;
  /** Of all pairs of readings of one text the share that say the same. */
  raw: number | null;
  alpha: number | null;
  reliability: ReturnType<typeof reliabilityOf> | null;
  /** Of two coders alone. */
  kappa: number | null;
  /** Of all readings the share that give the code: the rarer, the more of their agreement is chance. */
  prevalence: number | null;
};

/** What each coder said of each text about each of these codes, text by text and code by code. */
function saidOf(readings: readonly Reading[], codeIds: readonly string[]): { said: (boolean | null)[][]; texts: number } {
  const byText = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { textId, coderId, codeIds: given } of readings) {
    const own = byText.get(textId) ?? new Map<string, ReadonlySet<string>>();
    byText.set(textId, own.set(coderId, new Set(given)));
  }
  const shared = [...byText.values()].filter((own) => own.size > 1);
  const coders = [...new Set(shared.flatMap((own) => [...own.keys()]))].sort();
  const said = coders.map((coder) => shared.flatMap((own) => codeIds.map((code) => own.get(coder)?.has(code) ?? null)));
  return { said, texts: shared.length };
}

/** How far they agree about these codes, each text and code taken as one decision. */
export function agreementOn(readings: readonly Reading[], codeIds: readonly string[]): Agreement {
  return agreementIn(saidOf(readings, codeIds));
}

/** The same of each code by itself. */
export function agreementOnEach(readings: readonly Reading[], codeIds: readonly string[]): Map<string, Agreement> {
  const { said, texts } = saidOf(readings, codeIds);
  return new Map(codeIds.map((codeId, place) => [codeId, agreementIn({ texts, said: said.map((all) => Array.from({ length: texts }, (_, text) => all[text * codeIds.length + place] ?? null)) })]));
}

function agreementIn({ said, texts }: { said: (boolean | null)[][]; texts: number }): Agreement {
  const alpha = krippendorffAlpha(said);
  const [one, other] = said;
  return {
    ...{ texts, coders: said.length, raw: rawAgreement(said), alpha },
    reliability: alpha === null ? null : reliabilityOf(alpha),
    kappa: said.length === 2 && one && other ? cohenKappa(one, other) : null,
    prevalence: prevalenceOf(said, true),
  };
}

/** Texts whose coders differ about any of these codes, in the order of their ids: what somebody has to settle. */
export function differingIn(readings: readonly Reading[], codeIds: readonly string[]): { textId: string; codeIds: string[] }[] {
  const byText = new Map<string, Reading[]>();
  for (const reading of readings) byText.set(reading.textId, [...(byText.get(reading.textId) ?? []), reading]);
  return [...byText]
    .map(([textId, own]) => ({ textId, codeIds: codeIds.filter((code) => new Set(own.map(({ codeIds: given }) => given.includes(code))).size > 1) }))
    .filter((one) => one.codeIds.length > 0)
    .sort((one, other) => (one.textId < other.textId ? -1 : 1));
}
