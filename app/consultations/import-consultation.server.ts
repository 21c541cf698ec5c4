// Takes in a consultation from a file, with its form, and publishes it where that is asked for.
import { checkDefinition, questionsOf } from "#app/forms/definition.ts";
import { foreignProgram } from "#app/forms/foreign-forms.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, dayOf, endOfDay, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { languageNames, languages, textIn } from "#app/shared/languages.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { missingToPublish, readConsultationFile, type ReadConsultation } from "./consultation-file.ts";
import { leftOutOfFile, noFileParts } from "./consultation-file-parts.ts";
import { saveFile } from "./file.store.server.ts";
import { problemInWords, problemOf, type FileProblem } from "./file-problem.ts";
import { readForeignConsultation } from "./foreign-consultation.server.ts";
import { publishConsultation } from "./life.store.server.ts";
import { officeConsultationPath } from "./office-paths.ts";
import { consultationPath } from "./paths.ts";
import { consultationFromPrinted, isPrintedQuestions, readPrintedQuestions } from "./printed-questions.ts";
import {
  findConsultationAnywhere,
  findConsultationForOfficer,
  publishNewVersion,
} from "./store.server.ts";

type Asked = { publish: boolean; openOn?: string; closeOn?: string; leaveOut?: boolean };

const words = wordsFor("en");
/** How long a consultation is open when nothing else is said: the twelve weeks of good practice. */
const usualDays = 12 * 7;

/** Saves the consultation of a file's JSON in a partnership; its id. Tells the problems of a file that cannot be taken. */
export async function importConsultation(
  partnership: Partnership,
  input: unknown,
  asked: Asked,
  now: Date,
  say: (line: string) => void,
): Promise<string> {
  const read = readAny(input, partnership, asked, say);
  const missing = asked.publish ? missingToPublish(read) : [];
  if (missing.length > 0) throw notTaken(missing);
  const dates = datesOf(asked, read, now, say);
  const id = await inTransaction(async (transaction) => {
    const saved = await saveFile(transaction, read, { partnershipId: partnership.id, ...dates, personId: null, now });
    const about = { partnershipId: partnership.id, subjectKind: "consultation", subjectId: saved };
    await recordAudit(transaction, { ...about, action: "consultation.import", facts: { questions: questionsOf(read.definition).length } });
    if (asked.publish) {
      await publishConsultation(transaction, await findConsultationForOfficer(transaction, partnership.id, saved), now);
      await recordAudit(transaction, { ...about, action: "consultation.publish" });
    }
    return saved;
  });
  tell(partnership, id, read, asked, dates, now, say);
  return id;
}

/**
 * Publishes the form of a file's JSON as the new version of a published consultation's form; its number. Tells what stands in
 * the way of a form that cannot follow the ones before it.
 */
export async function importNewVersion(
  consultationId: string,
  input: unknown,
  now: Date,
  say: (line: string) => void,
): Promise<number> {
  const { definition } = readOwn(input);
  const consultation = await findConsultationAnywhere(db(), consultationId);
  if (!consultation?.publishedAt) throw new PlainError(`There is no published consultation ${consultationId}.`);
  const published = await inTransaction(async (transaction) => {
    const version = await publishNewVersion(transaction, consultation, definition, now);
    if (!version.ok) return version;
    await recordAudit(transaction, {
      ...{ partnershipId: consultation.partnershipId, subjectKind: "consultation", subjectId: consultation.id },
      ...{ action: "consultation.publish-version", facts: { version: version.value } },
    });
    return version;
  });
  if (!published.ok) throw new PlainError(["The new version cannot be taken:", ...published.problem.map(problemText)].join("\n"));
  say(`Version ${published.value} is asked from now on; responses begun before keep the version they began with.`);
  return published.value;
}

function readAny(input: unknown, partnership: Partnership, asked: Asked, say: (line: string) => void): ReadConsultation {
  if (isPrintedQuestions(input)) return readPrinted(input, partnership);
  if (foreignProgram(input) === undefined) return readOwn(input);
  const read = readForeignConsultation(input, asked, say);
  return { ...read, texts: { ...read.texts, otherWays: partnership.contact } };
}

