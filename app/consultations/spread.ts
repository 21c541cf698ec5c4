// How answers that are figures spread: numbers, money and dates, counted in whole steps (a number's last decimal place,
// a penny, a day), so that ranges have exact ends.
import type { Question, QuestionOf } from "#app/forms/definition.ts";

export type Quantity = QuestionOf<"number"> | QuestionOf<"money"> | QuestionOf<"date">;

export function isQuantity(question: Question): question is Quantity {
  return question.type === "number" || question.type === "money" || question.type === "date";
}

/** Steps in one of the question's units. */
export function stepsIn(question: Quantity): number {
  return question.type === "number" ? 10 ** (question.decimals ?? 0) : 1;
}

/** In steps. The quartiles are values somebody gave. */
export type Summary = { count: number; least: number; most: number; mean: number; lower: number; middle: number; upper: number };

export type Range = { from: number; to: number };
export type Spread = { summary: Summary; ranges: (Range & { count: number })[] };

const mostRanges = 11;

/** Ranges of one width that hold every value from least to most: widths of 1, 2 or 5 and noughts, eleven at most. */
export function rangesFor(least: number, most: number): Range[] {
  const width = widthFor(least, most);
  const first = Math.floor(least / width) * width;
  const ranges: Range[] = [];
  for (let from = first; from <= most; from += width) ranges.push({ from, to: from + width - 1 });
  return ranges;
}

function widthFor(least: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const leading of [1, 2, 5]) {
      const width = leading * power;
      if (Math.floor(most / width) - Math.floor(least / width) < mostRanges) return width;
    }
  }
}
