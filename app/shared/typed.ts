// What people type wherever they type it, understood with stray spaces, separators and other scripts' digits: numbers, money, days and
// times, links, e-mail addresses, lines and passages.

import { languages, type Language } from "./languages.ts";

// The first of the ten digits of each script our residents may type: full-width, Arabic, Urdu, Hindi, Bengali, Punjabi, Gujarati.
const zeros = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6];

function latinDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((candidate) => code >= candidate && code < candidate + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** Latin digits and letters, no spaces at the ends, no invisible direction marks. */
export function plain(typed: string): string {
  return latinDigits(typed.normalize("NFKC"))
    .replace(/\p{Format}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

// Marks that turn the direction of what follows, and could make one name read as another.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line without control characters; marks that join or part letters stay, because Urdu needs them. */
export function line(typed: string): string {
  return typed.normalize("NFC").replace(turning, "").replace(/[\p{Cc}\s]+/gu, " ").trim();
}

/** The same for running text, in which blank lines part paragraphs. */
export function passage(typed: string): string {
  return typed.split(/\r?\n|\r/).map(line).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** A telephone number as it was written; undefined when it cannot be one. */
export function readTelephone(typed: string): string | undefined {
  const number = plain(typed);
  return /^[+(]?[\d ()+-]{5,30}$/.test(number) && number.replace(/\D/g, "").length >= 5 ? number : undefined;
}

/** An e-mail address without stray spaces; undefined when it cannot be one. */
export function readEmail(typed: string): string | undefined {
  const text = plain(typed).replace(/\s/g, "").replace(/^mailto:/i, "").replace(/^<(.*)>$/, "$1");
  const isAddress = text.length <= 254 && /^[^@\s<>(),;:"\\]{1,64}@[^@\s<>(),;:"\\.]+(\.[^@\s<>(),;:"\\.]+)+$/.test(text);
  return isAddress && !/^\.|\.\.|\.@/.test(text) ? text : undefined;
}

/** In characters. */
export const longestLink = 500;

/** An address of the web that begins with https and has no name or password in it; undefined otherwise. */
export function readLink(typed: string): string | undefined {
  const text = plain(typed);
  if (!URL.canParse(text) || [...text].length > longestLink) return undefined;
  const { protocol, username, password, hostname, href } = new URL(text);
  return protocol === "https:" && username === "" && password === "" && hostname.includes(".") ? href : undefined;
}

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

/** "23:59", "9:00", "17.30", "5pm" or "5:30 pm" as "17:30"; undefined when it is no time of day. */
export function readTime(typed: string): string | undefined {
  const [, hours = "", minutes = "00", half] = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/.exec(plain(typed).toLowerCase()) ?? [];
  const hour = Number(hours);
  if (hours === "" || Number(minutes) > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  const ofDay = half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour;
  return `${String(ofDay).padStart(2, "0")}:${minutes}`;
}

// As people call the languages, each in the languages we speak.
const languageWords: Record<Language, readonly string[]> = {
  en: ["en", "english", "saesneg", "انگریزی"],
  cy: ["cy", "welsh", "cymraeg", "ویلش"],
  ur: ["ur", "urdu", "wrdw", "اردو", "اُردو"],
};

/** "Welsh", "Cymraeg" or "cy" as the language it is; undefined where it is none of ours. */
export function readLanguage(typed: string): Language | undefined {
  const said = line(typed).toLowerCase();
  return languages.find((language) => languageWords[language].includes(said));
}
