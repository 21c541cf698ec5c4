// Which version of the questions a paper was printed from: people send in what they took away before the questions changed.
import { dayOf } from "#app/shared/dates.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** A published version of the form. */
export type AskedVersion = { number: number; publishedAt: Date };

/** The text is `intake:problem.<code>`. */
export type VersionProblem = "version-unknown" | "version-later";

/**
 * The number of the version, of those given newest first; the newest where none is said. One that was first asked after the day
 * the paper came is not what it was printed from.
 */
export function readAskedVersion(typed: string, versions: readonly AskedVersion[], receivedOn: string | null): Result<number, VersionProblem> {
  const version = typed === "" ? versions[0] : versions.find(({ number }) => String(number) === typed);
  if (!version) return fail("version-unknown");
  const isFirst = version === versions.at(-1);
  return !isFirst && receivedOn !== null && receivedOn < dayOf(version.publishedAt) ? fail("version-later") : succeed(version.number);
}
