// A meeting of a body: planned in advance, called when its agenda goes out, held or cancelled. What state it is in is read
// from its dates.
import { z } from "zod";
import { dayOf } from "#app/shared/dates.ts";
import { gatheringColumns } from "#app/shared/gathering.ts";
import { filled, textIn, textSchema, type Language } from "#app/shared/languages.ts";

/** What a meeting needs to know of the body that meets. */
export const meetingBodySchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: textSchema,
  isFull: z.boolean(),
  papersInDays: z.number(),
  minutesRule: z.enum(["days", "weekday", "approved"]),
  minutesInDays: z.number(),
  reportBackInDays: z.number(),
  quorum: z.number().nullable(),
});
export type MeetingBody = z.infer<typeof meetingBodySchema>;

export const meetingSchema = z.object({
  id: z.string(),
  partnershipId: z.string(),
  body: meetingBodySchema,
  title: textSchema,
  ...gatheringColumns,
  /** Whether the public may watch. */
  isOpen: z.boolean(),
  calledAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
  cancelledFor: textSchema,
  minutesReadyAt: z.date().nullable(),
  /** The day on which the next meeting agreed the minutes. */
  minutesApprovedOn: z.date().nullable().transform((on) => on && on.toISOString().slice(0, 10)),
  revision: z.number(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Planned: no agenda yet. The words are `meetings:state.<state>`. */
export type MeetingState = "planned" | "called" | "going-on" | "held" | "cancelled";

/** A meeting is going on from the instant it begins to the instant it ends. */
export function stateOf({ startsAt, endsAt, calledAt, cancelledAt }: Pick<Meeting, "startsAt" | "endsAt" | "calledAt" | "cancelledAt">, now: Date): MeetingState {
  if (cancelledAt !== null) return "cancelled";
  if (endsAt <= now) return "held";
  if (startsAt <= now) return "going-on";
  return calledAt === null ? "planned" : "called";
}

/** The date of a meeting in Europe/London. */
export function dayOfMeeting({ startsAt }: Pick<Meeting, "startsAt">): string {
  return dayOf(startsAt);
}

/** Its own title where it has one, or its body's name, in the first language that has it. */
export function nameOf({ title, body }: Pick<Meeting, "title"> & { body: Pick<MeetingBody, "name"> }, language: Language): { text: string; language: Language } {
  return textIn(filled(title) ?? body.name, language);
}

/** Whether its date, place and agenda may still be changed: until it begins. */
export function isChangeable(meeting: Pick<Meeting, "startsAt" | "endsAt" | "calledAt" | "cancelledAt">, now: Date): boolean {
  return ["planned", "called"].includes(stateOf(meeting, now));
}
