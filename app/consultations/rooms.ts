// The pages of one consultation that its officers work in, in the order in which a consultation meets them.
import type { Role } from "#app/people/role.ts";
import { columnsCsvPath, contactsPath, responsesCsvPath, responsesXlsxPath } from "./export-paths.ts";
import { mayAnalyse, mayAnswerRequests, mayCorrect, mayDesign, mayEnterResponses, mayExcludeResponses, mayExportContacts, mayExportResponses, mayInvite, maySeeNewVersion, maySeeOffice, maySeePublication, maySeeReport, maySeeResults, mayWriteReplies } from "./office-policy.ts";
import {
  analysisPath,
  designDocumentsPath,
  designEventsPath,
  designNoticesPath,
  designRegisterPath,
  entriesPath,
  errataPath,
  flagsPath,
  formPath,
  invitationsPath,
  launchPath,
  officeOutcomePath,
  officeReportPath,
  previewPath,
  progressPath,
  publicationPath,
  publishResponsesPath,
  reachPath,
  requestsAboutPath,
  resultsPath,
  textsPath,
  trialPath,
  versionPath,
} from "./office-paths.ts";

/** The headings they stand under, in order; the words are `office:rooms.<part>`. */
export const parts = ["prepare", "run", "answers", "reply"] as const;

/** A room's words are `office:room.<name>`. */
export type Room = {
  name: string;
  part: (typeof parts)[number];
  pathOf: (partnership: { slug: string }, consultation: { id: string }) => string;
  may: (roles: readonly Role[]) => boolean;
};

export const rooms: readonly Room[] = [
  { name: "texts", part: "prepare", pathOf: textsPath, may: maySeeOffice },
  { name: "register", part: "prepare", pathOf: designRegisterPath, may: maySeeOffice },
  { name: "documents", part: "prepare", pathOf: designDocumentsPath, may: maySeeOffice },
  { name: "events", part: "prepare", pathOf: designEventsPath, may: maySeeOffice },
  { name: "notices", part: "prepare", pathOf: designNoticesPath, may: maySeeOffice },
  { name: "form", part: "prepare", pathOf: formPath, may: mayDesign },
  { name: "preview", part: "prepare", pathOf: previewPath, may: maySeeOffice },
  { name: "trial", part: "prepare", pathOf: trialPath, may: maySeeOffice },
  { name: "launch", part: "prepare", pathOf: launchPath, may: maySeeOffice },
  { name: "invitations", part: "run", pathOf: invitationsPath, may: mayInvite },
  { name: "reach", part: "run", pathOf: reachPath, may: maySeeOffice },
  { name: "progress", part: "run", pathOf: progressPath, may: maySeeOffice },
  { name: "errata", part: "run", pathOf: errataPath, may: mayCorrect },
  { name: "version", part: "run", pathOf: versionPath, may: maySeeNewVersion },
  { name: "flags", part: "run", pathOf: flagsPath, may: mayExcludeResponses },
  { name: "entries", part: "run", pathOf: entriesPath, may: mayEnterResponses },
  { name: "results", part: "answers", pathOf: resultsPath, may: maySeeResults },
  { name: "analysis", part: "answers", pathOf: analysisPath, may: mayAnalyse },
  { name: "responses-xlsx", part: "answers", pathOf: responsesXlsxPath, may: mayExportResponses },
  { name: "responses-csv", part: "answers", pathOf: responsesCsvPath, may: mayExportResponses },
  { name: "columns-csv", part: "answers", pathOf: columnsCsvPath, may: mayExportResponses },
  { name: "contacts", part: "answers", pathOf: contactsPath, may: mayExportContacts },
  { name: "publication", part: "reply", pathOf: publicationPath, may: maySeePublication },
  { name: "publish-responses", part: "reply", pathOf: publishResponsesPath, may: maySeePublication },
  { name: "report", part: "reply", pathOf: officeReportPath, may: maySeeReport },
  { name: "information-requests", part: "reply", pathOf: requestsAboutPath, may: mayAnswerRequests },
  { name: "outcome", part: "reply", pathOf: officeOutcomePath, may: mayWriteReplies },
];
