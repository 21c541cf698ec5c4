// The texts of a consultation as its officers type them, and how much of them is said in each language.
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, filled, isLanguage, languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dateAsTyped, line, passage, plain, readDate, readEmail, readNumber, readTelephone } from "#app/shared/typed.ts";
import { closingAsTyped, openingAsTyped, readClosing, readOpening, type ClosingEntries } from "./closing-time.ts";
import type { Consultation, ConsultationTexts } from "./consultation.ts";
import { fieldsOf, inputIn, isWay, isWorded, wayOf, worded, type Field, type TextPart, type WayField, type WayName, type WordedField, type WordedName } from "./design-fields.ts";

export type TextsChange = Partial<ConsultationTexts & Pick<Consultation, "opensAt" | "closesAt">>;

/** `input` is where it was typed; the words are `prepare:problem.<code>`, or `prepare:moment-problem.<field>.<code>` for a moment. */
export type TextProblem = { field: Field["name"]; input: string; code: string; most?: number };

const longestPost = 1000;
/** Sixty days. */
const mostGraceInHours = 1440;

/** The text of a field as the consultation has it. */
export function textOf(consultation: Consultation, name: WordedName): Text {
  if (name === "contactName") return consultation.contact?.name ?? {};
  return (name === "inPerson" || name === "formats" ? consultation.otherWays[name] : consultation[name]) ?? {};
}

/** The fields of a page as they would be typed, to be changed. */
export function textsAsTyped(consultation: Consultation, part: TextPart): Entries {
  return Object.assign({}, ...fieldsOf[part].map((field) => fieldAsTyped(consultation, field))) as Entries;
}

function fieldAsTyped(consultation: Consultation, field: Field): Entries {
  if (isWorded(field)) return textAsTyped(field.name, textOf(consultation, field.name));
  const parts = (typed: object) => Object.fromEntries(Object.entries(typed).map(([part, value]) => [`${field.name}-${part}`, String(value)]));
  const { graceInMinutes, asksEquality } = consultation;
  if (isWay(field)) return { [field.name]: wayAsSaid(consultation, field.name) ?? "" };
  switch (field.kind) {
    case "date":
      return parts(dateAsTyped(consultation.decisionOn));
    case "opening":
      return parts(openingAsTyped(consultation));
    case "closing":
      return parts(closingAsTyped(consultation));
    case "hours":
      return { [field.name]: String(Math.round((graceInMinutes / 60) * 100) / 100) };
    case "yes-no":
      return { [field.name]: asksEquality ? "yes" : "no" };
    case "languages":
      return { [field.name]: consultation.languages.join(" ") };
  }
}

/** A way to answer, or to ask, as the consultation gives it. */
export function wayAsSaid(consultation: Consultation, name: WayName): string | undefined {
  const { of, way } = wayOf(name);
  return consultation[of]?.[way];
}

type Wrong = (problem: Partial<TextProblem> & { code: string }) => void;

/** What a page says, tidied; or what is wrong with it. A title in English is needed, the rest may wait. */
export function readTexts(part: TextPart, entries: Entries, consultation: Consultation, now: Date): Result<TextsChange, TextProblem[]> {
  const problems: TextProblem[] = [];
  const change: TextsChange = {};
  const [otherWays, contact] = [{ ...consultation.otherWays }, { ...consultation.contact }];
  for (const field of fieldsOf[part]) {
    const wrong: Wrong = (problem) => void problems.push({ field: field.name, input: field.name, ...problem });
    if (isWorded(field)) {
      const text = readWorded(field, entries, wrong);
      if (field.name === "contactName") contact.name = filled(text);
      else if (field.name === "inPerson" || field.name === "formats") otherWays[field.name] = filled(text);
      else change[field.name] = text;
    } else if (isWay(field)) {
      const { of, way } = wayOf(field.name);
      (of === "contact" ? contact : otherWays)[way] = readWay(field, entries[field.name] ?? "", wrong);
    } else readPlain(field, entries, { consultation, now, change, wrong });
  }
  const given = <Ways extends object>(ways: Ways) => Object.fromEntries(Object.entries(ways).filter(([, way]) => way !== undefined)) as Ways;
  if (part === "ways") change.otherWays = given(otherWays);
  if (part === "contact") change.contact = given(contact);
  return problems.length > 0 ? fail(problems) : succeed(change);
}

