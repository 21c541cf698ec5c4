// An e-mail address asked for on a page of its own, as it was typed.
import { readEmail } from "#app/shared/typed.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export type EmailProblem = "missing" | "malformed";

/** The address in lower case, or what is wrong with it: the text is `consultations:email.<problem>`. */
export function readEmailField(typed: string): Result<string, EmailProblem> {
  if (typed.trim() === "") return fail("missing");
  const email = readEmail(typed);
  return email === undefined ? fail("malformed") : succeed(email.toLowerCase());
}
