// Addresses of the pages on which officers decide what of people's own words is published.
import { moderationPath } from "#app/consultations/office-paths.ts";

type At = { slug: string };
type Of = { id: string };

export function moderateTextPath(partnership: At, consultation: Of, textId: string): string {
  return `${moderationPath(partnership, consultation)}/${textId}`;
}
