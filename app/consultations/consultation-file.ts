// A consultation as a file: its texts and its form, written by hand or by another program. docs/consultation-json.md.
import { z } from "zod";
import { checkDefinition, type FormDefinition } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import { dayOf, endOfDay, startOfDay } from "#app/shared/dates.ts";
import { languages, textSchema, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { consultationTextSchema, type ConsultationTexts } from "./consultation.ts";
import { launchShape, partsShape, type FileLaunch, type FileParts } from "./consultation-file-parts.ts";
import { problemOf, type FileProblem } from "./file-problem.ts";
import { registerEntrySchema, type RegisterEntry } from "./register.ts";

const { otherWays, contact, ...shape } = consultationTextSchema.omit({ languages: true }).shape;
const register = registerEntrySchema.shape;
const optionalText = textSchema.default({});

const fileSchema = z.strictObject({
  consultation: z.strictObject({
    ...shape,
    ...{ summary: optionalText, purpose: optionalText, decisionToBeMade: optionalText, decisionMaker: optionalText, audience: optionalText },
    decisionOn: shape.decisionOn.default(null),
    openToChange: shape.openToChange.default([]),
    notOpenToChange: shape.notOpenToChange.default([]),
    otherWays: z.strictObject(otherWays.shape).default({}),
    contact: z.strictObject(contact.unwrap().shape).default({}),
    asksEquality: shape.asksEquality.default(true),
    graceInMinutes: shape.graceInMinutes.default(24 * 60),
    topics: register.topics.default([]),
    places: register.places.default([]),
    audiences: register.audiences.default([]),
    ...launchShape,
    /** First and last day of answering. */
    opensOn: z.iso.date().optional(),
    closesOn: z.iso.date().optional(),
  }),
  form: z.unknown().optional(),
  ...partsShape,
});

export type ReadConsultation = {
  texts: ConsultationTexts & RegisterEntry;
  definition: FormDefinition;
  launch: FileLaunch;
  parts: FileParts;
  opensOn: string | undefined;
  closesOn: string | undefined;
};

const longestSummary = 300;

/** The consultation if it can be taken, else everything that is wrong with it. Never throws. */
export function readConsultationFile(input: unknown): Result<ReadConsultation, FileProblem[]> {
  const form = typeof input === "object" && input !== null && "form" in input ? input.form : undefined;
  const read = fileSchema.safeParse(input);
  const checked = checkDefinition(form);
  const problems: FileProblem[] = read.success ? [] : read.error.issues.slice(0, 100).map(problemOf);
  if (!checked.ok) problems.push(...checked.problem.map((problem) => ({ ...problem, path: ["form", ...problem.path] })));
  if (!read.success || !checked.ok) return fail(problems);
  const { consultation: told, form: _, ...parts } = read.data;
  const { opensOn, closesOn, profile, minimumDays, shorterTimeReason, asksResidents, ...consultation } = told;
  if (!languages.some((language) => isWritten(consultation.title, language))) problems.push({ path: ["consultation", "title"], said: "blank" });
  for (const [language, summary] of Object.entries(consultation.summary)) {
    if (summary.length > longestSummary) {
      problems.push({ path: ["consultation", "summary", language], said: "too-long", values: { limit: longestSummary } });
    }
  }
  if (opensOn !== undefined && closesOn !== undefined && closesOn < opensOn) {
    problems.push({ path: ["consultation", "closesOn"], said: "before-opening" });
  }
  if (problems.length > 0) return fail(problems);
  const complete = completeLanguages(consultation, checked.value);
  const launch = { profile, minimumDays, shorterTimeReason, asksResidents };
  return succeed({ texts: { ...consultation, languages: complete }, definition: checked.value, launch, parts, opensOn, closesOn });
}

/** What a consultation that is published at once must say in the language its form is written in; a draft may say it later. */
export function missingToPublish({ texts, definition: { languages: [main] } }: Pick<ReadConsultation, "texts" | "definition">): FileProblem[] {
  if (main === undefined) return [];
  return (["title", "summary"] as const).filter((name) => !isWritten(texts[name], main)).map((name) => ({ path: ["consultation", name, main], said: "main-language" }));
}

/** When it is open by the file, as far as that is still to come; `arePast` where some of it is not. */
export function datesToCome({ opensOn, closesOn }: Pick<ReadConsultation, "opensOn" | "closesOn">, today: string) {
  const isToCome = (day: string | undefined) => day !== undefined && day >= today && (closesOn ?? day) >= today;
  const opensAt = opensOn !== undefined && isToCome(opensOn) ? startOfDay(opensOn) : null;
  const closesAt = closesOn !== undefined && isToCome(closesOn) ? endOfDay(closesOn) : null;
  return { opensAt, closesAt, arePast: (opensOn !== undefined && !opensAt) || (closesOn !== undefined && !closesAt) };
}

/** What a file is written from. */
export type FileContents = {
  texts: ConsultationTexts & RegisterEntry;
  dates: { opensAt: Date | null; closesAt: Date | null };
  launch: FileLaunch;
  parts: FileParts;
  form: FormDefinition;
};

/** The file that `readConsultationFile` reads as this consultation and form: nothing is lost on the way there and back. */
export function consultationFileOf({ texts, dates: { opensAt, closesAt }, launch, parts, form }: FileContents): object {
  const told = Object.fromEntries(Object.keys(shape).map((name) => [name, texts[name as keyof typeof shape]]));
  const { otherWays: ways, contact: who, topics, places, audiences } = texts;
  const { profile, minimumDays, shorterTimeReason, asksResidents } = launch;
  const opensOn = opensAt && dayOf(opensAt);
  const closesOn = closesAt && dayOf(new Date(closesAt.getTime() - 1));
  return {
    consultation: {
      ...{ ...told, otherWays: ways, contact: who ?? {}, topics, places, audiences, profile, minimumDays, shorterTimeReason, asksResidents },
      ...(opensOn && { opensOn }),
      ...(closesOn && { closesOn }),
    },
    form,
    ...parts,
  };
}

function isWritten(text: Text, language: keyof Text): boolean {
  return (text[language] ?? "").trim() !== "";
}

/** The form's languages in which no text of the form or of the consultation is missing; always the one it is written in. */
function completeLanguages(
  consultation: Omit<ConsultationTexts, "languages">,
  definition: FormDefinition,
): FormDefinition["languages"] {
  const { title, summary, purpose, decisionToBeMade, decisionMaker, audience, otherWays: ways } = consultation;
  const texts = [title, summary, purpose, decisionToBeMade, decisionMaker, audience, ways.inPerson, ways.formats];
  const written = [...texts, ...consultation.openToChange, ...consultation.notOpenToChange].filter(
    (text) => text !== undefined && Object.values(text).some((words) => words.trim() !== ""),
  );
  const missing = new Set(missingTranslations(definition).map(({ language }) => language));
  return definition.languages.filter(
    (language, index) => index === 0 || (!missing.has(language) && written.every((text) => text && isWritten(text, language))),
  );
}
