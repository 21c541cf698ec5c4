// What is entered about a response besides its answers: how it came and when, who answers and how it may be published, who
// helped. The form about oneself is the one that everybody is asked online, without what is compulsory in it.
import { isChannel, type Channel } from "#app/consultations/channel.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import type { SaidOfOneself } from "#app/consultations/response.ts";
import { entriesOfSaid, isForOthers, readSaid, sendingForm, type Say } from "#app/consultations/sending-form.ts";
import { checkForm } from "#app/forms/check.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import type { Entries } from "#app/forms/entries.ts";
import { dayOf } from "#app/shared/dates.ts";
import { isLanguage, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { dateAsTyped, line, passage, plain } from "#app/shared/typed.ts";
import { readAskedVersion, type AskedVersion, type VersionProblem } from "./asked-version.ts";
import { withNothingCompulsory } from "./paper.ts";
import { instantOfDay, readDay, type DayProblem } from "./receipt.ts";

/** The ways a response comes that is entered by an officer. */
export function isEnteredChannel(value: unknown): value is Channel {
  return isChannel(value) && value !== "online";
}

const sendingFields = [
  ...(["as", "name", "email", "organisation-name", "members-represented", "how-views-gathered"] as const),
  ...(["publish", "confidential", "confidentiality-reason"] as const),
] as const;

/** The fields of the page, with the most characters kept of each. */
export const detailsFields = {
  ...{ channel: 40, day: 10, month: 20, year: 10, language: 10, version: 10, sheet: 100, signatures: 20 },
  ...{ as: 40, name: 400, email: 400, "organisation-name": 2_000, "members-represented": 2_000, "how-views-gathered": 20_000 },
  ...{ publish: 20, confidential: 5, "confidentiality-reason": 20_000, "helper-name": 300, "helper-role": 300, original: 200_000 },
} as const;
export type DetailsField = keyof typeof detailsFields;
export type DetailsEntries = Partial<Record<DetailsField, string>>;

export const detailsFieldNames = Object.keys(detailsFields) as DetailsField[];

export type Helper = { name: string; role: string };

export type Details = {
  channel: Channel;
  language: Language;
  /** The number of the version of the questions it was printed from. */
  version: number;
  receivedAt: Date;
  said: SaidOfOneself;
  sheet: string | null;
  signatures: number | null;
  helper: Helper | null;
  original: string | null;
};

/** The text is `intake:problem.<code>`. */
export type DetailsProblem = {
  field: DetailsField;
  code:
    | (DayProblem | VersionProblem)
    | ("channel-missing" | "language-missing" | "as-missing" | "email-not-understood" | "too-long" | "name-missing")
    | ("organisation-not-asked" | "organisation-name-missing" | "signatures-not-understood" | "signatures-of-petition");
};

const mostSignatures = 10_000_000;

/** All of it understood, or everything that is wrong. Without a word about publication it is only summarised. */
export function readDetails(
  entries: DetailsEntries,
  consultation: Pick<Consultation, "opensAt" | "closesAt">,
  { now, say, versions }: { now: Date; say: Say; versions: readonly AskedVersion[] },
): Result<Details, DetailsProblem[]> {
  const typed = (field: DetailsField) => (entries[field] ?? "").trim();
  const problems: DetailsProblem[] = [];
  const wrong = (field: DetailsField, code: DetailsProblem["code"]) => void problems.push({ field, code });
  const channel = typed("channel");
  if (!isEnteredChannel(channel)) wrong("channel", "channel-missing");
  const day = readDay({ day: typed("day"), month: typed("month"), year: typed("year") }, consultation, now);
  if (!day.ok) wrong("day", day.problem);
  const language = typed("language");
  if (!isLanguage(language)) wrong("language", "language-missing");
  const version = readAskedVersion(typed("version"), versions, day.ok ? day.value : null);
  if (!version.ok) wrong("version", version.problem);
  const signatures = readSignatures(typed("signatures"));
  if (signatures === undefined) wrong("signatures", "signatures-not-understood");
  else if (signatures !== null && channel !== "petition") wrong("signatures", "signatures-of-petition");
  const said = readSaidOnPaper(entries, say);
  if (!said.ok) problems.push(...said.problem);
  if (!isEnteredChannel(channel) || !isLanguage(language) || !day.ok || !version.ok || !said.ok || problems.length > 0) return fail(problems);
  const helper = { name: line(typed("helper-name")), role: line(typed("helper-role")) };
  return succeed({
    ...{ channel, language, version: version.value, receivedAt: instantOfDay(day.value, consultation, now), said: said.value },
    ...{ sheet: line(typed("sheet")) || null, signatures: signatures ?? null },
    helper: helper.name === "" && helper.role === "" ? null : helper,
    original: passage(typed("original")) || null,
  });
}

function readSignatures(typed: string): number | null | undefined {
  const figures = plain(typed).replace(/[ ,]/g, "");
  if (figures === "") return null;
  const count = /^\d{1,8}$/.test(figures) ? Number(figures) : 0;
  return count >= 1 && count <= mostSignatures ? count : undefined;
}

function readSaidOnPaper(entries: DetailsEntries, say: Say): Result<SaidOfOneself, DetailsProblem[]> {
  const typed = (field: DetailsField) => (entries[field] ?? "").trim();
  const asks = typed("confidential") === "yes" || typed("confidentiality-reason") !== "";
  const given: Entries = {};
  for (const field of sendingFields) if (typed(field) !== "") given[field] = [typed(field)];
  given.publish ??= ["summary"];
  if (asks) given.confidential = ["yes"];
  const problems: DetailsProblem[] = [];
  if (!given.as) problems.push({ field: "as", code: "as-missing" });
  const ofOthers = ["organisation-name", "members-represented", "how-views-gathered"] as const;
  const about = ofOthers.find((field) => given[field]);
  if (given.as && about && !isForOthers(given)) problems.push({ field: "as", code: "organisation-not-asked" });
  if (about && about !== "organisation-name" && isForOthers(given)) problems.push({ field: "organisation-name", code: "organisation-name-missing" });
  const form = sendingForm(say, given);
  const isNamed = given.publish[0] === "named";
  if (isNamed && !given[isForOthers(given) ? "organisation-name" : "name"]) {
    problems.push({ field: "publish", code: "name-missing" });
  }
  const checked = checkForm(withoutWordLimits(withNothingCompulsory(form)), given);
  for (const { field, code } of checked.errors) {
    if (code === "email-not-understood") problems.push({ field: "email", code });
    else if (code === "too-many-characters") problems.push({ field: field as DetailsField, code: "too-long" });
    else if (code === "choice-unknown" && field === "as") problems.push({ field: "as", code: "as-missing" });
    else if (code === "choice-unknown" && !isNamed) problems.push({ field: "publish", code: "name-missing" });
  }
  const said = readSaid(checked);
  return said && problems.length === 0 ? succeed(said) : fail(problems);
}

// because what was written by hand is taken over however long it is
function withoutWordLimits(form: FormDefinition): FormDefinition {
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.type === "long-text" ? { ...question, maxWords: undefined } : question)),
  }));
  return { ...form, sections };
}

/** What would be typed to say this, so that it can be corrected on the same page. */
export function typedDetails({ channel, language, version, receivedAt, said, sheet, signatures, helper, original }: Details): DetailsEntries {
  const sending = Object.fromEntries(Object.entries(entriesOfSaid(said)).map(([field, [typed]]) => [field, typed]));
  return {
    ...{ channel, language, version: String(version), ...dateAsTyped(dayOf(receivedAt)), ...sending },
    ...(sheet !== null && { sheet }),
    ...(signatures !== null && { signatures: String(signatures) }),
    ...(helper && { "helper-name": helper.name, "helper-role": helper.role }),
    ...(original !== null && { original }),
  };
}

/** What the next response of the same pile begins with: how it came, when, in which language, and what it was printed from. */
export function sameAgain({ channel, day, month, year, language, version }: DetailsEntries): DetailsEntries {
  const kept = { channel, day, month, year, language, version };
  return Object.fromEntries(Object.entries(kept).filter(([, typed]) => typed !== undefined && typed !== ""));
}
