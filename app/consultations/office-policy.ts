// Which officers may do what with a consultation, in sentences over the roles they hold in its partnership, and when.
import type { Role } from "#app/people/role.ts";
import { isTakenIn, stateOf, type Life, type StepKind } from "./life.ts";
import type { Consultation } from "./consultation.ts";
import type { TextPart } from "./design-fields.ts";

const officers: readonly Role[] = ["administrator", "editor", "approver", "analyst", "statistics", "data-controller"];

const isAnyOf = (roles: readonly Role[], allowed: readonly Role[]) => roles.some((role) => allowed.includes(role));

/** Every officer sees the partnership's consultations, published or not, and how many responses came. */
export function maySeeOffice(roles: readonly Role[]): boolean {
  return isAnyOf(roles, officers);
}

/** Every officer sees the figures of each question. */
export function maySeeResults(roles: readonly Role[]): boolean {
  return isAnyOf(roles, officers);
}

/** What people wrote in their own words is for those who analyse it. */
export function mayReadAnswers(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

/** What the codes are, and which answer carries which, is for those who read the answers. */
export function mayCode(roles: readonly Role[]): boolean {
  return mayReadAnswers(roles);
}

/** Handing out what is coded, drawing what is read a second time and settling where two differ is for those who code: each sees who did what. */
export function mayLeadCoding(roles: readonly Role[]): boolean {
  return mayCode(roles);
}

export function mayExportResponses(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

/** Names and addresses leave with the data controller alone, who says what for. */
export function mayExportContacts(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["data-controller"]);
}

/** What came on paper, by letter, by telephone is entered by those who run the consultation or work with its answers. */
export function mayEnterResponses(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor", "analyst"]);
}

type Reported = Life & Pick<Consultation, "reportPublicAt">;

/**
 * Whether responses may still be entered, corrected and left out: from its opening until the report is published. What
 * is done once they were frozen counts in the next set that is made of them.
 */
export function takesEntries(consultation: Reported, now: Date): boolean {
  return ["open", "paused", "grace", "closed"].includes(stateOf(consultation, now)) || takesNewSets(consultation, now);
}

/** Sets are looked at by those who work with what is in them. */
export function mayAnalyse(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst", "statistics"]);
}

/** Whether another set may be made: once there is one, until the report is published. Results that are published alone do not end it. */
export function takesNewSets(consultation: Reported, now: Date): boolean {
  const state = stateOf(consultation, now);
  return ["analysis", "report-draft"].includes(state) || (state === "report-published" && consultation.reportPublicAt === null);
}

/** Whether a response counts is decided by those who work with the answers. */
export function mayExcludeResponses(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

/** What is published of the results is chosen by those who analyse them, and previewed by whoever decides about it too. */
export function mayPrepareResults(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst", "statistics"]);
}

/** Equality answers are the statistician's alone, even to choose from. */
export function mayPublishEquality(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["statistics"]);
}

/** Publishing results, correcting them and taking them back is the approver's to decide. */
export function mayPublishResults(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "approver"]);
}

/** Requests for information are answered by those who answer for what is held of people. */
export function mayAnswerRequests(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "data-controller"]);
}

export function maySeePublication(roles: readonly Role[]): boolean {
  return mayPrepareResults(roles) || mayPublishResults(roles);
}

/** The report is written by those who know what people said and those who write for the partnership. */
export function mayWriteReport(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor", "analyst"]);
}

/** The report is made public, and taken back, by whoever decides about results. */
export function mayPublishReport(roles: readonly Role[]): boolean {
  return mayPublishResults(roles);
}

export function maySeeReport(roles: readonly Role[]): boolean {
  return mayWriteReport(roles) || mayPublishReport(roles) || mayAnalyse(roles);
}

/** The texts, the form and the documents of a consultation are the editor's to write. */
export function mayDesign(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor"]);
}

/**
 * Whether its texts and its form may still be rewritten: while it is a draft, and in review, where a change makes it a draft
 * again (`touchDesign`). What was approved is returned first, and what people have read is corrected, not rewritten.
 */
