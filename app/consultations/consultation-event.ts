// An event of a consultation: where people meet about it, somewhere or online, and what there is for those who need it.
import { z } from "zod";
import { dayAsTyped } from "#app/shared/typed-day.ts";
import { accessFacts } from "#app/shared/access-facts.ts";
import { dayOf, instantAt, timeOf } from "#app/shared/dates.ts";
import type { Entries } from "#app/shared/edits.ts";
import { gatheringColumns } from "#app/shared/gathering.ts";
import { defaultLanguage, languages, textSchema } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, longestLink, passage, plain, readDate, readLink, readTime } from "#app/shared/typed.ts";
import { inputIn } from "./design-fields.ts";

/** The words are `consultations:event.kind.<kind>`. */
export const eventKinds = ["drop-in", "meeting", "workshop", "focus-group", "online", "stall", "citizens-panel", "door-to-door", "other"] as const;

export const consultationEventSchema = z.object({
  id: z.string(),
  kind: z.enum(eventKinds),
  title: textSchema,
  about: textSchema,
  ...gatheringColumns,
  booking: textSchema,
  cancelledAt: z.date().nullable(),
  /** Null until it was counted. */
  attended: z.number().nullable(),
  heardBy: z.array(z.string()),
});
export type ConsultationEvent = z.infer<typeof consultationEventSchema>;
export type EventHead = Omit<ConsultationEvent, "id" | "cancelledAt" | "attended" | "heardBy">;

/** In characters. */
export const longestOfEvent = { title: 200, about: 2000, venue: 200, booking: 1000, address: 500, link: longestLink } as const;
export const mostEvents = 200;
const furthestInYears = 5;

const wordedInputs = ["title", "about", "venue", "booking"] as const;

export const eventUnits: readonly string[][] = [
  ...wordedInputs.flatMap((name) => languages.map((language) => [inputIn(name, language)])),
  ...[["kind"], ["on-day", "on-month", "on-year"], ["starts"], ["ends"], ["address"], ["link"], ["access"]],
];

/** The words are `prepare:event-problem.<code>`. */
export type EventProblem = {
  input: string;
  code: "title-missing" | "long" | "kind" | "date" | "time" | "ends-before" | "too-far" | "link" | "nowhere";
  most?: number;
};

const dateInputs = (on: string | null) => dayAsTyped("on", on);

export function eventAsTyped(event: EventHead): Entries {
  return {
    ...Object.assign({}, ...wordedInputs.map((name) => textAsTyped(name, event[name]))),
    ...{ kind: event.kind, ...dateInputs(dayOf(event.startsAt)), starts: timeOf(event.startsAt), ends: timeOf(event.endsAt) },
    ...{ address: event.address ?? "", link: event.link ?? "", access: event.access.join(" ") },
  };
}

export const newEventEntries: Entries = {
  ...Object.assign({}, ...wordedInputs.map((name) => textAsTyped(name, {}))),
  ...{ kind: "", ...dateInputs(null), starts: "", ends: "", address: "", link: "", access: "" },
};

/** An event of one day, which may have been; or what is wrong with it. It needs a title, a time and somewhere to come to. */
export function readEvent(entries: Entries, now: Date): Result<EventHead, EventProblem[]> {
  const problems: EventProblem[] = [];
  const wrong = (input: string, code: EventProblem["code"], most?: number) => void problems.push({ input, code, ...(most !== undefined && { most }) });
  const worded = (name: (typeof wordedInputs)[number]) => {
    const text = readText(name, entries, name === "title" || name === "venue" ? line : passage);
    for (const input of tooLong(name, text, longestOfEvent[name])) wrong(input, "long", longestOfEvent[name]);
    return text;
  };
  const at = (input: string) => entries[input] ?? "";
  const title = worded("title");
  if (Object.keys(title).length === 0) wrong(inputIn("title", defaultLanguage), "title-missing");
  const kind = eventKinds.find((one) => one === at("kind"));
  if (!kind) wrong("kind", "kind");
  const date = readDate(at("on-day"), at("on-month"), at("on-year"));
  if (!date) wrong("on-day", "date");
  else if (Math.abs(Number(date.slice(0, 4)) - now.getUTCFullYear()) > furthestInYears) wrong("on-year", "too-far");
  const [starts, ends] = [readTime(at("starts")), readTime(at("ends"))];
  if (!starts) wrong("starts", "time");
  if (!ends) wrong("ends", "time");
  if (starts && ends && ends <= starts) wrong("ends", "ends-before");
  const [about, venue, booking] = [worded("about"), worded("venue"), worded("booking")];
  const address = passage(at("address"));
  if ([...address].length > longestOfEvent.address) wrong("address", "long", longestOfEvent.address);
  const link = readLink(at("link"));
  if (!link && plain(at("link")) !== "") wrong("link", "link");
  if (!link && plain(at("link")) === "" && Object.keys(venue).length === 0 && address === "") wrong(inputIn("venue", defaultLanguage), "nowhere");
  if (problems.length > 0 || !kind || !date || !starts || !ends) return fail(problems);
  const access = accessFacts.filter((fact) => at("access").split(" ").includes(fact));
  const [startsAt, endsAt] = [instantAt(date, starts), instantAt(date, ends)];
  return succeed({ kind, title, about, startsAt, endsAt, venue, address: address || null, link: link ?? null, access, booking });
}

/** Those still to come or going on, soonest first, and those that have been, latest first. */
export function byTime<Event extends Pick<ConsultationEvent, "startsAt" | "endsAt">>(events: readonly Event[], now: Date): { coming: Event[]; past: Event[] } {
  const inOrder = [...events].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return { coming: inOrder.filter(({ endsAt }) => endsAt > now), past: inOrder.filter(({ endsAt }) => endsAt <= now).reverse() };
}
