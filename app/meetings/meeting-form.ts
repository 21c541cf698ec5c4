// When and where a meeting is, as an officer types it.
import { accessFacts } from "#app/shared/access-facts.ts";
import { dayOf, instantAt, timeOf } from "#app/shared/dates.ts";
import type { Entries } from "#app/shared/edits.ts";
import { longestOfGathering } from "#app/shared/gathering.ts";
import { defaultLanguage, languages } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage, plain, readLink, readTime } from "#app/shared/typed.ts";
import type { Meeting } from "./meeting.ts";

export type MeetingDetails = Pick<Meeting, "title" | "startsAt" | "endsAt" | "venue" | "address" | "link" | "access" | "isOpen">;

/** In characters. */
export const longestOfMeeting = { title: 200, ...longestOfGathering } as const;
const furthestInYears = 5;

/** The words are `meetings:details-problem.<code>`. */
export type DetailsProblem = { input: string; code: "long" | "date" | "time" | "ends-before" | "too-far" | "passed" | "link" | "nowhere"; most?: number };

const worded = ["title", "venue"] as const;

/** Inputs that are one answer together. */
export const detailsUnits: readonly string[][] = [
  ...worded.flatMap((name) => languages.map((language) => [`${name}-${language}`])),
  ...[dayUnit("on"), ["starts"], ["ends"], ["address"], ["link"], ["access"], ["isOpen"]],
];

export function detailsAsTyped(meeting: MeetingDetails): Entries {
  return {
    ...{ ...textAsTyped("title", meeting.title), ...textAsTyped("venue", meeting.venue), ...dayAsTyped("on", dayOf(meeting.startsAt)) },
    ...{ starts: timeOf(meeting.startsAt), ends: timeOf(meeting.endsAt), address: meeting.address ?? "", link: meeting.link ?? "" },
    ...{ access: meeting.access.join(" "), isOpen: meeting.isOpen ? "yes" : "" },
  };
}

export const newDetails: Entries = {
  ...{ ...textAsTyped("title", {}), ...textAsTyped("venue", {}), ...dayAsTyped("on", null) },
  ...{ starts: "", ends: "", address: "", link: "", access: "", isOpen: "" },
};

type Place = Pick<MeetingDetails, "venue" | "address" | "link" | "access" | "isOpen">;

/** Where it is and what there is: a place, or an address to take part at from elsewhere. */
export function readPlace(entries: Entries): { place: Place; problems: DetailsProblem[] } {
  const venue = readText("venue", entries, line);
  const address = passage(entries.address ?? "");
  const typedLink = plain(entries.link ?? "");
  const link = readLink(typedLink);
  const problems: DetailsProblem[] = [
    ...tooLong("venue", venue, longestOfMeeting.venue).map((input) => ({ input, code: "long" as const, most: longestOfMeeting.venue })),
    ...([...address].length > longestOfMeeting.address ? [{ input: "address", code: "long" as const, most: longestOfMeeting.address }] : []),
    ...(!link && typedLink !== "" ? [{ input: "link", code: "link" as const }] : []),
    ...(typedLink === "" && Object.keys(venue).length === 0 && address === "" ? [{ input: `venue-${defaultLanguage}`, code: "nowhere" as const }] : []),
  ];
  const access = accessFacts.filter((fact) => (entries.access ?? "").split(" ").includes(fact));
  return { place: { venue, address: address || null, link: link ?? null, access, isOpen: entries.isOpen === "yes" }, problems };
}

/** From when to when on a day, by the clock on the wall. */
export function readTimes(entries: Entries): Result<{ starts: string; ends: string }, DetailsProblem[]> {
  const [starts, ends] = [readTime(entries.starts ?? ""), readTime(entries.ends ?? "")];
  const problems: DetailsProblem[] = [
    ...(starts ? [] : [{ input: "starts", code: "time" as const }]),
    ...(ends ? [] : [{ input: "ends", code: "time" as const }]),
    ...(starts && ends && ends <= starts ? [{ input: "ends", code: "ends-before" as const }] : []),
  ];
  return starts && ends && problems.length === 0 ? succeed({ starts, ends }) : fail(problems);
}

/** A meeting to come, within five years; or all that is wrong with what was typed. */
export function readDetails(entries: Entries, now: Date): Result<MeetingDetails, DetailsProblem[]> {
  const title = readText("title", entries, line);
  const problems: DetailsProblem[] = tooLong("title", title, longestOfMeeting.title).map((input) => ({ input, code: "long", most: longestOfMeeting.title }));
  const { date } = readDay("on", entries);
  if (date === null) problems.push({ input: "on-day", code: "date" });
  else if (Number(date.slice(0, 4)) - now.getUTCFullYear() > furthestInYears) problems.push({ input: "on-year", code: "too-far" });
  const times = readTimes(entries);
  if (!times.ok) problems.push(...times.problem);
  else if (date !== null && instantAt(date, times.value.starts) <= now) problems.push({ input: "on-day", code: "passed" });
  const { place, problems: ofPlace } = readPlace(entries);
  problems.push(...ofPlace);
  if (date === null || !times.ok || problems.length > 0) return fail(problems);
  return succeed({ title, ...place, startsAt: instantAt(date, times.value.starts), endsAt: instantAt(date, times.value.ends) });
}
