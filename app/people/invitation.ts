// An invitation: who is asked by e-mail to take which roles in a partnership, and for how long its link opens.
import type { Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, readEmail } from "#app/shared/typed.ts";
import { readDetails, type DetailsProblem } from "./account.ts";
import { roles, type Role } from "./role.ts";

export const invitationInDays = 7;

/** From when its letter was written. */
export function invitationExpiresAt(sentAt: Date): Date {
  return new Date(sentAt.getTime() + invitationInDays * 86_400_000);
}

/** What an administrator typed and chose. */
export type InvitationEntries = { name: string; email: string; language: string; roles: string[]; below: boolean; scope: string; consultations: string[] };

/** What an invitation says; the address is in lower case, and an analyst without consultations is one for all. */
export type Invited = { name: string; email: string; language: Language; roles: Role[]; includesBelow: boolean; consultationIds: string[] };

/** The words are `invitations:problem.<code>`. */
export type InvitationProblem =
  | DetailsProblem
  | { field: "email"; code: "email-missing" | "email-malformed" | "email-waiting" }
  | { field: "role"; code: "role-missing" }
  | { field: "scope"; code: "scope-missing" }
  | { field: "consultation"; code: "consultation-missing" };

/** The invitation, its roles in their own order; or everything that is wrong with it. Which consultations is asked of an analyst. */
export function readInvitation(entries: InvitationEntries, offered: readonly string[]): Result<Invited, InvitationProblem[]> {
  const details = readDetails(entries);
  const detailProblems = details.ok ? [] : details.problem;
  const problems: InvitationProblem[] = detailProblems.filter(({ field }) => field === "name");
  const email = readEmail(entries.email)?.toLowerCase();
  if (!email) problems.push({ field: "email", code: line(entries.email) === "" ? "email-missing" : "email-malformed" });
  problems.push(...detailProblems.filter(({ field }) => field === "language"));
  const wanted = roles.filter((role) => entries.roles.includes(role));
  if (wanted.length === 0) problems.push({ field: "role", code: "role-missing" });
  const asksScope = wanted.includes("analyst") && offered.length > 0;
  const consultationIds = asksScope && entries.scope === "chosen" ? offered.filter((id) => entries.consultations.includes(id)) : [];
  if (asksScope && entries.scope !== "all") {
    if (entries.scope !== "chosen") problems.push({ field: "scope", code: "scope-missing" });
    else if (consultationIds.length === 0) problems.push({ field: "consultation", code: "consultation-missing" });
  }
  if (!email || !details.ok || problems.length > 0) return fail(problems);
  return succeed({ ...details.value, email, roles: wanted, includesBelow: entries.below, consultationIds });
}
