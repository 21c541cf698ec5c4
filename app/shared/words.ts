// What a page, a letter or an export needs to speak one language.
import { formatDate, formatInstant, formatList, formatMoney, formatNumber, formatSeveral, formatShare } from "./formats.ts";
import { directionOf, type Direction, type Language } from "./languages.ts";

/** Looks a text up by "subject:dotted.path" and fills its {{values}}; `count` chooses the plural. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export type Words = {
  language: Language;
  direction: Direction;
  t: Translate;
  number: (value: number, decimals?: number) => string;
  share: (part: number, base: number) => string;
  money: (pence: number) => string;
  date: (date: string) => string;
  instant: (instant: Date) => string;
  /** All of several in a sentence: "A, B and C". */
  list: (parts: readonly string[]) => string;
  /** Several beside each other, of which each may have commas of its own. */
  several: (parts: readonly string[]) => string;
};

/** A language's words from its way of looking texts up. */
export function makeWords(language: Language, t: Translate): Words {
  return {
    language,
    direction: directionOf(language),
    t,
    number: (value, decimals) => formatNumber(language, value, decimals),
    share: (part, base) => formatShare(language, part, base),
    money: (pence) => formatMoney(language, pence),
    date: (date) => formatDate(language, date),
    instant: (instant) => formatInstant(language, instant),
    list: (parts) => formatList(language, parts),
    several: (parts) => formatSeveral(language, parts),
  };
}
