// Addresses of safeguarding. Those of raising an answer and of naming the contacts are where others link to them from.
import { safeguardingPath } from "#app/partnerships/paths.ts";

/** One answer that was raised, for the contacts alone. */
export function casePath(partnership: { slug: string }, caseId: string): string {
  return `${safeguardingPath(partnership)}/cases/${caseId}`;
}
