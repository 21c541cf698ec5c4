// Who runs an election and who watches over it, as an officer chooses them among people with an account.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { FormProblem } from "./election-form.ts";
import { whyNotReturning, type ReturningCandidate, type WhyNotReturning } from "./policy.ts";

export const officerUnits: readonly Unit[] = [["returning"], ["scrutineers"]];

export type Choosable = ReturningCandidate & { id: string; name: string };
export type Nominated = { email: string; organisationId: string | null; supporterIds: readonly string[] };
export type Chosen = { returningOfficerId: string | null; scrutineerIds: string[] };

/** Whom a form names, or why they cannot be it. Several scrutineers are one input, their ids parted by spaces. */
export function readOfficers(entries: Entries, people: readonly Choosable[], nominations: readonly Nominated[]): Result<Chosen, FormProblem[]> {
  const problems: FormProblem[] = [];
  const ticked = (entries.scrutineers ?? "").split(" ");
  const scrutineers = people.filter(({ id }) => ticked.includes(id));
  const returning = people.find(({ id }) => id === entries.returning) ?? null;
  const why: WhyNotReturning | null = returning && whyNotReturning(returning, { scrutineerIds: scrutineers.map(({ id }) => id), nominations });
  if (why) problems.push({ field: "returning", code: `returning-${why}` });
  if (scrutineers.some(({ email }) => nominations.some((one) => one.email === email))) problems.push({ field: "scrutineers", code: "scrutineer-stands" });
  return problems.length > 0 ? fail(problems) : succeed({ returningOfficerId: returning?.id ?? null, scrutineerIds: scrutineers.map(({ id }) => id) });
}

/** Officers as they would be chosen, to be changed; scrutineers in the order of the people. */
export function officersAsTyped({ returningOfficerId, scrutineerIds }: { returningOfficerId: string | null; scrutineerIds: readonly string[] }, people: readonly Choosable[]): Entries {
  return { returning: returningOfficerId ?? "", scrutineers: people.filter(({ id }) => scrutineerIds.includes(id)).map(({ id }) => id).join(" ") };
}
