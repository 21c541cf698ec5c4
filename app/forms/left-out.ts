// What of another program's form is not carried over, or not whole, and why: reasons by their code, told in the reader's words.
import type { Words } from "#app/shared/words.ts";
import type { DefinitionProblemCode } from "./definition.ts";

/** Every reason; its text is `forms:left-out.<code>`. */
export const reasonCodes = [
  // shown to everybody here, because its condition …
  ...(["condition-deep", "condition-empty", "condition-later", "condition-personal", "condition-statement", "condition-option"] as const),
  ...(["condition-text", "condition-not-number", "condition-absent", "condition-circle", "condition-formula", "condition-unknown"] as const),
  ...(["condition-days", "condition-operator", "condition-no-number", "condition-never", "condition-tangled", "condition-box"] as const),
  // the form as a whole, and its pages
  ...(["language", "beyond-sections", "beyond-questions", "leads-back", "leads-nowhere", "leads-away", "unreachable", "no-group"] as const),
  ...(["page-repeats", "page-ends", "page-calls", "page-own", "page-links", "page-beside", "page-random", "never-shown", "ends-for"] as const),
  ...(["sends-on", "signs-in", "sent-page", "phase", "feedback", "visitors", "contact", "privacy", "copy", "no-check", "switched", "session"] as const),
  ...(["pays", "quota", "marks", "prefilled", "letters", "kept-more", "follows-on", "long-summary"] as const),
  // wording
  ...(["lost-picture", "lost-script", "lost-table", "lost-film", "lost-fields", "takes-answer", "own-errors", "tip"] as const),
  // a question
  ...(["kind-unknown", "hidden", "worked-out", "language-question", "numbers-table", "texts-table", "birth", "insurance"] as const),
  ...(["pattern", "formula", "limit-formula", "days-from-today", "date-limit", "least-characters", "least-answers", "most-ranked", "sum", "digits"] as const),
  ...(["month", "time", "day-and-time", "web-address", "several-files", "least-files", "file-kinds", "file-words", "one-shape", "map-limits"] as const),
  ...(["prefix", "suffix", "placeholder", "title-too", "abroad", "lookup", "several-answers", "asks-again", "no-wording", "timed", "random-order"] as const),
  ...(["filter-shows", "filter-hides", "option-some", "opens-under", "alone-several", "comment-boxes", "other-needed", "headings", "picture-options"] as const),
  ...(["setting-unknown", "table-unknown"] as const),
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

type Values = Record<string, string | number>;

/** A reason, or the problem that our own check finds in it. */
export type Why = { code: ReasonCode; values?: Values } | { problem: DefinitionProblemCode; values?: Values };

/** `what` is what the part is called in the file. */
export type LeftOut = { what: string; why: Why };

/** Lists one more reason about one part. */
export type Tell = (code: ReasonCode, values?: Values) => void;

/** Why nothing at all can be made of a file; its text is `forms:refused.<code>`. */
export type Refused = {
  code:
    | "too-big"
    | "program-unknown"
    | "languages"
    | "too-many-pages"
    | "too-many-questions"
    | "no-question"
    | "not-ours"
    | "other-lime"
    | "xml-declares"
    | "xml-broken"
    | "xml-deep"
    | "xml-many";
  values?: Values;
};

/** One line: the part and why. */
export function leftOutInWords({ what, why }: LeftOut, { t }: Pick<Words, "t">): string {
  const reason =
    "problem" in why ? t("forms:left-out.not-ours", { problem: t(`forms:problem.${why.problem}`, why.values) }) : t(`forms:left-out.${why.code}`, why.values);
  return t("forms:left-out.line", { what, reason });
}

/** Why a file is refused, in a sentence. */
export function refusedInWords({ code, values }: Refused, { t }: Pick<Words, "t">): string {
  return t(`forms:refused.${code}`, values);
}
