// A consultation: what is asked of whom, about which decision, and when. What it is today is read from its dates.
import { z } from "zod";
import { dayOf } from "#app/shared/dates.ts";
import { languages, textSchema, type Language, type Text } from "#app/shared/languages.ts";

const otherWaysSchema = z.object({
  telephone: z.string().max(100).optional(),
  textphone: z.string().max(100).optional(),
  email: z.string().max(320).optional(),
  post: z.string().max(1000).optional(),
  inPerson: textSchema.optional(),
  /** Other formats and how to ask for them. */
  formats: textSchema.optional(),
});

/** What an officer writes about a consultation; its form is apart. */
export const consultationTextSchema = z.object({
  title: textSchema,
  summary: textSchema,
  purpose: textSchema,
  decisionToBeMade: textSchema,
  decisionMaker: textSchema,
  decisionOn: z.iso.date().nullable(),
  openToChange: z.array(textSchema).max(50),
  notOpenToChange: z.array(textSchema).max(50),
  audience: textSchema,
  otherWays: otherWaysSchema,
  asksEquality: z.boolean(),
  languages: z.array(z.enum(languages)).min(1),
  graceInMinutes: z.number().int().min(0).max(60 * 24 * 60),
});

/** What an officer writes about a consultation, without its dates. */
export type ConsultationTexts = z.output<typeof consultationTextSchema>;

export type Consultation = {
  id: string;
  partnershipId: string;
  formId: string;
  title: Text;
  /** Plain, at most 300 characters a language. */
  summary: Text;
  purpose: Text;
  decisionToBeMade: Text;
  decisionMaker: Text;
  decisionOn: string | null;
  openToChange: Text[];
  notOpenToChange: Text[];
  audience: Text;
  otherWays: z.infer<typeof otherWaysSchema>;
  asksEquality: boolean;
  languages: Language[];
  graceInMinutes: number;
  opensAt: Date | null;
  closesAt: Date | null;
  publishedAt: Date | null;
  frozenAt: Date | null;
};

export type ConsultationState = "unpublished" | "scheduled" | "open" | "grace" | "closed";

/** When a draft begun in time can no longer be sent; null while no closing is set. */
export function graceEndsAt(consultation: Pick<Consultation, "closesAt" | "graceInMinutes">): Date | null {
  if (!consultation.closesAt) return null;
  return new Date(consultation.closesAt.getTime() + consultation.graceInMinutes * 60_000);
}

/**
 * Open from the instant it opens up to, and not including, the instant it closes; "grace" from then until drafts begun
 * before may no longer be sent. Without an opening it is not open.
 */
export function stateOf(
  consultation: Pick<Consultation, "opensAt" | "closesAt" | "graceInMinutes" | "publishedAt">,
  now: Date,
): ConsultationState {
  if (!consultation.publishedAt) return "unpublished";
  if (!consultation.opensAt || now < consultation.opensAt) return "scheduled";
  if (!consultation.closesAt || now < consultation.closesAt) return "open";
  const graceEnds = graceEndsAt(consultation);
  return graceEnds && now < graceEnds ? "grace" : "closed";
}

/** Whether a response may be begun. */
export function isOpen(consultation: Parameters<typeof stateOf>[0], now: Date): boolean {
  return stateOf(consultation, now) === "open";
}

/** Whether a draft may still be filled in and sent: while open, and in the grace if it was begun before closing. */
export function maySend(consultation: Parameters<typeof stateOf>[0], draft: { startedAt: Date }, now: Date): boolean {
  const state = stateOf(consultation, now);
  if (state === "open") return true;
  return state === "grace" && consultation.closesAt !== null && draft.startedAt < consultation.closesAt;
}

/** Instants at which the public pages of the consultation read differently. */
export function turningPoints(consultation: Consultation): (Date | null)[] {
  return [consultation.opensAt, consultation.closesAt, graceEndsAt(consultation)];
}

/** The last day of answering in Europe/London, "2006-03-03"; closing at midnight belongs to the day before. */
export function closesOn(consultation: Pick<Consultation, "closesAt">): string | null {
  if (!consultation.closesAt) return null;
  return dayOf(new Date(consultation.closesAt.getTime() - 1));
}
