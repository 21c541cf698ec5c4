// What a partner has promised or must do by law, and whether it was met. [A1.18]
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, plain, readNumber, readPence } from "#app/shared/typed.ts";
import { seniorities, type Seniority } from "./seniority.ts";

/** The words are `organisations:obligation-kind.<kind>`. */
export const obligationKinds = ["attendance", "finance", "staff", "in-kind", "data"] as const;
export type ObligationKind = (typeof obligationKinds)[number];

export type ObligationHead = {
  /** Null where it is owed to the partnership as a whole. */
  bodyId: string | null;
  kind: ObligationKind;
  text: Text;
  amountInPence: number | null;
  /** Of its meetings, per cent. */
  share: number | null;
  seniority: Seniority | null;
  startsOn: string;
  endsOn: string | null;
  /** Said by an officer, null while nobody has; attendance is counted, not said. */
  isMet: boolean | null;
};

export const longestText = 500;

export const obligationUnits: readonly Unit[] = [
  ...languages.map((language) => [`text-${language}`]),
  ...["kind", "bodyId", "amount", "share", "seniority", "isMet"].map((field) => [field]),
  ...[dayUnit("starts"), dayUnit("ends")],
];

/** The field is an input's name; the words are `organisations:problem.<code>`. */
export type ObligationProblem = { field: string; code: "obligation-kind" | "text-missing" | "too-long" | "amount" | "share" | "body" | "day" | "ends-before"; most?: number };

/** What a form says, tidied; or all that is wrong with it. `bodies` are those it may be owed to. */
export function readObligation(entries: Entries, bodies: readonly string[]): Result<ObligationHead, ObligationProblem[]> {
  const problems: ObligationProblem[] = [];
  const kind = obligationKinds.find((one) => one === entries.kind);
  if (!kind) problems.push({ field: "kind", code: "obligation-kind" });
  const text = readText("text", entries, line);
  if (Object.keys(text).length === 0) problems.push({ field: `text-${defaultLanguage}`, code: "text-missing" });
  for (const field of tooLong("text", text, longestText)) problems.push({ field, code: "too-long", most: longestText });
  const bodyId = entries.bodyId || null;
  if (bodyId !== null && !bodies.includes(bodyId)) problems.push({ field: "bodyId", code: "body" });
  const typed = (field: string) => plain(entries[field] ?? "");
  const amountInPence = kind !== "finance" || typed("amount") === "" ? null : readPence(typed("amount"));
  if (amountInPence === undefined || (amountInPence !== null && amountInPence <= 0)) problems.push({ field: "amount", code: "amount" });
  const share = kind !== "attendance" || typed("share") === "" ? null : readNumber(typed("share").replace(/%$/, ""));
  if (share === undefined || (share !== null && (share.decimals > 0 || share.value < 1 || share.value > 100))) problems.push({ field: "share", code: "share" });
  const [starts, ends] = [readDay("starts", entries), readDay("ends", entries)];
  if (starts.date === null) problems.push({ field: "starts-day", code: "day" });
  if (!ends.isBlank && ends.date === null) problems.push({ field: "ends-day", code: "day" });
  if (starts.date !== null && ends.date !== null && ends.date < starts.date) problems.push({ field: "ends-day", code: "ends-before" });
  if (problems.length > 0 || !kind || starts.date === null) return fail(problems);
  return succeed({
    ...{ bodyId, kind, text, amountInPence: amountInPence ?? null, share: share?.value ?? null, startsOn: starts.date, endsOn: ends.date },
    seniority: (kind === "attendance" && seniorities.find((one) => one === entries.seniority)) || null,
    isMet: kind === "attendance" ? null : entries.isMet === "yes" ? true : entries.isMet === "no" ? false : null,
  });
}

/** An obligation as it would be typed, to be changed; a new one that begins today where there is none. */
export function obligationAsTyped(head: ObligationHead | null, today: string): Entries {
  return {
    ...textAsTyped("text", head?.text ?? {}),
    ...{ kind: head?.kind ?? "", bodyId: head?.bodyId ?? "", share: head?.share?.toString() ?? "", seniority: head?.seniority ?? "any" },
    amount: head?.amountInPence ? String(head.amountInPence / 100) : "",
    isMet: head?.isMet === true ? "yes" : head?.isMet === false ? "no" : "",
    ...dayAsTyped("starts", head?.startsOn ?? today),
    ...dayAsTyped("ends", head?.endsOn ?? null),
  };
}

/** Whether it holds on a day, its last included. */
export function isOwed({ startsOn, endsOn }: Pick<ObligationHead, "startsOn" | "endsOn">, on: string): boolean {
  return startsOn <= on && (endsOn === null || on <= endsOn);
}
