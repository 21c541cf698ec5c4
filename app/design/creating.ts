// A new consultation: what it is called, in which languages it is asked, and which form it begins with.
import { isLanguage, languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { line } from "#app/shared/typed.ts";
import { isTemplate, type Template } from "./templates.ts";

/** What stands in the form, field by field; nothing is lost of what was typed. */
export type CreatingEntries = { titles: Record<string, string>; languages: Language[]; from: string; copied: string };

/** The form it begins with. */
export type Beginning = Template | "blank" | "copy";

/** `field` is where it was typed; the words are `creating:problem.<code>`. */
export type CreatingProblem = { field: string; code: "title-missing" | "title-long" | "languages-missing" | "from-missing" | "copied-missing"; language?: Language };

export type Creating = { title: Text; languages: Language[]; from: Beginning };

export const longestTitle = 200;

/** What was posted, whatever it is. */
export function creatingEntries(posted: URLSearchParams): CreatingEntries {
  return {
    titles: Object.fromEntries(languages.map((language) => [`title-${language}`, posted.get(`title-${language}`) ?? ""])),
    languages: languages.filter((language) => posted.getAll("languages").includes(language)),
    from: posted.get("from") ?? "",
    copied: posted.get("copied") ?? "",
  };
}

function isBeginning(from: string): from is Beginning {
  return from === "blank" || from === "copy" || isTemplate(from);
}

/**
 * The new consultation, or what is wrong. The first language is the one it is written in: that of whoever writes it, where it
 * is among those chosen. A copy has the languages of what it is copied from, `copied`, or null where there is no such thing.
 */
export function readCreating(entries: CreatingEntries, here: Language, copied: readonly Language[] | null): Result<Creating, CreatingProblem[]> {
  const problems: CreatingProblem[] = [];
  const { from } = entries;
  const isCopy = from === "copy";
  const asked = isCopy ? (copied ?? []) : [...entries.languages].sort((a, b) => Number(b === here) - Number(a === here));
  const title = readText("title", entries.titles, line);
  const [main] = asked;
  if (main && title[main] === undefined) problems.push({ field: `title-${main}`, code: "title-missing", language: main });
  for (const field of tooLong("title", title, longestTitle)) {
    const language = field.slice("title-".length);
    problems.push({ field, code: "title-long", ...(isLanguage(language) && { language }) });
  }
  if (!isCopy && asked.length === 0) problems.push({ field: "languages", code: "languages-missing" });
  if (!isBeginning(from)) problems.push({ field: "from", code: "from-missing" });
  if (isCopy && copied === null) problems.push({ field: "copied", code: "copied-missing" });
  return problems.length > 0 || !isBeginning(from) ? fail(problems) : succeed({ title, languages: [...asked], from });
}
