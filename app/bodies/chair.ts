// Who leads a body's meetings, as an officer types it.
import { dayUnit, readDay } from "#app/shared/typed-day.ts";
import { addMonths } from "#app/shared/dates.ts";
import type { Entries } from "#app/shared/edits.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { line } from "#app/shared/typed.ts";

/** The words are `structure:chair.<kind>`. */
export const chairKinds = ["chair", "vice-chair", "interim", "facilitator"] as const;
export type ChairKind = (typeof chairKinds)[number];

/** In characters. */
export const longest = { called: 120, note: 300 } as const;

export const chairInputs = ["kind", "appointment", ...languages.map((language) => `called-${language}`), ...dayUnit("starts"), ...dayUnit("ends"), "decision", "note"];

/** The field is an input's name; the words are `seats:problem.<code>`. */
export type ChairProblem = { field: string; code: "choose" | "who" | "day" | "day-to-come" | "ends-before" | "missing" | "too-long" | "decision"; most?: number };

export type ChairSaid = { kind: ChairKind; appointmentId: string | null; name: Text; startsOn: string; endsOn: string | null; decisionId: string | null; note: string };

/** What was typed, tidied; or all that is wrong with it. Somebody leads from their seat, or from outside under what they are called. */
export function readChair(entries: Entries, { seated, mandates, needsDecision, today }: { seated: readonly string[]; mandates: readonly string[]; needsDecision: boolean; today: string }): Result<ChairSaid, ChairProblem[]> {
  const problems: ChairProblem[] = [];
  const kind = chairKinds.find((one) => one === entries.kind);
  if (!kind) problems.push({ field: "kind", code: "choose" });
  const appointmentId = seated.find((one) => one === entries.appointment) ?? null;
  const name = appointmentId === null ? readText("called", entries, line) : {};
  if (appointmentId === null && Object.keys(name).length === 0) problems.push({ field: "appointment", code: "who" });
  for (const field of tooLong("called", name, longest.called)) problems.push({ field, code: "too-long", most: longest.called });
  const [starts, ends] = [readDay("starts", entries), readDay("ends", entries)];
  if (starts.date === null) problems.push({ field: "starts-day", code: "day" });
  else if (starts.date > addMonths(today, 12)) problems.push({ field: "starts-day", code: "day-to-come" });
  if (!ends.isBlank && ends.date === null) problems.push({ field: "ends-day", code: "day" });
  if (starts.date && ends.date && ends.date < starts.date) problems.push({ field: "ends-day", code: "ends-before" });
  const note = line(entries.note ?? "");
  const decisionId = mandates.find((one) => one === entries.decision) ?? null;
  // [SG08] then the full partnership appoints
  if (needsDecision && decisionId === null) problems.push({ field: "decision", code: "decision" });
  if (!needsDecision && decisionId === null && note === "") problems.push({ field: "note", code: "missing" });
  if (note.length > longest.note) problems.push({ field: "note", code: "too-long", most: longest.note });
  if (problems.length > 0 || !kind || !starts.date) return fail(problems);
  return succeed({ kind, appointmentId, name, startsOn: starts.date, endsOn: ends.date, decisionId, note });
}
