// Hustings in a room or online: every candidate is invited alike, everybody may come, and what was asked and answered is written down. [D3]
import { z } from "zod";
import { detailsAsTyped, detailsUnits, newDetails, readDetails, type DetailsProblem, type MeetingDetails } from "#app/meetings/meeting-form.ts";
import type { Entries } from "#app/shared/edits.ts";
import { gatheringColumns, type Gathering } from "#app/shared/gathering.ts";
import { defaultLanguage, textSchema, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";
import type { ElectionState } from "./election.ts";

export const hustingsMeetingSchema = z.object({
  id: z.string(),
  ...gatheringColumns,
  /** What was asked and what each candidate said, once it has been. */
  record: textSchema,
  cancelledAt: z.date().nullable(),
  cancelledFor: textSchema,
});
export type HustingsMeeting = z.infer<typeof hustingsMeetingSchema>;

/** In one election. */
export const mostHustings = 30;
/** In characters. */
export const longestOfHustings = { why: 500, record: 20_000 } as const;

/** Meetings are planned from the notice until the poll closes. */
export function mayPlanHustings(state: ElectionState): boolean {
  const during: readonly ElectionState[] = ["notice-published", "nominations-open", "nominations-closed", "candidates-confirmed", "poll-open"];
  return during.includes(state);
}

type When = Pick<HustingsMeeting, "startsAt" | "cancelledAt">;

/** Whether it may be changed or called off: until it begins. */
export function isToCome({ startsAt, cancelledAt }: When, now: Date): boolean {
  return cancelledAt === null && now < startsAt;
}

/** Whether what was said may be written down: from when it begins. */
export function isRecordable({ startsAt, cancelledAt }: When, now: Date): boolean {
  return cancelledAt === null && now >= startsAt;
}

// what a meeting has besides: hustings are called so, and are for everybody
const without = { title: {}, isOpen: false } as const;

/** Inputs that are one answer together: those of a meeting. */
export const hustingsUnits = detailsUnits;

/** A meeting as it would be typed; null for a new one. */
export function hustingsAsTyped(meeting: Gathering | null): Entries {
  return meeting === null ? newDetails : detailsAsTyped({ ...meeting, ...without });
}

/** When and where it is, to come and within five years; or all that is wrong. */
export function readHustings(entries: Entries, now: Date): Result<Gathering, DetailsProblem[]> {
  const read = readDetails(entries, now);
  return read.ok ? succeed(gatheringOf(read.value)) : read;
}

function gatheringOf({ startsAt, endsAt, venue, address, link, access }: MeetingDetails): Gathering {
  return { startsAt, endsAt, venue, address, link, access };
}

/** The words are `candidates:meeting.problem.<code>`. */
export type HustingsTextProblem = { input: string; code: "why-missing" | "record-missing" | "long"; most: number };

/** Why it is called off, or what was said there; in at least one language. */
export function readHustingsText(name: "why" | "record", entries: Entries): Result<Text, HustingsTextProblem> {
  const [text, most] = [readText(name, entries, passage), longestOfHustings[name]];
  if (Object.keys(text).length === 0) return fail({ input: `${name}-${defaultLanguage}`, code: `${name}-missing`, most });
  const long = tooLong(name, text, most)[0];
  return long === undefined ? succeed(text) : fail({ input: long, code: "long", most });
}
