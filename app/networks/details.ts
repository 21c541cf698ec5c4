// Who votes for a member and in which parts of the network it is, as a form types it.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { delegateAsTyped, delegateFields, delegateInput, delegateRoles, readDelegate, type DelegateHead, type DelegateProblem, type DelegateRole } from "./delegate.ts";

export type Details = Record<DelegateRole, DelegateHead | null> & { constituencies: string[] };

/** The inputs; parts of the network are one input, their ids parted by spaces. */
export const detailUnits: readonly Unit[] = [...delegateRoles.flatMap((role) => delegateFields.map((field) => [delegateInput(role, field)])), ["constituencies"]];

/** What was typed, or all that is wrong with it. `parts` are those the network has. */
export function readDetails(entries: Entries, parts: readonly string[]): Result<Details, DelegateProblem[]> {
  const [delegate, deputy] = [readDelegate("delegate", entries), readDelegate("deputy", entries)];
  if (!delegate.ok || !deputy.ok) return fail([...(delegate.ok ? [] : delegate.problem), ...(deputy.ok ? [] : deputy.problem)]);
  const chosen = (entries.constituencies ?? "").split(" ");
  return succeed({ delegate: delegate.value, deputy: deputy.value, constituencies: parts.filter((id) => chosen.includes(id)) });
}

/** The details as they would be typed, to be changed. */
export function detailsAsTyped(details: Details | null): Entries {
  return { ...delegateAsTyped("delegate", details?.delegate ?? null), ...delegateAsTyped("deputy", details?.deputy ?? null), constituencies: details?.constituencies.join(" ") ?? "" };
}
