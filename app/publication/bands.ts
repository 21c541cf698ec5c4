// The ranges in which answers that are figures are published. They are fixed by the question and never by what was answered,
// because where a range begins and ends would otherwise tell the least and the most that somebody gave.
import { rangesFor } from "#app/consultations/spread.ts";
import { stepsIn, type Quantity } from "#app/forms/quantity.ts";
import type { Question, QuestionOf } from "#app/forms/question.ts";

/** Both ends are in it, in the steps of the question; null where it has no end. */
export type Band = { from: number | null; to: number | null };
export type Figured = Quantity | QuestionOf<"point-budget">;

export function isFigured(question: Question): question is Figured {
  return question.type === "number" || question.type === "money" || question.type === "date" || question.type === "point-budget";
}

const mostUnits = 1_000_000;
/** Nought, one, two, five, ten, twenty, fifty and so on: fine where figures are small, for any unit. */
const ladder = [0, ...Array.from({ length: 19 }, (_, index) => [1, 2, 5][index % 3]! * 10 ** Math.floor(index / 3)).filter((edge) => edge <= mostUnits)];
const yearsAround = 10;

/**
 * The bands of a question as its versions bound it: equal ones where it has a least and a most; else a ladder, or the years
 * around the one it is asked in. Of points, those of whoever gave any.
 */
export function bandsFor(asked: readonly Figured[], year: number): Band[] {
  const [question] = asked;
  if (!question) return [];
  if (question.type === "point-budget") {
    return rangesFor(0, Math.max(...asked.map((one) => (one.type === "point-budget" ? one.points : 0)))).map(({ from, to }) => ({ from: Math.max(1, from), to })).filter(({ from, to }) => from <= to);
  }
  const [least, most] = [bound(asked, "least"), bound(asked, "most")];
  if (question.type !== "date" && least !== null && most !== null) return rangesFor(least, most);
  const bands = question.type === "date" ? yearsOf(year) : steppedLadder(question);
  return bands.filter(({ from, to }) => (least === null || to === null || to >= least) && (most === null || from === null || from <= most));
}

/** The furthest that any version allows; null where one allows everything. */
function bound(asked: readonly Figured[], end: "least" | "most"): number | null {
  const bounds = asked.map((question) => {
    if (question.type === "point-budget") return null;
    if (question.type === "date") {
      const day = end === "least" ? question.earliest : question.latest;
      return day === undefined ? null : daysUntil(day);
    }
    const given = end === "least" ? question.min : question.max;
    return given === undefined ? null : Math.round(given * stepsIn(question));
  });
  const known = bounds.filter((one) => one !== null);
  if (known.length < bounds.length) return null;
  return end === "least" ? Math.min(...known) : Math.max(...known);
}

const penceInPound = 100;

function steppedLadder(question: Exclude<Quantity, { type: "date" }>): Band[] {
  const inUnit = question.type === "money" ? penceInPound : stepsIn(question);
  const bands = ladder.map((edge, index): Band => {
    const next = ladder[index + 1];
    return { from: edge * inUnit, to: next === undefined ? null : next * inUnit - 1 };
  });
  return [{ from: null, to: -1 }, ...bands];
}

function yearsOf(year: number): Band[] {
  const first = year - yearsAround;
  const years = Array.from({ length: 2 * yearsAround + 1 }, (_, index): Band => ({ from: daysUntil(`${first + index}-01-01`), to: daysUntil(`${first + index + 1}-01-01`) - 1 }));
  return [{ from: null, to: years[0]!.from! - 1 }, ...years, { from: years.at(-1)!.to! + 1, to: null }];
}

function daysUntil(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function bandId({ from, to }: Band): string {
  return `${from ?? ""}..${to ?? ""}`;
}

/** The id of the band that a figure falls in; of one beyond them all, the nearest. */
export function bandOf(bands: readonly Band[], held: string): string {
  const value = Number(held);
  const found = bands.find(({ to }) => to === null || value <= to) ?? bands.at(-1);
  return found ? bandId(found) : held;
}
