// What is said of a picture as the fields it is written in.
import { languages as allLanguages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line } from "#app/shared/typed.ts";
import type { Picture } from "#app/forms/picture.ts";

export type PictureFields = Record<string, string>;
/** The words are `editing:picture.problem.<code>`; `language` is that of the field. */
export type PictureProblem = { field: string; code: "meaning" | "alt" | "too-long"; language?: Language };

/** In characters. */
export const longestWords = { alt: 300, caption: 300 } as const;
const parts = ["alt", "caption"] as const;

export function fieldsOfPicture(picture: Picture | undefined): PictureFields {
  const inEach = parts.flatMap((part) => allLanguages.map((language) => [`${part}-${language}`, picture?.[part]?.[language] ?? ""] as const));
  return { ...Object.fromEntries(inEach), meaning: !picture ? "" : picture.decorative ? "decorative" : "told" };
}

export function pickPictureFields(posted: URLSearchParams): PictureFields {
  return Object.fromEntries(Object.keys(fieldsOfPicture(undefined)).map((name) => [name, (posted.get(name) ?? "").slice(0, 2_000)]));
}

/** What is said of it: an alternative text in every language of the form, or that it is decorative. */
export function readPictureFields(fields: PictureFields, languages: readonly Language[]): Result<Pick<Picture, "alt" | "decorative" | "caption">, PictureProblem[]> {
  const problems: PictureProblem[] = [];
  const read = (part: (typeof parts)[number]): Text => {
    const said = languages.map((language) => [language, line(fields[`${part}-${language}`] ?? "")] as const);
    for (const [language, words] of said) if (words.length > longestWords[part]) problems.push({ field: `${part}-${language}`, code: "too-long", language });
    return Object.fromEntries(said.filter(([, words]) => words !== ""));
  };
  const [alt, caption] = [read("alt"), read("caption")];
  if (fields.meaning !== "told" && fields.meaning !== "decorative") problems.push({ field: "meaning", code: "meaning" });
  const [main = "en"] = languages;
  if (fields.meaning === "told") for (const language of languages) if (alt[language] === undefined) problems.push({ field: `alt-${language}`, code: "alt", language });
  if (Object.keys(caption).length > 0 && caption[main] === undefined) problems.push({ field: `caption-${main}`, code: "alt", language: main });
  if (problems.length > 0) return fail(problems);
  return succeed({ ...(fields.meaning === "told" ? { alt } : { decorative: true as const }), ...(Object.keys(caption).length > 0 && { caption }) });
}
