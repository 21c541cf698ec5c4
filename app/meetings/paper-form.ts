// A paper as an officer types it, or the file that was chosen for it.
import type { FileProblem } from "#app/files/file.ts";
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, filled } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage } from "#app/shared/typed.ts";
import type { Paper } from "./paper.ts";

export type PaperDetails = Pick<Paper, "title" | "text" | "lateFor">;

/** In characters. */
export const longestOfPaper = { title: 200, text: 20_000, lateFor: 500 } as const;

/** The types that people can open at home and on a phone. */
export const paperTypes = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text", "text/plain", "text/csv"] as const;

/** The words are `meetings:paper-problem.<code>`; of a file, those of every file. */
export type PaperProblem = { input: string; code: "title-missing" | "long" | "both"; most?: number } | { input: "file"; code: "file"; problem: FileProblem };

export function paperAsTyped(paper: PaperDetails): Entries {
  return { ...textAsTyped("title", paper.title), ...textAsTyped("text", paper.text), ...textAsTyped("lateFor", paper.lateFor) };
}

/** What was typed, or all that is wrong with it: a paper is a text or a file, not both. */
export function readPaper(entries: Entries, hasFile: boolean): Result<PaperDetails, PaperProblem[]> {
  const [title, text, lateFor] = [readText("title", entries, line), readText("text", entries, passage), readText("lateFor", entries, passage)];
  const long = (name: keyof typeof longestOfPaper, said: typeof title) => tooLong(name, said, longestOfPaper[name]).map((input) => ({ input, code: "long" as const, most: longestOfPaper[name] }));
  const problems: PaperProblem[] = [
    ...(filled(title) ? [] : [{ input: `title-${defaultLanguage}`, code: "title-missing" as const }]),
    ...[...long("title", title), ...long("text", text), ...long("lateFor", lateFor)],
    ...(hasFile && filled(text) ? [{ input: "file", code: "both" as const }] : []),
  ];
  return problems.length > 0 ? fail(problems) : succeed({ title, text, lateFor });
}
