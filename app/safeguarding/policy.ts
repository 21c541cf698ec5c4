// Who may do what about an answer that shows somebody at risk. What is raised is seen by the safeguarding contacts alone: no
// role lets anybody in, an administrator's neither.
// Children Act 2004 s.11: arrangements for safeguarding and promoting the welfare of children.
// Care Act 2014 ss.42-45: enquiries about adults at risk, safeguarding boards, and giving them information.
import type { Role } from "#app/people/role.ts";
import { mayEnterResponses, mayReadAnswers } from "#app/consultations/office-policy.ts";

/** [CA 2004 s.11(2); CA 2014 s.42(1)] Whoever meets an answer in their work raises it, without deciding whether the risk is real. */
export function mayRaise(roles: readonly Role[]): boolean {
  return mayReadAnswers(roles) || mayEnterResponses(roles);
}

/** [CA 2004 s.11(2)] The partnership says to whom: an administrator names them, among those who have a role in it. */
export function mayNameContacts(roles: readonly Role[]): boolean {
  return roles.includes("administrator");
}
