// How a partnership stands: what sort it is, who answers for it in law, what is handed over before it begins, how to complain.
// [A1.1, A1.20, A1.21, A9.3]
import type { Entries, Unit } from "#app/shared/edits.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage } from "#app/shared/typed.ts";

/** The words are `structure:type.<it>`, `structure:form.<it>` and `structure:status.<it>`. */
export const partnershipTypes = ["advisory", "commissioning"] as const;
export const legalForms = ["unincorporated", "company-limited-by-guarantee", "public-service-board"] as const;
export const standingStatuses = ["shadow", "operating", "merged", "closed"] as const;

/** Something that is handed over before a shadow partnership begins, and when that was done. */
export type Handover = { text: string; doneOn: string | null };

export type Standing = {
  type: (typeof partnershipTypes)[number];
  legalForm: (typeof legalForms)[number];
  status: (typeof standingStatuses)[number];
  shadowUntil: string | null;
  handover: Handover[];
  accountableId: string | null;
  complaints: Text;
};

/** In characters. */
export const longest = { complaints: 4000, step: 200 } as const;
export const mostSteps = 40;

export const standingUnits: readonly Unit[] = [
  ...["type", "legalForm", "status", "accountable", "handover", "handedOver"].map((name) => [name]),
  ...languages.map((language) => [`complaints-${language}`]),
  dayUnit("shadowUntil"),
];

/** The field is an input's name; the words are `seats:problem.<code>`. */
export type StandingProblem = { field: string; code: "choose" | "day" | "shadow-day" | "too-long" | "steps" | "accountable"; most?: number };

/** What was typed, tidied; or all that is wrong with it. A step that was done before keeps its day; one that is ticked now was done today. */
export function readStanding(entries: Entries, { before, organisations, today }: { before: readonly Handover[]; organisations: readonly string[]; today: string }): Result<Standing, StandingProblem[]> {
  const problems: StandingProblem[] = [];
  const chosen = <Value extends string>(field: string, of: readonly Value[]): Value | undefined => {
    const value = of.find((one) => one === entries[field]);
    if (value === undefined) problems.push({ field, code: "choose" });
    return value;
  };
  const [type, legalForm, status] = [chosen("type", partnershipTypes), chosen("legalForm", legalForms), chosen("status", standingStatuses)];
  const { isBlank, date } = readDay("shadowUntil", entries);
  if (!isBlank && date === null) problems.push({ field: "shadowUntil-day", code: "day" });
  if (status === "shadow" && isBlank) problems.push({ field: "shadowUntil-day", code: "shadow-day" });
  const accountableId = organisations.find((id) => id === entries.accountable) ?? null;
  // [A1.21] once at work, somebody answers in law for its money and its strategy
  if (status === "operating" && accountableId === null) problems.push({ field: "accountable", code: "accountable" });
  const complaints = readText("complaints", entries, passage);
  for (const field of tooLong("complaints", complaints, longest.complaints)) problems.push({ field, code: "too-long", most: longest.complaints });
  const steps = [...new Set((entries.handover ?? "").split(/\r?\n/).map(line).filter((step) => step !== ""))];
  if (steps.length > mostSteps || steps.some((step) => step.length > longest.step)) problems.push({ field: "handover", code: "steps", most: mostSteps });
  const ticked = new Set((entries.handedOver ?? "").split(" "));
  const handover = steps.map((text): Handover => {
    const at = before.findIndex((one) => one.text === text);
    return { text, doneOn: at === -1 || !ticked.has(String(at)) ? null : (before[at]!.doneOn ?? today) };
  });
  if (problems.length > 0 || !type || !legalForm || !status) return fail(problems);
  return succeed({ type, legalForm, status, shadowUntil: date, handover, accountableId, complaints });
}

/** What stands there, as it would be typed; nothing chosen where nobody has said. */
export function standingAsTyped(standing: Standing | null): Entries {
  const ticked = (standing?.handover ?? []).flatMap(({ doneOn }, index) => (doneOn === null ? [] : [String(index)]));
  return {
    ...{ type: standing?.type ?? "", legalForm: standing?.legalForm ?? "", status: standing?.status ?? "", accountable: standing?.accountableId ?? "" },
    ...{ handover: (standing?.handover ?? []).map(({ text }) => text).join("\n"), handedOver: ticked.join(" ") },
    ...{ ...textAsTyped("complaints", standing?.complaints ?? {}), ...dayAsTyped("shadowUntil", standing?.shadowUntil ?? null) },
  };
}
