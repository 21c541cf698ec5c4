// Addresses of a partnership's pages about personal data.
import { officePath } from "#app/partnerships/paths.ts";

type At = { slug: string };

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The retention clock: what goes when, what went; consultations from the one after `after` on, runs from the one before `before` back. */
export function retentionPath(partnership: At, query: { after?: string | null; before?: string | null; done?: string } = {}): string {
  return withQuery(`${officePath(partnership)}/privacy/retention`, query);
}

/** Where the clock of a consultation is held, or let run again. */
export function holdPath(partnership: At, consultation: { id: string }): string {
  return `${retentionPath(partnership)}/${consultation.id}`;
}
