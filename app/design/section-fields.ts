// A section's heading, introduction and layout as the fields they are written in.
import type { Section } from "#app/forms/definition.ts";
import { languages as allLanguages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage } from "#app/shared/typed.ts";
import type { SectionHead } from "./edit.ts";
import type { Fields } from "./question-parts.ts";
import type { FieldProblem } from "./read-question.ts";

export const layouts = ["one-page", "one-question-a-page"] as const;

const longestText = 20_000;

export function fieldsOfSection({ heading, intro, layout }: Pick<Section, "heading" | "intro" | "layout">, languages: readonly Language[] = allLanguages): Fields {
  const inEach = (name: string, text: Text | undefined) => languages.map((language) => [`${name}-${language}`, text?.[language] ?? ""]);
  return Object.fromEntries([...inEach("heading", heading), ...inEach("intro", intro), ["layout", layout]].filter(([, value]) => value !== "")) as Fields;
}

/** The head that the fields say; what is in languages that the form has not stays as it was. */
export function readSection(fields: Fields, languages: readonly Language[], before?: SectionHead): Result<SectionHead, FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const [main = "en"] = languages;
  const read = (name: "heading" | "intro", tidy: (typed: string) => string, isNeeded: boolean): Text => {
    const was = before?.[name];
    const text: Text = { ...was };
    for (const language of languages) {
      const typed = fields[`${name}-${language}`] ?? "";
      const words = typed === was?.[language] ? typed : tidy(typed);
      if (words.length > longestText) problems.push({ field: `${name}-${language}`, code: "too-long", values: { most: longestText } });
      delete text[language];
      if (words.trim() !== "") text[language] = words;
    }
    if (text[main] === undefined && (isNeeded || Object.keys(text).length > 0)) problems.push({ field: `${name}-${main}`, code: "needed" });
    return text;
  };
  const heading = read("heading", line, true);
  const intro = read("intro", passage, false);
  if (problems.length > 0) return fail(problems);
  const layout = layouts.find((one) => one === fields.layout) ?? before?.layout ?? "one-page";
  return succeed({ heading, ...(Object.keys(intro).length > 0 && { intro }), layout });
}
