// What an officer chooses to publish of a consultation: which questions, and which groups of respondents each is broken down by.
import { z } from "zod";
import { chartsOffered, type BarName, type Chart } from "#app/consultations/results.ts";
import { problemOf } from "#app/disclosure/limits.ts";
import { lineKey } from "#app/forms/closed.ts";
import type { FormDefinition, Question } from "#app/forms/definition.ts";
import type { Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { bandId, bandOf, bandsFor, isFigured, type Band, type Figured } from "./bands.ts";
import { equalityVariables } from "#app/consultations/equality-variables.ts";

/** A question whose answers can be counted, with a line for each thing it asks about. */
export type Publishable = { question: Question; lines: PublishableLine[] };
export type PublishableLine = {
  /** What is counted under it: a question's id, or "question.line". */
  key: string;
  about?: Text;
  of: Exclude<Chart["of"], "points"> | "given-points";
  order: Chart["order"];
  values: { id: string; name: BarName | { band: Band; of: Figured } }[];
  /** Of figures: the id of the value that what is held counts under. */
  valueFor?: (held: string) => string;
};

/**
 * The closed questions of every version, and those answered in figures in bands; `year` is the one they are asked in. Words,
 * files and places that people wrote are not published here.
 */
export function publishable(versions: readonly { number: number; definition: FormDefinition }[], year: number): Publishable[] {
  return chartsOffered(versions).flatMap(({ question, asked, charts }) => {
    const lines = isFigured(question) ? figuredLines(question, asked.filter(isFigured), charts, year) : charts.flatMap((chart) => chosenLine(question, chart));
    return lines.length > 0 ? [{ question, lines }] : [];
  });
}

function chosenLine(question: Question, { line, about, of, order, bars }: Chart): PublishableLine[] {
  if (of === "points") return [];
  const key = line === undefined ? question.id : lineKey(question, line);
  return [{ key, of, order, ...(about && { about }), values: bars.map(({ id, name }) => ({ id, name })) }];
}

/** One line of bands; of points, one for each option. */
function figuredLines(question: Figured, asked: readonly Figured[], charts: readonly Chart[], year: number): PublishableLine[] {
  const bands = bandsFor(asked, year);
  const common = {
    ...{ order: "as-given" as const, valueFor: (held: string) => bandOf(bands, held) },
    values: bands.map((band) => ({ id: bandId(band), name: { band, of: question } })),
  };
  if (question.type !== "point-budget") return [{ ...common, key: question.id, of: "answered" }];
  return charts.flatMap(({ bars }) =>
    bars.flatMap(({ id, name }): PublishableLine[] => ("text" in name ? [{ ...common, key: lineKey(question, id), about: name.text, of: "given-points" }] : [])),
  );
}

/** Questions that can say where somebody lives: one answer of several. */
export function areaQuestions(questions: readonly Publishable[]): Publishable[] {
  return questions.filter(({ question }) => question.type === "one-choice");
}

/** How large the areas are that a question names. */
export const areaSizes = ["ward", "above-1000", "smaller"] as const;
export type AreaSize = (typeof areaSizes)[number];

// A ward has thousands; what is known of the others is on which side of the limit they lie.
const populations: Record<AreaSize, number> = { ward: 5000, "above-1000": 1001, smaller: 1000 };

/** How much of a question is published. */
export const extents = ["no", "counts", "tables"] as const;
export type Extent = (typeof extents)[number];

export const choiceSchema = z.object({
  /** Question id to how much of it; one that is not here is not published yet. */
  questions: z.record(z.string(), z.enum(["counts", "tables"])),
  byRespondent: z.boolean(),
  area: z.object({ question: z.string(), size: z.enum(["ward", "above-1000"]) }).nullable(),
  equality: z.array(z.enum(equalityVariables)),
});
export type Choice = z.infer<typeof choiceSchema>;

export const nothingChosen: Choice = { questions: {}, byRespondent: false, area: null, equality: [] };

export type ChoiceProblem = { field: "area" | "size" | "groups" | "questions"; code: "area-unknown" | "size-missing" | "area-too-small" | "no-groups" | "nothing" };

/**
 * What was chosen, or what is wrong with it. Equality questions are left as they were where whoever chooses may not choose
 * them; what the form does not ask is left out.
 */
export function readChoice(typed: URLSearchParams, questions: readonly Publishable[], before: Choice, mayChooseEquality: boolean): Result<Choice, ChoiceProblem[]> {
  const problems: ChoiceProblem[] = [];
  const chosen = questions.flatMap(({ question }) => {
    const extent = typed.get(`question-${question.id}`);
    return extent === "counts" || extent === "tables" ? [[question.id, extent] as const] : [];
  });
  const areaId = typed.get("area") ?? "";
  const isArea = areaQuestions(questions).some(({ question }) => question.id === areaId);
  const size = areaSizes.find((one) => one === typed.get("size"));
  if (areaId !== "" && !isArea) problems.push({ field: "area", code: "area-unknown" });
  if (isArea && size === undefined) problems.push({ field: "size", code: "size-missing" });
  const isTooSmall = isArea && size !== undefined && problemOf({ variables: ["question"], area: { population: populations[size] } }, []) === "area-too-small";
  if (isTooSmall) problems.push({ field: "size", code: "area-too-small" });
  const equality = mayChooseEquality ? equalityVariables.filter((one) => typed.getAll("equality").includes(one)) : before.equality;
  const byRespondent = typed.getAll("groups").includes("respondent");
  const hasGroups = byRespondent || isArea || equality.length > 0;
  if (!hasGroups && chosen.some(([, extent]) => extent === "tables")) problems.push({ field: "groups", code: "no-groups" });
  if (chosen.length === 0 && equality.length === 0) problems.push({ field: "questions", code: "nothing" });
  if (problems.length > 0) return fail(problems);
  const area = isArea && size !== undefined && size !== "smaller" ? { question: areaId, size } : null;
  return succeed({ questions: Object.fromEntries(chosen), byRespondent, area, equality });
}


/** The year in which people were asked, which bands of days lie around. */
export function askedInYear({ opensAt }: { opensAt: Date | null }, now: Date): number {
  return (opensAt ?? now).getUTCFullYear();
}

export function isNothing({ questions, equality }: Choice): boolean {
  return Object.keys(questions).length === 0 && equality.length === 0;
}