function readWay({ kind }: WayField, entry: string, wrong: Wrong): string | undefined {
  if (kind === "post") {
    const post = passage(entry);
    if ([...post].length > longestPost) wrong({ code: "long", most: longestPost });
    return post || undefined;
  }
  const read = kind === "email" ? readEmail(entry)?.toLowerCase() : readTelephone(entry);
  if (!read && plain(entry) !== "") wrong({ code: kind });
  return read;
}

function readWorded({ name, kind, longest, isNeeded }: WordedField, entries: Entries, wrong: Wrong): Text {
  const text = readText(name, entries, kind === "line" ? line : passage);
  if (isNeeded && text[defaultLanguage] === undefined) wrong({ input: inputIn(name, defaultLanguage), code: "missing" });
  for (const input of tooLong(name, text, longest)) wrong({ input, code: "long", most: longest });
  return text;
}

type Reading = { consultation: Consultation; now: Date; change: TextsChange; wrong: Wrong };

function readPlain(field: Exclude<Field, WordedField | WayField>, entries: Entries, { consultation, now, change, wrong }: Reading): void {
  const { name } = field;
  const typed = plain(entries[name] ?? "");
  const at = (part: string) => entries[`${name}-${part}`] ?? "";
  const moment: ClosingEntries = { day: at("day"), month: at("month"), year: at("year"), time: at("time") };
  const isBlank = Object.values(moment).every((entry) => plain(entry) === "");
  switch (field.kind) {
    case "date":
      change.decisionOn = readDate(moment.day, moment.month, moment.year) ?? null;
      if (!isBlank && change.decisionOn === null) wrong({ input: `${name}-day`, code: "date" });
      return;
    case "opening":
    case "closing": {
      const opensAt = change.opensAt === undefined ? consultation.opensAt : change.opensAt;
      const read = isBlank ? succeed(null) : field.kind === "opening" ? readOpening(moment, now) : readClosing(moment, { opensAt }, now);
      // because a closing is not measured by an opening that was not understood
      if (read.ok || field.kind === "opening") change[field.kind === "opening" ? "opensAt" : "closesAt"] = read.ok ? read.value : null;
      if (!read.ok) for (const problem of read.problem) wrong({ input: `${name}-${problem.field}`, code: problem.code });
      return;
    }
    case "hours": {
      const hours = readNumber(typed)?.value ?? -1;
      if (hours >= 0 && hours <= mostGraceInHours) change.graceInMinutes = Math.round(hours * 60);
      else wrong({ code: "hours", most: mostGraceInHours });
      return;
    }
    case "yes-no":
      if (typed === "yes" || typed === "no") change.asksEquality = typed === "yes";
      else wrong({ code: "choose" });
      return;
    case "languages":
      change.languages = languages.filter((language) => typed.split(" ").filter(isLanguage).includes(language));
      if (change.languages.length === 0) wrong({ code: "choose-language" });
      return;
  }
}

export type Translation = { language: Language; said: number; all: number; missing: string[] };

/** How many of the texts that are there in any language are said in each; points that are open or not are texts too. */
export function translationOf(consultation: Consultation): Translation[] {
  const points = (["openToChange", "notOpenToChange"] as const).flatMap((name) => consultation[name].map((text) => ({ name, text })));
  const all = [...worded.map(({ name }) => ({ name, text: textOf(consultation, name) })), ...points].filter(({ text }) => filled(text));
  return languages.map((language) => {
    const missing = all.filter(({ text }) => (text[language] ?? "").trim() === "").map(({ name }) => name);
    return { language, said: all.length - missing.length, all: all.length, missing };
  });
}