export function isDesignable(consultation: Pick<Life, "approvedAt" | "publishedAt">): boolean {
  return consultation.approvedAt === null && consultation.publishedAt === null;
}

/**
 * Whether documents, events and whom to ask may be changed: while it is designed, and once it is published until nobody can
 * answer any more; then each change is dated and shown to all.
 */
export function isSupplementable(consultation: Life, now: Date): boolean {
  return isDesignable(consultation) || isCorrectable(consultation, now);
}

/** Whether a page of what it says of itself may be changed: all while it is designed, whom to ask as long as people may answer. */
export function mayChangePart(part: TextPart, consultation: Consultation, now: Date): boolean {
  return part === "contact" ? isSupplementable(consultation, now) : isDesignable(consultation);
}

/** Whom to invite and how is the editor's to decide, and so are the lists of them and what is written down of who was reached. */
export function mayInvite(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor"]);
}

/** What is answered to people is written by those who know what they said. */
export function mayWriteReplies(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor", "approver", "analyst"]);
}

/** The outcome is made public by whoever may open a consultation. */
export function mayPublishOutcome(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "approver"]);
}

/** What officers do to a consultation, in the order of its life; the words are `life:deed.<deed>`. */
export const deeds = [
  ...(["submit", "return", "approve", "schedule", "open", "pause", "resume", "extend", "close"] as const),
  ...(["freeze", "draft-report", "archive"] as const),
] as const satisfies StepKind[];
export type Deed = (typeof deeds)[number];

export function isDeed(value: unknown): value is Deed {
  return deeds.some((deed) => deed === value);
}

const doers: Record<Deed, readonly Role[]> = {
  submit: ["editor"],
  return: ["editor", "approver"],
  ...{ approve: ["approver"], schedule: ["approver"], open: ["approver"] },
  ...{ pause: ["approver"], resume: ["approver"], extend: ["approver"], close: ["approver"] },
  freeze: ["analyst"],
  "draft-report": ["analyst"],
  archive: ["approver"],
};

/**
 * An editor writes and submits, an approver decides when it is public, open and closed, an analyst takes what came; an
 * administrator may do all of it.
 */
export function mayDo(roles: readonly Role[], deed: Deed): boolean {
  return isAnyOf(roles, ["administrator", ...doers[deed]]);
}

/** Nobody approves their own: whoever wrote in it or submitted it asks somebody else. */
export function mayApprove(who: { personId: string; roles: readonly Role[] }, authorIds: readonly string[]): boolean {
  return mayDo(who.roles, "approve") && !authorIds.includes(who.personId);
}

/** Those who write and those who approve correct the wording of what people are reading. */
export function mayCorrect(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor", "approver"]);
}

/** Whether its form may be corrected by a dated note: from its publication until nobody can answer any more. */
export function isCorrectable(consultation: Life, now: Date): boolean {
  return ["scheduled", "open", "paused", "grace"].includes(stateOf(consultation, now));
}

/** Whether a new version of the questions may be written and published: from the day the consultation is public until nobody can begin an answer. */
export function takesNewVersion(consultation: Life, now: Date): boolean {
  return isTakenIn("publish-version", stateOf(consultation, now));
}

/** New questions are the editor's to write and explain, and the approver's to look at before they are asked. */
export function maySeeNewVersion(roles: readonly Role[]): boolean {
  return mayDesign(roles) || mayDo(roles, "approve");
}

/** Nobody publishes questions of their own: whoever wrote in the new version asks somebody else. */
export function mayPublishVersion(who: { personId: string; roles: readonly Role[] }, authorIds: readonly string[]): boolean {
  return mayApprove(who, authorIds);
}

/** Those who write and those who approve put their names to what a launch is tested by. */
export function maySignOff(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor", "approver"]);
}

/** Whoever approves launches knows when there are elections. */
export function mayChangeElections(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "approver"]);
}

/** Whether the consultation is in the state for it; it opens only with a closing that is still to come. */
export function isTimely(deed: Deed, consultation: Life, now: Date): boolean {
  if (!isTakenIn(deed, stateOf(consultation, now))) return false;
  return deed !== "open" || (consultation.closesAt !== null && consultation.closesAt > now);
}
