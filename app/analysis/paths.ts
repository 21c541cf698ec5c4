// Addresses of the pages on which officers analyse what came in.
import { analysisPath } from "#app/consultations/office-paths.ts";

type At = { slug: string };
type Of = { id: string };

/** One set: who is included, who is not and why, and how it differs from the one before. */
export function setPath(partnership: At, consultation: Of, { number }: { number: number }): string {
  return `${analysisPath(partnership, consultation)}/sets/${number}`;
}

/** One question by another in a set; the file of the same ends in .csv. */
export function setTablesPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/tables`;
}

/** How people came to answer: drawn by chance, or by their own choice. */
export function surveyDesignPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/design`;
}
