// What an officer fills in to take a step: dates, why, and what to say to whoever goes on with it.
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { dateAsTyped, line, passage, readDate } from "#app/shared/typed.ts";
import { closingAsTyped, openingAsTyped, readClosing, readOpening, type ClosingEntries, type ClosingProblem } from "./closing-time.ts";
import type { Consultation } from "./consultation.ts";
import { closesOn, type Life, type Taking } from "./life.ts";
import type { Deed } from "./office-policy.ts";

export const moments = ["opens", "closes", "until"] as const;
export type Moment = (typeof moments)[number];
type Asked = Moment | "decision" | "reason" | "note";

/** What each step asks; what is in `optional` besides may be left blank. */
const asked: Record<Deed, readonly Asked[]> = {
  ...({ submit: ["note"], return: ["note"], approve: ["note"] } as const),
  ...({ schedule: ["opens", "closes"], open: [], pause: ["reason", "until"], resume: [] } as const),
  ...({ extend: ["closes", "decision", "reason"], close: ["reason"] } as const),
  ...({ freeze: [], "draft-report": [], archive: ["reason"] } as const),
};

const optional: Partial<Record<Deed, readonly Asked[]>> = { submit: ["note"], approve: ["note"], pause: ["until"], extend: ["decision"] };

export const askedBy = (deed: Deed): readonly Asked[] => asked[deed];

/** Whether the reason may be left out: where what became of it all is published, an archive explains itself. */
export function isOptional(deed: Deed, field: Asked, life: Pick<Life, "outcomePublishedAt">): boolean {
  if (deed === "archive") return life.outcomePublishedAt !== null;
  return optional[deed]?.includes(field) ?? false;
}

const longestReason = 2000;
const dateParts = ["day", "month", "year"] as const;
const parts = [...dateParts, "time"] as const;

export type StepEntries = Record<string, string>;

/** A problem with an input; the words are `life:problem.<about>.<code>`. */
export type StepProblem = { input: string; about: Asked; code: ClosingProblem["code"] | "missing" | "too-long" | "not-later" | "after-closing" | "before-closing" };

/** The inputs of the form, by name. */
export function inputsOf(deed: Deed): string[] {
  return asked[deed].flatMap((field) => {
    if (field === "note") return [field];
    if (field === "reason") return languages.map((language) => reasonInput(language));
    if (field === "decision") return dateParts.map((part) => `decision-${part}`);
    return parts.map((part) => `${field}-${part}`);
  });
}

export function reasonInput(language: Language): string {
  return `reason-${language}`;
}

/** What stands in the form before anything is typed. */
export function entriesAtFirst(deed: Deed, life: Dated): StepEntries {
  if (deed !== "schedule" && deed !== "extend") return {};
  const { decisionOn } = life;
  const decision = decisionOn === null ? { day: "", month: "", year: "" } : dateAsTyped(decisionOn);
  const typed = { opens: openingAsTyped(life), closes: closingAsTyped(life), decision: { ...decision, time: "" } };
  return Object.fromEntries((["opens", "closes", "decision"] as const).flatMap((name) => parts.map((part) => [`${name}-${part}`, typed[name][part]])));
}

export function entriesOfMoment(entries: StepEntries, moment: Moment | "decision"): ClosingEntries {
  const [day = "", month = "", year = "", time = ""] = parts.map((part) => entries[`${moment}-${part}`] ?? "");
  return { day, month, year, time };
}

/** What a step is read against: when it is open, and when it is decided. */
type Dated = Life & Pick<Consultation, "decisionOn">;

type Given = Pick<Taking, "opensAt" | "closesAt" | "until"> & { decisionOn?: string; reason?: Text; note?: string };

/** The step as it was filled in, or what is wrong with it. */
export function readStep(deed: Deed, entries: StepEntries, life: Dated, now: Date): Result<Given, StepProblem[]> {
  const problems: StepProblem[] = [];
  const given: Given = {};
  let opensAt = life.opensAt;
  const read = (moment: Moment, result: Result<Date, ClosingProblem[]>) => {
    if (result.ok) return result.value;
    problems.push(...result.problem.map(({ field, code }) => ({ input: `${moment}-${field}`, about: moment, code })));
    return undefined;
  };
  for (const field of asked[deed]) {
    const mayBeBlank = isOptional(deed, field, life);
    if (field === "note") {
      const note = passage(entries["note"] ?? "");
      if (note === "" && !mayBeBlank) problems.push({ input: "note", about: "note", code: "missing" });
      if (note.length > longestReason) problems.push({ input: "note", about: "note", code: "too-long" });
      if (note !== "") given.note = note;
    } else if (field === "reason") {
      const reason = readReason(entries);
      const tooLong = languages.find((language) => (reason[language]?.length ?? 0) > longestReason);
      if (Object.keys(reason).length === 0 && !mayBeBlank) problems.push({ input: reasonInput("en"), about: "reason", code: "missing" });
      if (tooLong) problems.push({ input: reasonInput(tooLong), about: "reason", code: "too-long" });
      if (Object.keys(reason).length > 0) given.reason = reason;
    } else {
      const typed = entriesOfMoment(entries, field);
      const isBlank = Object.values(typed).every((part) => line(part) === "");
      if (isBlank && mayBeBlank) continue;
      if (field === "opens") {
        opensAt = read(field, readOpening(typed, now)) ?? null;
        // because a day that has begun opens now
        if (opensAt) given.opensAt = opensAt < now ? now : opensAt;
      }
      if (field === "closes") {
        const closesAt = read(field, readClosing(typed, { opensAt }, now));
        if (closesAt) given.closesAt = closesAt;
      }
      if (field === "decision") {
        const day = readDate(typed.day, typed.month, typed.year);
        if (!day) problems.push({ input: "decision-day", about: "decision", code: "date-not-real" });
        else if (day !== life.decisionOn) given.decisionOn = day;
      }
      if (field === "until") {
        const until = read(field, readOpening(typed, now));
        if (until) given.until = until;
      }
    }
  }
  problems.push(...problemsBetween(deed, given, life, now));
  return problems.length > 0 ? fail(problems) : succeed(given);
}

/** What is wrong with dates that are right each by itself. */
function problemsBetween(deed: Deed, { closesAt, until, decisionOn }: Given, life: Dated, now: Date): StepProblem[] {
  const isNotLater = deed === "extend" && closesAt && life.closesAt && closesAt <= life.closesAt;
  if (isNotLater) return [{ input: "closes-day", about: "closes", code: "not-later" }];
  const last = deed === "extend" && closesAt ? closesOn({ closesAt }) : null;
  const decided = decisionOn ?? life.decisionOn;
  // [Gunning 1] nothing is decided while people are still asked
  if (last && decided && decided <= last) return [{ input: "decision-day", about: "decision", code: "before-closing" }];
  if (until && until <= now) return [{ input: "until-day", about: "until", code: "passed" }];
  if (until && life.closesAt && until >= life.closesAt) return [{ input: "until-day", about: "until", code: "after-closing" }];
  return [];
}

function readReason(entries: StepEntries): Text {
  const typed = languages.map((language) => [language, passage(entries[reasonInput(language)] ?? "")] as const);
  return Object.fromEntries(typed.filter(([, words]) => words !== ""));
}
