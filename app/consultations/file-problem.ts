// What is wrong with a file somebody wrote, in words.
import type { z } from "zod";
import type { DefinitionProblemCode } from "#app/forms/definition.ts";
import type { Words } from "#app/shared/words.ts";

type Values = Record<string, string | number>;

/** What can be wrong with a part of a file; the text of each is `consultations:file-problem.<code>`, without its subject. */
export type FilePartProblem = {
  said:
    | "missing"
    | "text"
    | "number"
    | "truth"
    | "list"
    | "object"
    | "unknown-parts"
    | "one-of"
    | "blank"
    | "too-few"
    | "too-much"
    | "not-understood"
    | "main-language"
    | "too-long"
    | "before-opening"
    | "own";
  values?: Values;
};

/** One thing wrong: a problem of the form by its code (`forms:problem.<code>`), or of any other part. */
export type FileProblem = { path: (string | number)[] } & ({ code: DefinitionProblemCode; values?: Values } | FilePartProblem);

/** What a reader of ours found in one part of a file. */
export function problemOf(issue: z.core.$ZodIssue): FileProblem {
  return { path: issue.path.filter((step) => typeof step !== "symbol"), ...partProblem(issue) };
}

function partProblem(issue: z.core.$ZodIssue): FilePartProblem {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined && /received undefined/.test(issue.message)) return { said: "missing" };
      return { said: kinds[issue.expected] ?? "not-understood" };
    case "unrecognized_keys":
      return { said: "unknown-parts", values: { parts: issue.keys.join(", ") } };
    case "invalid_value":
      return { said: "one-of", values: { allowed: issue.values.map(String).join(", ") } };
    case "too_small":
      return issue.origin === "string" ? { said: "blank" } : { said: "too-few", values: { least: Number(issue.minimum) } };
    case "too_big":
      return { said: "too-much", values: { limit: Number(issue.maximum) } };
    default:
      return { said: "not-understood" };
  }
}

const kinds: Record<string, FilePartProblem["said"]> = { string: "text", number: "number", boolean: "truth", array: "list", object: "object", record: "object" };

/** "form.sections[0].questions[2].label: …" */
export function problemInWords(problem: FileProblem, { t }: Pick<Words, "t">): string {
  const way = wayTo(problem.path);
  const what = "said" in problem ? t(`consultations:file-problem.${problem.said}`, problem.values) : t(`forms:problem.${problem.code}`, problem.values);
  return t("forms:left-out.line", { what: way === "" ? t("consultations:file-problem.whole") : way, reason: what });
}

/** The way to a part: "form.sections[0].label"; blank for the whole. */
function wayTo(path: readonly PropertyKey[]): string {
  const way = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return way.replace(/^\./, "");
}
