// Understands what people type: numbers, money, dates, e-mail addresses and telephone numbers, forgiving stray spaces,
// separators and other scripts' digits.

import { plain } from "#app/shared/typed.ts";

export { plain, readEmail } from "#app/shared/typed.ts";

export type NumberRead = { value: number; decimals: number };

/** "1,200", "−3.50", "۱۲" or "1 200" as a number and its decimal places; undefined when it is not a number. */
export function readNumber(typed: string): NumberRead | undefined {
  const text = plain(typed)
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\u066b/g, ".")
    .replace(/[\u066c'\u2019]/g, ",")
    .replace(/ /g, "");
  // Groups of two are how thousands are written in South Asia: 1,20,000.
  const found = /^([+-]?)(\d{1,15}|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.(\d{0,15}))?$/.exec(text);
  const [, sign = "", whole = "", fraction = ""] = found ?? [];
  if (!found || (whole === "" && fraction === "")) return undefined;
  const decimals = fraction.replace(/0+$/, "").length;
  const value = Number(`${sign}${whole.replaceAll(",", "") || "0"}.${fraction || "0"}`);
  return { value: value === 0 ? 0 : value, decimals };
}

/** "£1,200", "1200.50" or "GBP 12" in pence; undefined when it is not an amount of pounds and pence. */
export function readPence(typed: string): number | undefined {
  const text = plain(typed)
    .replace(/£|\bGBP\b|\bpounds?\b/gi, "")
    .trim();
  const read = readNumber(text);
  return read === undefined || read.decimals > 2 ? undefined : Math.round(read.value * 100);
}

const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (daysInMonths[month - 1] ?? 0);
}

/** Whether a YYYY-MM-DD is a day of the calendar. */
export function isRealDate(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined) return false;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

// As each language's months begin.
const monthNames = [
  ["jan", "ion", "جنوری"],
  ["feb", "chw", "فروری"],
  ["mar", "maw", "مارچ"],
  ["apr", "ebr", "اپریل"],
  ["may", "mai", "مئی"],
  ["jun", "meh", "جون"],
  ["jul", "gor", "جولائی"],
  ["aug", "aws", "اگست"],
  ["sep", "med", "ستمبر"],
  ["oct", "hyd", "اکتوبر"],
  ["nov", "tach", "نومبر"],
  ["dec", "rhag", "دسمبر"],
];

/** Day, month ("3", "03", "March", "mawrth") and four-figure year as YYYY-MM-DD; undefined when there is no such day. */
export function readDate(day: string, month: string, year: string): string | undefined {
  const name = plain(month).toLowerCase();
  const named = monthNames.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1;
  const monthNumber = named > 0 ? String(named) : name;
  const dayNumber = plain(day);
  if (!/^\d{1,2}$/.test(dayNumber) || !/^\d{1,2}$/.test(monthNumber) || !/^\d{4}$/.test(plain(year))) return undefined;
  const date = `${plain(year)}-${monthNumber.padStart(2, "0")}-${dayNumber.padStart(2, "0")}`;
  return isRealDate(date) ? date : undefined;
}

/** A date, "2006-03-03", as it would be typed; nothing in each part where there is none. */
export function dateAsTyped(date: string | null): { day: string; month: string; year: string } {
  const [year = "", month = "", day = ""] = date?.split("-") ?? [];
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** A telephone number with single spaces; undefined unless it has 7 to 15 digits, an extension apart. */
export function readTelephone(typed: string): string | undefined {
  const text = plain(typed).replace(/[().\-\u2010-\u2015/]/g, " ").replace(/\s+/g, " ").trim();
  const [, number = ""] = /^(\+?[\d ]+?)(?: ?(?:ext|extension|x|est) ?\d{1,6})?$/i.exec(text) ?? [];
  const digits = number.replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15 ? text : undefined;
}
