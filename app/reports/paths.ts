// Addresses of a report: for everybody, and for those who write it.
import { officeReportPath } from "#app/consultations/office-paths.ts";
import { reportPath } from "#app/consultations/paths.ts";

type At = { slug: string };
type Of = { id: string };

/** One version, whatever was published after it. */
export function reportVersionPath(partnership: At, consultation: Of, { number }: { number: number }): string {
  return `${reportPath(partnership, consultation)}/versions/${number}`;
}

/** One section, to be written in. */
export function officeSectionPath(partnership: At, consultation: Of, key: string): string {
  return `${officeReportPath(partnership, consultation)}/sections/${key}`;
}

/** All of it, as everybody would read it. */
export function reportPreviewPath(partnership: At, consultation: Of): string {
  return `${officeReportPath(partnership, consultation)}/preview`;
}

/** What may be quoted of the answers to a question. */
export function quotesPath(partnership: At, consultation: Of, questionId: string): string {
  return `${officeReportPath(partnership, consultation)}/quotes/${questionId}`;
}
