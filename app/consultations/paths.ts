// Addresses of consultations and of responding to them.
import { partnershipPath } from "#app/partnerships/paths.ts";

type At = { slug: string };

export function consultationsPath(partnership: At): string {
  return `${partnershipPath(partnership)}/consultations`;
}

export function consultationPath(partnership: At, consultation: { id: string }): string {
  return `${consultationsPath(partnership)}/${consultation.id}`;
}

/** The register as an Atom feed, for those who want to hear of what is new. */
export function consultationsAtomPath(partnership: At): string {
  return `${consultationsPath(partnership)}.atom`;
}

/** The register as JSON, for other programs. */
export function consultationsJsonPath(partnership: At): string {
  return `${consultationsPath(partnership)}.json`;
}

/** Where responding begins. */
export function respondPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/respond`;
}

/** One page of questions. */
export function questionsPath(partnership: At, consultation: { id: string }, pageId: string): string {
  return `${respondPath(partnership, consultation)}/questions/${pageId}`;
}

/** The two addresses of the form about oneself and about publication. */
export type SendingPart = "about-you" | "permission";

/** Which of them a page of that form lies under. */
export function sendingPartOf(pageId: string): SendingPart {
  return pageId === "permission" || pageId === "confidentiality-reason" ? "permission" : "about-you";
}

/** A page of the form about oneself and about publication, by its id in that form. */
export function sendingPath(partnership: At, consultation: { id: string }, pageId: string): string {
  const part = sendingPartOf(pageId);
  const start = `${respondPath(partnership, consultation)}/${part}`;
  return pageId === part ? start : `${start}/${pageId}`;
}

export function checkAnswersPath(partnership: At, consultation: { id: string }): string {
  return `${respondPath(partnership, consultation)}/check-answers`;
}

/** What was changed in the questions since a draft was begun, and where it goes over to them. */
export function changedQuestionsPath(partnership: At, consultation: { id: string }): string {
  return `${respondPath(partnership, consultation)}/changed-questions`;
}

/** How to come back later. */
export function savePath(partnership: At, consultation: { id: string }): string {
  return `${respondPath(partnership, consultation)}/save`;
}

/** The link of a letter: the one address that holds a reference. */
export function returnPath(partnership: At, consultation: { id: string }, reference: string): string {
  return `${respondPath(partnership, consultation)}/return?key=${reference}`;
}

/** The receipt. */
export function sentPath(partnership: At, consultation: { id: string }): string {
  return `${respondPath(partnership, consultation)}/sent`;
}

/** The explanation of the equality questions, or one of their pages. */
export function equalityPath(partnership: At, consultation: { id: string }, pageId?: string): string {
  const start = `${respondPath(partnership, consultation)}/equality`;
  return pageId === undefined ? start : `${start}/questions/${pageId}`;
}

/** Where a reference is entered. */
export function responsesPath(partnership: At): string {
  return `${partnershipPath(partnership)}/responses`;
}

export function lostReferencePath(partnership: At): string {
  return `${responsesPath(partnership)}/lost`;
}

/** One's own response to a consultation: look at it, change it, withdraw it. */
export function ownResponsePath(partnership: At, consultation: { id: string }): string {
  return `${responsesPath(partnership)}/mine?consultation=${consultation.id}`;
}

/** What became of it: whether it was counted, what its own words were sorted by, and what was answered to that. */
export function becamePath(partnership: At, consultation: { id: string }): string {
  return `${responsesPath(partnership)}/mine/became?consultation=${consultation.id}`;
}

/** A document to download. */
export function documentPath(partnership: At, consultation: { id: string }, documentId: string): string {
  return `${consultationPath(partnership, consultation)}/documents/${documentId}`;
}

/** What people are told before they send, for everybody. */
export function noticesPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/notices`;
}

/** An event to put into one's own calendar. */
export function eventCalendarPath(partnership: At, consultation: { id: string }, eventId: string): string {
  return `${consultationPath(partnership, consultation)}/events/${eventId}/calendar.ics`;
}

/** The results as everybody may read them. */
export function publishedResultsPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/results`;
}

/** The responses that anybody may read, one by one. */
export function publishedResponsesPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/responses`;
}

/** The report of what people said, as everybody may read it. */
export function reportPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/report`;
}

/** What became of it: what was decided, and what is answered to what people said. */
export function outcomePath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/outcome`;
}

/** Where one asks to be told when there is an outcome. */
export function followPath(partnership: At, consultation: { id: string }): string {
  return `${consultationPath(partnership, consultation)}/follow`;
}

/** Where the links lead of letters to those who asked. */
export function followingPath(partnership: At, token: string): string {
  return `${partnershipPath(partnership)}/following?key=${token}`;
}
