// The geometry of the picture of votes flowing between candidates: a lane for each candidate, a column for each entry of the sheet, a bar as tall as
// the votes there, and ribbons for the votes that moved. Lengths are of no unit; the picture scales.
import type { Candidate } from "#app/counting/contest.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { drawn, inOrderOfResult } from "./result.ts";

export type FlowBar = { candidate: Candidate; column: number; x: number; y: number; height: number; isElected: boolean };
/** Votes on their way from one lane to another between two columns; `to` is null for those that went to nobody. */
export type Ribbon = { from: Candidate | null; to: Candidate | null; column: number; path: string };
export type Flow = {
  width: number;
  height: number;
  lanes: { candidate: Candidate; y: number }[];
  columns: { x: number; stage: number }[];
  bars: FlowBar[];
  ribbons: Ribbon[];
};

const size = { column: 96, bar: 12, lane: 64, label: 22, top: 24, end: 36 } as const;
const mostHeight = size.lane - size.label - 4;

/** Where everything stands. Where several lose votes at once their ribbons meet in one before they part, since the sheet does not say whose went where. */
export function flowOf(sheet: Sheet): Flow {
  const order = inOrderOfResult(sheet);
  const entries = sheet.stages.filter(({ action }, index) => index === 0 || action !== "fill");
  const most = Math.max(1, ...entries.flatMap(({ votes }) => Object.values(votes).map(drawn)));
  const tall = (votes: number) => (votes / most) * mostHeight;
  const laneOf = (candidate: Candidate) => size.top + order.indexOf(candidate) * size.lane;
  const baseOf = (candidate: Candidate) => laneOf(candidate) + size.lane - 4;
  const xOf = (column: number) => size.bar + column * size.column;
  const electedBy = (candidate: Candidate, column: number) => entries.slice(0, column + 1).some(({ elected }) => elected.includes(candidate));
  const votesAt = (column: number, candidate: Candidate) => drawn(entries[column]?.votes[candidate] ?? "0");

  const bars = entries.flatMap((_, column) =>
    order.flatMap((candidate) => {
      const height = tall(votesAt(column, candidate));
      return height > 0 ? [{ candidate, column, x: xOf(column), y: baseOf(candidate) - height, height, isElected: electedBy(candidate, column) }] : [];
    }),
  );
  const end = size.top + order.length * size.lane + size.end;
  const ribbons = entries.slice(1).flatMap((_, index) => between(index));
  return {
    ...{ width: xOf(entries.length - 1) + 2 * size.bar, height: end, bars, ribbons },
    lanes: order.map((candidate) => ({ candidate, y: laneOf(candidate) + size.label - 8 })),
    columns: entries.map(({ stage }, column) => ({ x: xOf(column), stage })),
  };

  /** What moves between a column and the next. */
  function between(column: number): Ribbon[] {
    const [left, right] = [xOf(column) + size.bar, xOf(column + 1)];
    const kept = order.map((candidate) => ({ candidate, before: votesAt(column, candidate), after: votesAt(column + 1, candidate) }));
    const staying = kept
      .filter(({ before, after }) => Math.min(before, after) > 0)
      .map(({ candidate, before, after }) => {
        const height = tall(Math.min(before, after));
        const y = baseOf(candidate) - height;
        return { from: candidate, to: candidate, column, path: ribbon(left, y, y + height, right, y, y + height) };
      });
    const losers = kept.filter(({ before, after }) => before > after).map(({ candidate, before, after }) => ({ candidate, moved: tall(before - after), top: baseOf(candidate) - tall(before) }));
    const gainers = kept.filter(({ before, after }) => after > before).map(({ candidate, before, after }) => ({ candidate: candidate as Candidate | null, moved: tall(after - before), top: baseOf(candidate) - tall(after) }));
    const lost = tall(Math.max(0, drawn(entries[column + 1]!.nonTransferable) - drawn(entries[column]!.nonTransferable)));
    if (lost > 0) gainers.push({ candidate: null, moved: lost, top: end - size.end + 4 });
    if (losers.length === 0 || gainers.length === 0) return staying;
    const [only] = losers;
    const isOne = losers.length === 1 && only !== undefined;
    // Everything that moves stands in one pile, from which each gainer is served from the top down.
    const pile = isOne ? only.top : losers.reduce((sum, { top, moved }) => sum + top + moved / 2, 0) / losers.length;
    const middle = (left + right) / 2;
    let filled = pile;
    const joining = isOne
      ? []
      : losers.map(({ candidate, moved, top }) => {
          const path = ribbon(left, top, top + moved, middle, filled, filled + moved);
          filled += moved;
          return { from: candidate, to: null, column, path };
        });
    let served = pile;
    const parting = gainers.map(({ candidate, moved, top }) => {
      const path = ribbon(isOne ? left : middle, served, served + moved, right, top, top + moved);
      served += moved;
      return { from: isOne ? only.candidate : null, to: candidate, column, path };
    });
    return [...staying, ...joining, ...parting];
  }
}

const place = (value: number) => String(Math.round(value * 10) / 10);

/** A band from one upright edge to another, bent as a road is. */
function ribbon(left: number, leftTop: number, leftEnd: number, right: number, rightTop: number, rightEnd: number): string {
  const [l, r, bend] = [place(left), place(right), place((left + right) / 2)];
  return `M${l} ${place(leftTop)}C${bend} ${place(leftTop)} ${bend} ${place(rightTop)} ${r} ${place(rightTop)}V${place(rightEnd)}C${bend} ${place(rightEnd)} ${bend} ${place(leftEnd)} ${l} ${place(leftEnd)}Z`;
}
