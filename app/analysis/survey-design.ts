// How those who answered came to answer: in an open consultation they chose themselves, in a sample survey they were drawn by
// chance. Only of a sample can anything be said about those who were not asked.
import { passage, plain } from "#app/shared/typed.ts";

export type SurveyDesign = {
  isSample: boolean;
  /** How the sample was drawn, in the officer's words. */
  drawn: string;
  /** How many it was drawn from; null where that is not known. */
  population: number | null;
};

export const openConsultation: SurveyDesign = { isSample: false, drawn: "", population: null };

/** Characters in which it is said how a sample was drawn. */
export const longestDrawn = 1000;
const largestPopulation = 100_000_000;

/** The words are `tables:design.problem.<code>`. */
export type DesignProblem = { field: "kind" | "drawn" | "population"; code: "kind-missing" | "drawn-missing" | "drawn-too-long" | "population-not-a-number" };

export type TypedDesign = { kind: string; drawn: string; population: string };

/** What was typed as a design; null where something has to be mended. What an open consultation does not need is let go. */
export function readDesign(typed: TypedDesign): { design: SurveyDesign | null; problems: DesignProblem[] } {
  if (typed.kind === "open") return { design: openConsultation, problems: [] };
  if (typed.kind !== "sample") return { design: null, problems: [{ field: "kind", code: "kind-missing" }] };
  const problems: DesignProblem[] = [];
  const drawn = passage(typed.drawn);
  if (drawn === "") problems.push({ field: "drawn", code: "drawn-missing" });
  if (drawn.length > longestDrawn) problems.push({ field: "drawn", code: "drawn-too-long" });
  const written = plain(typed.population).replaceAll(/[ ,]/g, "");
  const population = written === "" ? null : /^[1-9]\d{0,8}$/.test(written) ? Number(written) : Number.NaN;
  if (population !== null && !(population <= largestPopulation)) problems.push({ field: "population", code: "population-not-a-number" });
  return { design: problems.length > 0 ? null : { isSample: true, drawn, population }, problems };
}
