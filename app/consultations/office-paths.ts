// Addresses of the pages on which officers work on consultations.
import { officePath } from "#app/partnerships/paths.ts";
import type { Language } from "#app/shared/languages.ts";
import type { TextPart } from "./design-fields.ts";
import type { PointList } from "./points.ts";

type At = { slug: string };

/** Where an officer begins a new one, as a copy of another where one is named. */
export function newConsultationPath(partnership: At, copied?: { id: string }): string {
  return `${officePath(partnership)}/consultations/new${copied ? `?copy=${copied.id}` : ""}`;
}

/** Where an officer takes one in from a file. */
export function importPath(partnership: At): string {
  return `${officePath(partnership)}/consultations/import`;
}

export function officeConsultationPath(partnership: At, consultation: { id: string }): string {
  return `${officePath(partnership)}/consultations/${consultation.id}`;
}

/** What it says of itself, for its officers; or one page of it, to be changed. */
export function textsPath(partnership: At, consultation: { id: string }, part?: TextPart): string {
  const overview = `${officeConsultationPath(partnership, consultation)}/texts`;
  return part === undefined ? overview : `${overview}/${part}`;
}

/** The points that are open to change, or those that are not. */
export function pointsPath(partnership: At, consultation: { id: string }, list: PointList): string {
  return `${textsPath(partnership, consultation)}/points/${list}`;
}

/** Where a step in its life is taken. */
export function stepPath(partnership: At, consultation: { id: string }, deed: string): string {
  return `${officeConsultationPath(partnership, consultation)}/steps/${deed}`;
}

/** Where the form is built and edited. */
export function formPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/form`;
}

/** The working copy answered as a test, with nothing kept. */
export function trialPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/trial`;
}

/** What it must be before it is approved. */
export function launchPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/launch`;
}

/** Where the wording of its form is corrected while people answer it. */
export function errataPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/errata`;
}

/** Where a new version of its questions is begun and looked at while people answer them. */
export function versionPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/version`;
}

/** Where the new version is published or given up. */
export function versionStepPath(partnership: At, consultation: { id: string }, step: "publish" | "abandon"): string {
  return `${versionPath(partnership, consultation)}/${step}`;
}

/** What is decided for its launch. */
export function launchSettingsPath(partnership: At, consultation: { id: string }): string {
  return `${launchPath(partnership, consultation)}/settings`;
}

/** Days of voting in the partnership. */
export function electionsPath(partnership: At): string {
  return `${officePath(partnership)}/days-of-voting`;
}

/** The sets of responses that are analysed. */
export function analysisPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/analysis`;
}

/** The answers in people's own words that may be published word for word; of one state, where it is named. */
export function moderationPath(partnership: At, consultation: { id: string }, state?: string): string {
  return `${analysisPath(partnership, consultation)}/moderation${state === undefined ? "" : `?state=${state}`}`;
}

export function resultsPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/results`;
}

/** What people are told before they send, to be worded. */
export function designNoticesPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/notices`;
}

/** What the register finds it by, for its officers. */
export function designRegisterPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/register`;
}

/** The documents, for officers; or one of them, or "new", to be changed. */
export function designDocumentsPath(partnership: At, consultation: { id: string }, documentId?: string): string {
  const all = `${officeConsultationPath(partnership, consultation)}/documents`;
  return documentId === undefined ? all : `${all}/${documentId}`;
}

/** The events, for officers; or one of them, or "new", to be changed. */
export function designEventsPath(partnership: At, consultation: { id: string }, eventId?: string): string {
  const all = `${officeConsultationPath(partnership, consultation)}/events`;
  return eventId === undefined ? all : `${all}/${eventId}`;
}

/** How many came to an event, for officers. */
export function attendancePath(partnership: At, consultation: { id: string }, eventId: string): string {
  return `${designEventsPath(partnership, consultation, eventId)}/attendance`;
}

/** One question by another. */
export function crossTabulationPath(partnership: At, consultation: { id: string }): string {
  return `${resultsPath(partnership, consultation)}/cross-tabulation`;
}

/** Where officers choose what is published of the results, and publish it. */
export function publicationPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/publication`;
}

/** Exactly what would be published. */
export function publicationPreviewPath(partnership: At, consultation: { id: string }): string {
  return `${publicationPath(partnership, consultation)}/preview`;
}

/** Where it is decided whether responses are published one by one. */
export function publishResponsesPath(partnership: At, consultation: { id: string }): string {
  return `${publicationPath(partnership, consultation)}/responses`;
}

/** Requests for information about what people answered. */
export function informationRequestsPath(partnership: At): string {
  return `${officePath(partnership)}/information-requests`;
}

/** Those about one consultation. */
export function requestsAboutPath(partnership: At, consultation: { id: string }): string {
  return `${informationRequestsPath(partnership)}?${new URLSearchParams({ consultation: consultation.id, show: "all" })}`;
}

/** What one question was answered with, in people's own words. */
export function answersPath(partnership: At, consultation: { id: string }, questionId: string): string {
  return `${resultsPath(partnership, consultation)}/${questionId}`;
}

/** The counts alone, for a page that is open to refresh. */
export function countsPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/counts`;
}

/** The file of a document, published or not, for officers. */
export function officeDocumentPath(partnership: At, consultation: { id: string }, documentId: string): string {
  return `${officeConsultationPath(partnership, consultation)}/documents/${documentId}/file`;
}

/** A file that somebody sent as an answer, for officers. */
export function answerFilePath(partnership: At, consultation: { id: string }, fileId: string): string {
  return `${officeConsultationPath(partnership, consultation)}/files/${fileId}`;
}

/** The working copy as residents will see it, in each language and size. */
export function previewPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/preview`;
}

/** One page of it, without the officers' frame; it says its language, so that nobody's remembered one leads elsewhere. */
export function previewPagePath(partnership: At, consultation: { id: string }, page: string, language: Language): string {
  return `${previewPath(partnership, consultation)}/${page}?in=${language}`;
}

/** One response to a consultation, for officers. */
export function officeResponsePath(partnership: At, consultation: { id: string }, responseId: string): string {
  return `${officeConsultationPath(partnership, consultation)}/responses/${responseId}`;
}

/** Who has answered, who is missing, and how far those got who have not sent. */
export function progressPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/progress`;
}

/** What is striking about its responses, for those who decide whether they count. */
export function flagsPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/flags`;
}

/** The responses that officers enter, and where they enter the next. */
export function entriesPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/entries`;
}

/** Where the report of what people said is written. */
export function officeReportPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/report`;
}

/** Where officers write what became of it. */
export function officeOutcomePath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/outcome`;
}

/** Where an answer that shows somebody at risk is raised with the safeguarding contacts. */
export function raisePath(partnership: At, consultation: { id: string }, responseId?: string, questionId?: string): string {
  const start = `${officeConsultationPath(partnership, consultation)}/safeguarding/raise`;
  return responseId === undefined || questionId === undefined ? start : `${start}?${new URLSearchParams({ response: responseId, question: questionId })}`;
}

/** Whom it invites, and how far that is. */
export function invitationsPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/invitations`;
}

/** What is done to make it known, who was reached, and who is missing. */
export function reachPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/reach`;
}
