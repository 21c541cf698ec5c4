// How numbers, dates and money read in each language. Node knows every language here; a phone's browser does not know
// Welsh, so pages that hydrate receive these as strings.
import { directionOf, type Language } from "./languages.ts";

const locales: Record<Language, string> = { en: "en-GB", cy: "cy-GB", ur: "ur-PK-u-ca-gregory-nu-latn" };

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>();

function keep<Format extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>(key: string, make: () => Format): Format {
  const found = kept.get(key) as Format | undefined;
  if (found) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A number with the language's own grouping, in Latin digits in every language. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  return keep(`n${decimals}${language}`, () =>
    new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  ).format(value);
}

/** Set apart where words run from the right, because a sign beside the digits would else change sides after one of those words. */
function apart(language: Language, figure: string): string {
  return directionOf(language) === "rtl" ? `\u2066${figure}\u2069` : figure;
}

/** A share of a base as a whole percentage, e.g. "27%"; "<1%" for some and ">99%" for not all. The base must stand beside it on the page. */
export function formatShare(language: Language, part: number, base: number): string {
  const format = keep(`p${language}`, () => new Intl.NumberFormat(locales[language], { style: "percent" }));
  const share = base === 0 ? 0 : part / base;
  if (share > 0 && share < 0.005) return apart(language, `<${format.format(0.01)}`);
  if (share < 1 && share >= 0.995) return apart(language, `>${format.format(0.99)}`);
  return apart(language, format.format(share));
}

/** Integer pence as pounds: "£12.50", and "£12" where the pence are nil. */
export function formatMoney(language: Language, pence: number): string {
  const decimals = pence % 100 === 0 ? 0 : 2;
  const format = keep(`m${decimals}${language}`, () =>
    new Intl.NumberFormat(locales[language], {
      style: "currency",
      currency: "GBP",
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
  );
  return apart(language, format.format(pence / 100));
}

/** A date ("2006-03-03") in words: "3 March 2006". */
export function formatDate(language: Language, date: string): string {
  return keep(`d${language}`, () =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }),
  ).format(new Date(`${date}T00:00:00Z`));
}

/** An instant as date and time of day in Europe/London: "3 March 2006 at 23:59". */
export function formatInstant(language: Language, instant: Date): string {
  return keep(`i${language}`, () =>
    new Intl.DateTimeFormat(locales[language], {
      dateStyle: "long",
      timeStyle: "short",
      hourCycle: "h23",
      timeZone: "Europe/London",
    }),
  ).format(instant);
}

/** All of several: "A, B and C". */
export function formatList(language: Language, parts: readonly string[]): string {
  const said = keep(`l${language}`, () => new Intl.ListFormat(locales[language], { type: "conjunction" })).format(parts);
  // because Welsh says "ac" before a vowel and "a" before all else, and the platform leaves that to the reader
  return language === "cy" ? said.replace(/ a\(c\) (?=[\u2066-\u2068]?(..?))/gu, (_, next: string) => (/^(?:[aeiou]|[wy](?![aeiouwy]))/i.test(next.normalize("NFD")) ? " ac " : " a ")) : said;
}

/** Several beside each other, of which each may have commas of its own: "A; B, and C; D". */
export function formatSeveral(language: Language, parts: readonly string[]): string {
  return parts.join(language === "ur" ? "؛ " : "; ");
}

/** One of several: "A, B or C". */
export function formatChoice(language: Language, parts: readonly string[]): string {
  return keep(`c${language}`, () => new Intl.ListFormat(locales[language], { type: "disjunction" })).format(parts);
}
