// Residents who put themselves on the roll of an election in which people vote: where the election lets them, until when, and what they say. [D2]
import type { Entries } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage } from "#app/shared/typed.ts";
import { mayWithdraw, stateOf, type ElectionHead, type Standing } from "./election.ts";
import { readVoter, type VoterHead, type VoterProblem } from "./roll.ts";

type Lets = Pick<ElectionHead, "electorate" | "registering">;

/** Whether an election lets residents put themselves on its roll at all. */
export function letsRegister({ electorate, registering }: Lets): boolean {
  return electorate === "people" && registering === "residents";
}

/**
 * Whether they may now: from the notice until nominations close, so that the returning officer has the days until the poll to look at
 * whoever came. The qualifying date, which is before the notice, is for those whom a file brings. Local policy.
 */
export function mayRegister(election: Lets, standing: Standing, now: Date): boolean {
  const state = stateOf(standing, now);
  return letsRegister(election) && (state === "notice-published" || state === "nominations-open");
}

/** Whether the letter may still be answered: as long as candidates may withdraw, because a letter takes its time. */
export function mayConfirmRegistration(election: Lets, standing: Standing, now: Date): boolean {
  return letsRegister(election) && mayWithdraw(standing, now);
}

/** Days after which a letter that nobody answered opens nothing any more. Local policy. */
export const confirmInDays = 7;

/** So many of one household may come onto the roll by one e-mail address; more are for the returning officer to enter. Local policy. */
export const mostOfOneAddress = 6;

/** Inputs of the form; the words are `register:field.<field>`. */
export const registrationFields = ["name", "email", "post", "language", "declares"] as const;

/** The words are `register:problem.<code>`. */
export type RegistrationProblem = { field: string; code: VoterProblem["code"] | "reach-missing" | "declare-missing"; most?: number };

/** What somebody typed, or all that is wrong with it: a name, one way at least to reach them, and that they declare to live there. */
export function readRegistration(entries: Entries): Result<VoterHead, RegistrationProblem[]> {
  const read = readVoter({ ...entries, reason: "" }, "people");
  const problems: RegistrationProblem[] = read.ok ? [] : [...read.problem];
  if (line(entries.email ?? "") === "" && passage(entries.post ?? "") === "") problems.push({ field: "email", code: "reach-missing" });
  if (entries.declares !== "yes") problems.push({ field: "declares", code: "declare-missing" });
  if (!read.ok || problems.length > 0) return fail(problems);
  const { reason: _, ...head } = read.value;
  return succeed(head);
}

/** Whether two postal addresses are one, however they are broken into lines. */
export function isSameAddress(one: string, other: string): boolean {
  const bare = (address: string) => address.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return bare(one) === bare(other);
}
