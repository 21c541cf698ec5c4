// Whether the use of a code, or how far coders agree, moves as the work goes on: codes wear, and coders with them.
import { associationIn } from "#app/statistics/association.ts";
import { agreementOn, type DoubleReading } from "./agreement.ts";
import { fewestTexts } from "./code-agreement.ts";

/** Into how many stretches a coder's work is cut, in the order in which they did it; of fewer texts nothing can be told. */
const cuts = [{ from: 200, stretches: 10 }, { from: 40, stretches: 4 }] as const;
export const fewestForDrift = 40;

/** Chances in a hundred that the halves of one person's work differ so by chance, all comparisons of a page together. */
const mostByChance = 0.05;

export function stretchesOf(texts: number): number | null {
  return cuts.find(({ from }) => texts >= from)?.stretches ?? null;
}

/** Of one coder's texts in the order in which they did them, hundredth by hundredth, how many there were and how many carry the code. */
export type Hundredth = { place: number; texts: number; given: number };

export type Stretch = { texts: number; given: number };
export type CoderDrift = {
  coderId: string;
  texts: number;
  /** Null where there are too few to tell. */
  stretches: Stretch[] | null;
  halves: [Stretch, Stretch];
  isMoving: boolean;
};

const sum = (all: readonly Stretch[]): Stretch => ({ texts: all.reduce((texts, one) => texts + one.texts, 0), given: all.reduce((given, one) => given + one.given, 0) });

/** Cuts one coder's work into stretches, and says whether its second half gives a code more or less often than the first; `comparisons` are made on one page. */
export function driftOf(coderId: string, hundredths: readonly Hundredth[], comparisons: number): CoderDrift {
  const { texts } = sum(hundredths);
  const number = stretchesOf(texts);
  const within = (from: number, to: number) => sum(hundredths.filter(({ place }) => place >= from && place < to));
  const halves: [Stretch, Stretch] = [within(0, 50), within(50, 100)];
  const stretches = number === null ? null : Array.from({ length: number }, (_, at) => within((at * 100) / number, ((at + 1) * 100) / number));
  const tested = number === null ? null : associationIn(halves.map(({ texts: of, given }) => [given, of - given]));
  return { coderId, texts, stretches, halves, isMoving: tested !== null && tested.leastExpected >= 5 && tested.probability < mostByChance / Math.max(1, comparisons) };
}

/** Alpha of texts read twice in the order in which both were done, a stretch at a time; null where there are too few for two. */
export function agreementOverTime(readings: readonly DoubleReading[], codeIds: readonly string[]): { texts: number; alpha: number | null; from: Date; to: Date }[] | null {
  const both = new Map<string, DoubleReading[]>();
  for (const reading of readings) both.set(reading.textId, [...(both.get(reading.textId) ?? []), reading]);
  const inOrder = [...both.values()]
    .filter((own) => own.length > 1)
    .map((own) => ({ own, at: new Date(Math.max(...own.map(({ doneAt }) => doneAt.getTime()))) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime() || (one.own[0]!.textId < other.own[0]!.textId ? -1 : 1));
  const number = Math.min(10, Math.floor(inOrder.length / fewestTexts));
  if (number < 2) return null;
  return Array.from({ length: number }, (_, at) => {
    const part = inOrder.slice(Math.round((at * inOrder.length) / number), Math.round(((at + 1) * inOrder.length) / number));
    return { texts: part.length, alpha: agreementOn(part.flatMap(({ own }) => own), codeIds).alpha, from: part[0]!.at, to: part.at(-1)!.at };
  });
}
