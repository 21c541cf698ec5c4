// An appointment, its end and its induction as an officer types them.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, plain, readEmail, readNumber } from "#app/shared/typed.ts";
import { authorities, choosings, inductionSteps, type Appointment, type InductionDone } from "./appointment.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";
import { seniorities } from "./seniority.ts";
import { mayServe, termEndsOn, type Held } from "./term.ts";
import { endReasons, votesToRemove, type EndReason } from "./vacancy.ts";

/** In characters. */
export const longest = { name: 120, chosenBy: 300 } as const;

export const appointmentUnits: readonly Unit[] = [
  ...["name", "organisation", "email", "chosenHow", "chosenBy", "election", "authority", "seniority"].map((name) => [name]),
  ...[dayUnit("starts"), dayUnit("ends")],
];

type Said = Pick<Appointment, "name" | "organisationId" | "startsOn" | "endsOn" | "chosenHow" | "chosenBy" | "electionId" | "authority" | "seniority"> & { email: string | null };

/** The field is an input's name; the words are `seats:problem.<code>`. */
export type AppointmentProblem = {
  field: string;
  code: "missing" | "choose" | "too-long" | "email" | "no-account" | "day" | "ends-before" | "too-long-a-term" | "taken" | "terms" | "day-to-come" | "day-outside" | "votes" | "votes-few" | "not-elected";
  most?: number;
};

type Terms = { termInMonths: number; mostTerms: number };

type Choices = {
  terms: Terms;
  organisations: readonly string[];
  /** Elections that they may have been chosen in. */
  elections?: readonly string[];
  /** The last day of a term that begins on a day, where the seat ends in turns. */
  endOf?: (startsOn: string) => string;
};

/** What was typed, tidied; or all that is wrong with it. Without a last day the term ends with the seat's turn, or is as long as the line's terms are. */
export function readAppointment(entries: Entries, { terms, organisations, elections = [], endOf }: Choices): Result<Said, AppointmentProblem[]> {
  const problems: AppointmentProblem[] = [];
  const wrong = (field: string, code: AppointmentProblem["code"], most?: number) => void problems.push({ field, code, ...(most !== undefined && { most }) });
  const words = (field: "name" | "chosenBy"): string => {
    const said = line(entries[field] ?? "");
    if (said === "") wrong(field, "missing");
    if ([...said].length > longest[field]) wrong(field, "too-long", longest[field]);
    return said;
  };
  const chosen = <Value extends string>(field: string, of: readonly Value[]): Value | undefined => {
    const value = of.find((one) => one === entries[field]);
    if (value === undefined) wrong(field, "choose");
    return value;
  };
  const name = words("name");
  const organisationId = entries.organisation || null;
  if (organisationId !== null && !organisations.includes(organisationId)) wrong("organisation", "choose");
  const email = plain(entries.email ?? "") === "" ? null : readEmail(entries.email ?? "")?.toLowerCase();
  if (email === undefined) wrong("email", "email");
  const [chosenHow, chosenBy] = [chosen("chosenHow", choosings), words("chosenBy")];
  const electionId = entries.election || null;
  if (electionId !== null && !elections.includes(electionId)) wrong("election", "choose");
  // because only whoever was elected came from an election
  else if (electionId !== null && chosenHow !== undefined && chosenHow !== "elected") wrong("election", "not-elected");
  const [authority, seniority] = [chosen("authority", authorities), chosen("seniority", seniorities)];
  const [starts, ends] = [readDay("starts", entries), readDay("ends", entries)];
  if (starts.date === null) wrong("starts-day", "day");
  if (!ends.isBlank && ends.date === null) wrong("ends-day", "day");
  const usual = starts.date === null ? null : termEndsOn(starts.date, terms.termInMonths);
  const endsOn = ends.isBlank ? (starts.date && endOf ? endOf(starts.date) : usual) : ends.date;
  if (starts.date && endsOn && endsOn < starts.date) wrong("ends-day", "ends-before");
  // [D4] nobody is put on a seat for longer than its terms are
  if (usual && endsOn && endsOn > usual) wrong("ends-day", "too-long-a-term", terms.termInMonths);
  if (problems.length > 0 || !chosenHow || !authority || !seniority || !starts.date || !endsOn || email === undefined) return fail(problems);
  return succeed({ name, organisationId, email, chosenHow, chosenBy, electionId, authority, seniority, startsOn: starts.date, endsOn });
}

/** What is wrong with a term after those that somebody has had on the body: too many in a row. [D4] */
export function checkTerms(held: readonly Held[], startsOn: string, terms: Terms): AppointmentProblem[] {
  return mayServe(held, startsOn, terms).may ? [] : [{ field: "name", code: "terms", most: terms.mostTerms }];
}

type Filled = Pick<Appointment, "name" | "organisationId" | "chosenHow" | "chosenBy" | "electionId" | "authority" | "seniority"> & { startsOn: string; endsOn: string | null; email: string | null };

/** An appointment as it would be typed, to be changed. */
export function appointmentAsTyped({ name, organisationId, email, chosenHow, chosenBy, electionId, authority, seniority, startsOn, endsOn }: Filled): Entries {
  return {
    ...{ name, organisation: organisationId ?? "", email: email ?? "", chosenHow, chosenBy, election: electionId ?? "", authority, seniority },
    ...{ ...dayAsTyped("starts", startsOn), ...dayAsTyped("ends", endsOn) },
  };
}

/** The last day on a seat and why; a removal with its votes, two thirds of those who may vote at least. [D4] */
export function readEnd(
  entries: Entries,
  { startsOn, endsOn, voting }: { startsOn: string; endsOn: string; voting: number },
  today: string,
): Result<{ endedOn: string; endedFor: EndReason; votes: { for: number; of: number } | null }, AppointmentProblem[]> {
  const problems: AppointmentProblem[] = [];
  const { date: endedOn } = readDay("ended", entries);
  if (endedOn === null) problems.push({ field: "ended-day", code: "day" });
  else if (endedOn > addMonths(today, 12)) problems.push({ field: "ended-day", code: "day-to-come" });
  else if (endedOn < addDays(startsOn, -1) || endedOn > endsOn) problems.push({ field: "ended-day", code: "day-outside" });
  const endedFor = chosenReasons.find((one) => one === entries.endedFor);
  if (!endedFor) problems.push({ field: "endedFor", code: "choose" });
  const isRemoval = endedFor === "removed";
  const votes = isRemoval ? readNumber(entries.votes ?? "")?.value : undefined;
  if (isRemoval && (votes === undefined || !Number.isInteger(votes) || votes > voting)) problems.push({ field: "votes", code: "votes", most: voting });
  else if (isRemoval && votes! < votesToRemove(voting)) problems.push({ field: "votes", code: "votes-few", most: votesToRemove(voting) });
  if (problems.length > 0 || !endedOn || !endedFor) return fail(problems);
  return succeed({ endedOn, endedFor, votes: isRemoval ? { for: votes!, of: voting } : null });
}

/** Reasons that an officer gives; a seat that is no more ends with its version. */
export const chosenReasons = endReasons.filter((reason) => reason !== "seat-ended");

/** Which steps of an induction were done and when: those that are ticked, today's where they were not ticked before. */
export function readInduction(ticked: readonly string[], before: readonly InductionDone[], today: string): InductionDone[] {
  return inductionSteps.filter((step) => ticked.includes(step)).map((code) => before.find((one) => one.code === code) ?? { code, doneOn: today });
}
