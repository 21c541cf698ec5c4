// Addresses of the roll and of the letters to those on it, for those who run an election.
import { officeElectionPath } from "./paths.ts";

type At = { slug: string };
type Of = { id: string };
type Query = Record<string, string | null | undefined>;

export function rollPath(partnership: At, election: Of, query: Query = {}): string {
  return officeElectionPath(partnership, election, "roll", query);
}

/** Where a roll of people is brought in. */
export function rollFilePath(partnership: At, election: Of): string {
  return officeElectionPath(partnership, election, "roll/file");
}

export function rollCsvPath(partnership: At, election: Of): string {
  return officeElectionPath(partnership, election, "roll.csv");
}

/** An entry on the roll; a new one without an id. */
export function voterPath(partnership: At, election: Of, id = "new", query: Query = {}): string {
  return officeElectionPath(partnership, election, `roll/${id}`, query);
}

/** Where the poll is prepared. */
export function preparePath(partnership: At, election: Of): string {
  return officeElectionPath(partnership, election, "prepare");
}

/** How far the letters with codes have come, and reminders. */
export function codeLettersPath(partnership: At, election: Of, query: Query = {}): string {
  return officeElectionPath(partnership, election, "letters", query);
}

/** Letters to be printed; those of one voter where one is named. */
export function printPath(partnership: At, election: Of, query: Query = {}): string {
  return officeElectionPath(partnership, election, "letters/print", query);
}
