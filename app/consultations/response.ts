// A response: one row, its answers in immutable revisions, what names or reaches a person apart.
import type { Answers } from "#app/forms/answer.ts";
import type { Language } from "#app/shared/languages.ts";

/** Who answers. */
export const respondentTypes = [
  "individual",
  "organisation",
  "business",
  "parish_or_town_council",
  "partner_agency",
  "elected_member",
  "mp",
  "other",
] as const;
export type RespondentType = (typeof respondentTypes)[number];

export function isRespondentType(value: unknown): value is RespondentType {
  return respondentTypes.some((type) => type === value);
}

/** Those who speak for others, and are asked for whom and how they know. */
export const speakingForOthers: readonly RespondentType[] = [
  "organisation",
  "business",
  "parish_or_town_council",
  "partner_agency",
];

/** How it may be published: with the name, without it, or only as part of the summary. */
export const permissions = ["named", "unnamed", "summary"] as const;
export type Permission = (typeof permissions)[number];

export type Organisation = { name: string; membersRepresented?: string; howViewsGathered?: string };

/** What is said about oneself and about publication when a response is sent. */
export type SaidOfOneself = {
  respondentType: RespondentType;
  organisation: Organisation | null;
  name: string | null;
  email: string | null;
  permission: Permission;
  confidentialityRequested: boolean;
  confidentialityReason: string | null;
};

/** A response as whoever sent it sees it. */
export type OwnResponse = {
  id: string;
  partnershipId: string;
  consultationId: string;
  reference: string;
  language: Language;
  receivedAt: Date;
  currentRevision: number;
  withdrawnAt: Date | null;
  formVersionId: string;
  /** When the current revision was sent. */
  sentAt: Date;
  answers: Answers;
  /** Answers to personal questions. */
  personal: Answers;
  said: SaidOfOneself;
};
