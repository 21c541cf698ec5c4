// A request of somebody about what is held of them, and its clock.
// Source: UK GDPR Art 12(3): one month from receipt, and two more where it is complex, told within the first.
import { addMonths } from "#app/shared/dates.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, readDate } from "#app/shared/typed.ts";
import { workingDayFrom } from "#app/shared/working-days.ts";

/** A copy (Art 15), correction (16), erasure (17) and objection (21); the words are `privacy:request.kind.<kind>`. */
export const requestKinds = ["access", "correction", "erasure", "objection"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What became of it; the words are `privacy:request.decision.<decision>`. */
export const decisions = ["done", "partly", "refused", "dropped"] as const;
export type Decision = (typeof decisions)[number];

export function isRequestKind(value: unknown): value is RequestKind {
  return requestKinds.some((kind) => kind === value);
}

export function isDecision(value: unknown): value is Decision {
  return decisions.some((decision) => decision === value);
}

/** Which decisions the person must be told the reason of. [Art 12(4)] */
export function needsReason(decision: Decision): boolean {
  return decision === "partly" || decision === "refused";
}

/**
 * The last day to answer on: the day of receipt one month on, or three, and the last of the month where it has no such day; from
 * a weekend or a bank holiday it moves to the next working day. [Regulation 1182/71 Art 3(4)]
 */
export function dueOn(receivedOn: string, isExtended: boolean): string {
  return workingDayFrom(addMonths(receivedOn, isExtended ? 3 : 1));
}

/** Two more months may be taken once, while the first still runs. */
export function mayExtend({ receivedOn, isExtended, isDecided }: { receivedOn: string; isExtended: boolean; isDecided: boolean }, today: string): boolean {
  return !isExtended && !isDecided && today <= dueOn(receivedOn, false);
}

export const longestReason = 500;
const longestFileNumber = 60;

export type RequestEntries = { kind: string; day: string; month: string; year: string; fileNumber: string };
export type NewRequest = { kind: RequestKind; receivedOn: string; fileNumber: string | null };
/** The words are `privacy:request.problem.<code>`. */
export type RequestProblem = { field: "kind" | "received" | "fileNumber"; code: "kind-missing" | "date-wrong" | "date-future" | "file-number-long" };

/** What was entered of a request, or everything that is wrong with it. */
export function readRequest(entries: RequestEntries, today: string): Result<NewRequest, RequestProblem[]> {
  const problems: RequestProblem[] = [];
  const { kind } = entries;
  if (!isRequestKind(kind)) problems.push({ field: "kind", code: "kind-missing" });
  const receivedOn = readDate(entries.day, entries.month, entries.year);
  if (receivedOn === undefined) problems.push({ field: "received", code: "date-wrong" });
  else if (receivedOn > today) problems.push({ field: "received", code: "date-future" });
  const fileNumber = line(entries.fileNumber);
  if (fileNumber.length > longestFileNumber) problems.push({ field: "fileNumber", code: "file-number-long" });
  if (!isRequestKind(kind) || receivedOn === undefined || problems.length > 0) return fail(problems);
  return succeed({ kind, receivedOn, fileNumber: fileNumber === "" ? null : fileNumber });
}
