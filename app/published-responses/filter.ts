// Which of the published responses somebody reads. All of it stands in the address, so that it can be kept and sent on.
import { isRespondentType, type RespondentType } from "#app/consultations/response.ts";
import { isLanguage, type Language } from "#app/shared/languages.ts";
import { line } from "#app/shared/typed.ts";

export type ResponseFilter = {
  /** Words that what is published of an answer has; "" for all. */
  words: string;
  /** Those that say something to this question in their own words. */
  question: string | null;
  type: RespondentType | null;
  organisation: string | null;
  language: Language | null;
  /** What was answered to the question that says where people live; only where that may be shown. */
  area: string | null;
};

/** Characters that are searched for. */
export const longestSearch = 200;

export function readFilter(search: URLSearchParams): ResponseFilter {
  const given = (name: string, most: number) => line(search.get(name) ?? "").slice(0, most) || null;
  const [type, language] = [search.get("type"), search.get("language")];
  return {
    words: given("q", longestSearch) ?? "",
    question: given("question", 64),
    type: isRespondentType(type) ? type : null,
    organisation: given("organisation", 300),
    language: isLanguage(language) ? language : null,
    area: given("area", 64),
  };
}

export function isFiltered(filter: ResponseFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== "");
}

/** The filter as an address says it, with what else it is to say. */
export function withFilter(path: string, { words, ...filter }: ResponseFilter, more: Record<string, string> = {}): string {
  const said = Object.entries({ q: words, ...filter, ...more }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== "");
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}

/** All there are. */
export const everything: ResponseFilter = { words: "", question: null, type: null, organisation: null, language: null, area: null };
