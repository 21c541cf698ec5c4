// Addresses of entering responses.
import { entriesPath, flagsPath } from "#app/consultations/office-paths.ts";

type At = { slug: string };
type Of = { id: string };

/** How a response came and from whom: of a new one, or of one being entered. */
export function entryDetailsPath(partnership: At, consultation: Of, entryId?: string): string {
  const start = `${entriesPath(partnership, consultation)}/details`;
  return entryId === undefined ? start : `${start}/${entryId}`;
}

/** A section of the form. */
export function entrySectionPath(partnership: At, consultation: Of, entryId: string, sectionId: string): string {
  return `${entriesPath(partnership, consultation)}/sections/${entryId}/${sectionId}`;
}

/** Everything that was entered, to be looked through and saved. */
export function entryCheckPath(partnership: At, consultation: Of, entryId: string): string {
  return `${entriesPath(partnership, consultation)}/check/${entryId}`;
}

/** Responses that a second person enters again. */
export function againPath(partnership: At, consultation: Of): string {
  return `${entriesPath(partnership, consultation)}/again`;
}

/** Where two entries of one paper differ, to be settled. */
export function differencesPath(partnership: At, consultation: Of, responseId: string): string {
  return `${againPath(partnership, consultation)}/${responseId}`;
}

/** One flag with the responses it is about. */
export function flagPath(partnership: At, consultation: Of, flagId: string): string {
  return `${flagsPath(partnership, consultation)}/${flagId}`;
}
