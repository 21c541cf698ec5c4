// Addresses of consultations and of responding to them.
import { partnershipPath } from "#app/partnerships/paths.ts";

type At = { slug: string };

export function consultationsPath(partnership: At): string {
  return `${partnershipPath(partnership)}/consultations`;
}

export function consultationPath(partnership: At, consultation: { id: string }): string {
  return `${consultationsPath(partnership)}/${consultation.id}`;
}

/** Where responding begins. */
export function respondPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/respond`;
}

/** One page of questions. */
export function questionsPath(partnership: At, consultation: { id: string }, pageId: string): string {
  return `${respondPath(partnership, consultation)}/questions/${pageId}`;
}

/** The officers' pages of a partnership. */
export function officePath(partnership: At): string {
  return `${partnershipPath(partnership)}/office`;
}

export function officeConsultationPath(partnership: At, consultation: { id: string }): string {
  return `${officePath(partnership)}/consultations/${consultation.id}`;
}

export function resultsPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/results`;
}
