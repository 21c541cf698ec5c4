// What officers enter of a request and of what happened to it.
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readDay } from "#app/shared/typed-day.ts";
import { line, passage } from "#app/shared/typed.ts";
import { laws, needsReason, type Law, type Step, type StepKind } from "./request.ts";

export const longestAsked = 4000;
export const longestReason = 2000;
const longestLine = { fileNumber: 60, asker: 200, contact: 300 } as const;

export type Typed = Record<string, string>;
/** The field is an input's name; the words are `information-requests:problem.<code>`. */
export type Problem = { field: string; code: string };

export type NewRequest = { law: Law; receivedOn: string; asked: string; fileNumber: string | null };
/** Who asked, and where the answer goes. */
export type Asker = { name: string; contact: string };

/** What was entered of a request, or everything that is wrong with it. A name and an address are what makes a request valid. [FOIA s.8(1)(b)] */
export function readRequest(typed: Typed, today: string): Result<NewRequest & { asker: Asker }, Problem[]> {
  const problems: Problem[] = [];
  const law = laws.find((one) => one === typed.law);
  const { date: receivedOn } = readDay("received", typed);
  const asked = passage(typed.asked ?? "");
  const [fileNumber, name, contact] = [line(typed.fileNumber ?? ""), line(typed.asker ?? ""), line(typed.contact ?? "")];
  if (!law) problems.push({ field: "law", code: "law-missing" });
  if (receivedOn === null) problems.push({ field: "received", code: "date-wrong" });
  else if (receivedOn > today) problems.push({ field: "received", code: "date-future" });
  if (asked === "") problems.push({ field: "asked", code: "asked-missing" });
  if (asked.length > longestAsked) problems.push({ field: "asked", code: "asked-long" });
  if (name === "") problems.push({ field: "asker", code: "asker-missing" });
  // [EIR reg 5(1)] which know no such condition
  if (contact === "" && law !== "eir") problems.push({ field: "contact", code: "contact-missing" });
  for (const [field, text] of Object.entries({ fileNumber, asker: name, contact })) {
    if (text.length > longestLine[field as keyof typeof longestLine]) problems.push({ field, code: "line-long" });
  }
  if (!law || receivedOn === null || problems.length > 0) return fail(problems);
  return succeed({ law, receivedOn, asked, fileNumber: fileNumber || null, asker: { name, contact } });
}

export type NewStep = Step & { reason: string | null };

/** A step that was entered: one of those that may be taken, on a day not before what was taken before. */
export function readStep(typed: Typed, allowed: readonly StepKind[], from: string, today: string): Result<NewStep, Problem[]> {
  const problems: Problem[] = [];
  const kind = allowed.find((one) => one === typed.kind);
  const { date: on } = readDay("on", typed);
  const reason = passage(typed.reason ?? "");
  if (!kind) problems.push({ field: "kind", code: "step-missing" });
  if (on === null) problems.push({ field: "on", code: "date-wrong" });
  else if (on > today) problems.push({ field: "on", code: "date-future" });
  else if (on < from) problems.push({ field: "on", code: "date-early" });
  if (kind && needsReason(kind) && reason === "") problems.push({ field: "reason", code: "reason-missing" });
  if (reason.length > longestReason) problems.push({ field: "reason", code: "reason-long" });
  return kind && on !== null && problems.length === 0 ? succeed({ kind, on, reason: reason || null }) : fail(problems);
}
