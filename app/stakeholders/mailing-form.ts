// A mailing as it is typed: its subject and text in each language, how fast it goes, and of a reminder when.
import type { Entries } from "#app/shared/edits.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";
import { mostDaysBefore, mostPerMinute, type MailingKind } from "./mailing.ts";
import { hasField, unknownIn } from "./merge-fields.ts";

export type MailingHead = { subject: Text; body: Text; perMinute: number; daysBefore: number | null };

const longestSubject = 150;
export const longestBody = 10_000;

/** The words are `mailings:problem.<code>`. */
export type MailingProblem = { input: string; code: "missing" | "long" | "unknown" | "brace" | "no-link" | "per-minute" | "days"; says?: string; most?: number };

const texts = ["subject", "body"] as const;

export const mailingUnits: readonly string[][] = [...texts.flatMap((name) => languages.map((language) => [`${name}-${language}`])), ["perMinute"], ["wanted"], ["days"]];

export function mailingAsTyped({ subject, body, perMinute, daysBefore }: MailingHead, usualDays: number): Entries {
  return {
    ...{ ...textAsTyped("subject", subject), ...textAsTyped("body", body), perMinute: String(perMinute) },
    ...{ wanted: daysBefore === null ? "no" : "yes", days: String(daysBefore ?? usualDays) },
  };
}

function wholeNumber(typed: string | undefined, most: number): number | undefined {
  const read = readNumber(typed ?? "");
  return read && read.decimals === 0 && read.value >= 1 && read.value <= most ? read.value : undefined;
}

/** A mailing from what was typed, or all that is wrong with it: a language has both subject and text or neither, and the text the link. */
export function readMailing(kind: MailingKind, typed: Entries): Result<MailingHead, MailingProblem[]> {
  const problems: MailingProblem[] = [];
  const [subject, body] = [readText("subject", typed, line), readText("body", typed, passage)];
  for (const input of tooLong("subject", subject, longestSubject)) problems.push({ input, code: "long", most: longestSubject });
  for (const input of tooLong("body", body, longestBody)) problems.push({ input, code: "long", most: longestBody });
  for (const language of languages) {
    const [said, text] = [subject[language], body[language]];
    const isFirst = language === languages[0] && Object.keys({ ...subject, ...body }).length === 0;
    if (said === undefined && (text !== undefined || isFirst)) problems.push({ input: `subject-${language}`, code: "missing" });
    if (text === undefined && (said !== undefined || isFirst)) problems.push({ input: `body-${language}`, code: "missing" });
    for (const [name, written] of [["subject", said], ["body", text]] as const) {
      const { fields, hasLoneBrace } = unknownIn(written ?? "");
      const input = `${name}-${language}`;
      if (fields.length > 0) problems.push({ input, code: "unknown", says: fields.map((one) => `{${one}}`).join(", ") });
      else if (hasLoneBrace) problems.push({ input, code: "brace" });
      else if (name === "body" && written !== undefined && !hasField(written, "link")) problems.push({ input, code: "no-link" });
    }
  }
  const perMinute = wholeNumber(typed.perMinute, mostPerMinute);
  if (perMinute === undefined) problems.push({ input: "perMinute", code: "per-minute", most: mostPerMinute });
  const isWanted = kind === "reminder" && typed.wanted === "yes";
  const days = isWanted ? wholeNumber(typed.days, mostDaysBefore) : null;
  if (days === undefined) problems.push({ input: "days", code: "days", most: mostDaysBefore });
  if (problems.length > 0 || perMinute === undefined || days === undefined) return fail(problems);
  return succeed({ subject, body, perMinute, daysBefore: days });
}
