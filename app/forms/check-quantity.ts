// Answers that are figures: numbers, money and dates.
import type { AnswerErrorCode, Fault } from "./answer.ts";
import { entryOf, type Entries } from "./entries.ts";
import type { QuestionOf } from "./question.ts";
import { plain, readDate, readNumber, readPence } from "#app/shared/typed.ts";

// The counts kept of all answers add up whole steps (pence, or the last decimal place): ten thousand million steps an
// answer keeps the sum of 900,000 answers exact.
const mostSteps = 10_000_000_000;

export function checkNumber(question: QuestionOf<"number">, typed: string, fault: Fault): number | null {
  if (plain(typed) === "") return null;
  const { decimals = 0 } = question;
  const furthest = mostSteps / 10 ** decimals;
  const { min = -furthest, max = furthest } = question;
  const read = readNumber(typed);
  if (!read) return fault("number-not-understood");
  if (read.decimals > decimals) return fault(decimals === 0 ? "number-not-whole" : "number-too-fine", { count: decimals });
  if (read.value < Math.max(min, -furthest)) return fault("number-too-small", { min: Math.max(min, -furthest) });
  if (read.value > Math.min(max, furthest)) return fault("number-too-big", { max: Math.min(max, furthest) });
  return read.value;
}

export function checkMoney(question: QuestionOf<"money">, typed: string, fault: Fault): number | null {
  if (plain(typed) === "") return null;
  const { min = 0, max = mostSteps } = question;
  const pence = readPence(typed);
  if (pence === undefined) return fault("money-not-understood");
  if (pence < min) return fault("money-too-little", { minInPence: min });
  if (pence > max) return fault("money-too-much", { maxInPence: max });
  return pence;
}

const dateParts = ["day", "month", "year"] as const;

const lackingCodes: Record<string, AnswerErrorCode> = {
  day: "date-without-day",
  month: "date-without-month",
  year: "date-without-year",
  "day month": "date-without-day-and-month",
  "day year": "date-without-day-and-year",
  "month year": "date-without-month-and-year",
};

export function checkDate(question: QuestionOf<"date">, entries: Entries, fault: Fault): string | null {
  const [day = "", month = "", year = ""] = dateParts.map((part) => entryOf(entries, `${question.id}.${part}`));
  const lacking = dateParts.filter((_, index) => plain([day, month, year][index] ?? "") === "");
  if (lacking.length === dateParts.length) return null;
  const lackingCode = lackingCodes[lacking.join(" ")];
  if (lackingCode) return fault(lackingCode, {}, lacking[0]);
  const date = readDate(day, month, year);
  if (date === undefined) return fault("date-not-real");
  if (question.earliest !== undefined && date < question.earliest) return fault("date-too-early", { earliest: question.earliest });
  if (question.latest !== undefined && date > question.latest) return fault("date-too-late", { latest: question.latest });
  return date;
}