function readOwn(input: unknown): ReadConsultation {
  const read = readConsultationFile(input);
  if (!read.ok) throw notTaken(read.problem);
  return read.value;
}

function notTaken(problems: readonly FileProblem[]): PlainError {
  return new PlainError(["The consultation cannot be taken:", ...problems.map(problemText)].join("\n"));
}

function problemText(problem: FileProblem): string {
  return `  ${problemInWords(problem, words)}`;
}

function readPrinted(input: unknown, partnership: Partnership): ReadConsultation {
  const printed = readPrintedQuestions(input);
  if (!printed.success) {
    const problems = printed.error.issues.slice(0, 50).map(problemOf);
    throw new PlainError(["The questions cannot be taken:", ...problems.map(problemText)].join("\n"));
  }
  const { texts, definition } = consultationFromPrinted(printed.data, words, languages.map(wordsFor));
  const checked = checkDefinition(definition);
  if (!checked.ok) throw new PlainError(["The questions cannot be taken:", ...checked.problem.map(problemText)].join("\n"));
  return {
    texts: { ...texts, otherWays: partnership.contact, topics: [], places: [], audiences: [] },
    definition: checked.value,
    ...noFileParts,
    opensOn: undefined,
    closesOn: printed.data.responsesDue,
  };
}

/** The dates asked for, else the file's; a closing that has passed is not taken, and what is published opens at once. */
function datesOf(asked: Asked, read: ReadConsultation, now: Date, say: (line: string) => void) {
  const today = dayOf(now);
  if (asked.publish && asked.closeOn !== undefined && asked.closeOn < today) {
    throw new PlainError(`It cannot be open until ${words.date(asked.closeOn)}, because that day has passed.`);
  }
  let closeOn = asked.closeOn ?? read.closesOn;
  if (asked.closeOn === undefined && closeOn !== undefined && closeOn < today) {
    say(`The file's closing date, ${words.date(closeOn)}, has passed and is not used.`);
    closeOn = undefined;
  }
  const openOn = asked.openOn ?? (read.opensOn !== undefined && read.opensOn > today ? read.opensOn : undefined);
  const opensAt = openOn !== undefined ? startOfDay(openOn) : asked.publish ? now : null;
  closeOn ??= asked.publish && opensAt ? addDays(dayOf(opensAt), usualDays) : undefined;
  const closesAt = closeOn === undefined ? null : endOfDay(closeOn);
  if (opensAt && closesAt && closesAt <= opensAt) throw new PlainError("It cannot close before the day it opens.");
  return { opensAt, closesAt };
}

function tell(
  partnership: Partnership,
  id: string,
  { texts, definition, parts }: ReadConsultation,
  { publish }: Asked,
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
  now: Date,
  say: (line: string) => void,
): void {
  const base = siteOfPartnership(partnership);
  const counts = `${counted(questionsOf(definition).length, "question")} in ${counted(definition.sections.length, "section")}`;
  say(`Taken in: “${textIn(texts.title, "en").text}”, ${counts}.`);
  for (const language of definition.languages.filter((one) => !texts.languages.includes(one))) {
    say(`Not everything is written in ${languageNames[language]} yet; what is missing is shown in another language.`);
  }
  for (const line of leftOutOfFile(parts, definition, words)) say(line);
  say(`Id: ${id}`);
  if (!publish) {
    say(`Not published yet; officers find it at ${base}${officeConsultationPath(partnership, { id })}`);
    return;
  }
  const until = closesAt ? ` until the end of ${words.date(addDays(dayOf(closesAt), -1))}` : "";
  say(opensAt && opensAt > now ? `Published; it is open from ${words.date(dayOf(opensAt))}${until}.` : `Published; it is open now${until}.`);
  say(`Address: ${base}${consultationPath(partnership, { id })}`);
}

function counted(count: number, what: string): string {
  return `${words.number(count)} ${what}${count === 1 ? "" : "s"}`;
}
