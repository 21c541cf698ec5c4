// What each role may do, read off the policies themselves: each sentence is asked about each role, so that what administrators
// are told cannot differ from what is done.
import { mayKeepBodies, mayKeepOrganisations } from "#app/bodies/policy.ts";
import {
  deeds,
  mayAnalyse,
  mayAnswerRequests,
  mayChangeElections,
  mayCode,
  mayCorrect,
  mayDesign,
  mayDo,
  mayEnterResponses,
  mayExcludeResponses,
  mayExportContacts,
  mayExportResponses,
  mayInvite,
  mayLeadCoding,
  mayPrepareResults,
  mayPublishEquality,
  mayPublishOutcome,
  mayPublishReport,
  mayPublishResults,
  mayReadAnswers,
  maySeeNewVersion,
  maySeeOffice,
  maySeePublication,
  maySeeReport,
  maySeeResults,
  maySignOff,
  mayWriteReplies,
  mayWriteReport,
} from "#app/consultations/office-policy.ts";
import { mayKeepDecisions } from "#app/decisions/policy.ts";
import { mayKeepMeetings, mayNameTurns } from "#app/meetings/policy.ts";
import { mayKeepElections } from "#app/elections/policy.ts";
import { mayKeepNetworks } from "#app/networks/policy.ts";
import { mayChangeSettings } from "#app/partnerships/policy.ts";
import { mayGrantRoles, maySeePeople } from "#app/people/granting-policy.ts";
import { mayKeepLetters, mayKeepPersonalData, mayReadAuditLog, maySeeHealth, maySeeInstallation, maySeePartnershipOffice } from "#app/people/keeping-policy.ts";
import { roles, type Role } from "#app/people/role.ts";
import { mayNameContacts, mayRaise } from "#app/safeguarding/policy.ts";

type Sentence = { name: string; may: (roles: readonly Role[]) => boolean };

/** Every sentence over roles, in the order in which they are told; the words are `roles:duty.<name>`. */
export const sentences: readonly Sentence[] = [
  { name: "see-office", may: maySeeOffice },
  { name: "design", may: mayDesign },
  { name: "invite", may: mayInvite },
  { name: "enter-responses", may: mayEnterResponses },
  { name: "exclude-responses", may: mayExcludeResponses },
  { name: "see-results", may: maySeeResults },
  { name: "read-answers", may: mayReadAnswers },
  { name: "analyse", may: mayAnalyse },
  { name: "code", may: mayCode },
  { name: "lead-coding", may: mayLeadCoding },
  { name: "export-responses", may: mayExportResponses },
  { name: "export-contacts", may: mayExportContacts },
  { name: "answer-requests", may: mayAnswerRequests },
  ...deeds.map((deed) => ({ name: deed, may: (held: readonly Role[]) => mayDo(held, deed) })),
  { name: "sign-off", may: maySignOff },
  { name: "correct", may: mayCorrect },
  { name: "see-new-version", may: maySeeNewVersion },
  { name: "change-elections", may: mayChangeElections },
  { name: "write-replies", may: mayWriteReplies },
  { name: "publish-outcome", may: mayPublishOutcome },
  { name: "see-publication", may: maySeePublication },
  { name: "prepare-results", may: mayPrepareResults },
  { name: "publish-equality", may: mayPublishEquality },
  { name: "publish-results", may: mayPublishResults },
  { name: "see-report", may: maySeeReport },
  { name: "write-report", may: mayWriteReport },
  { name: "publish-report", may: mayPublishReport },
  { name: "see-partnership-office", may: maySeePartnershipOffice },
  { name: "keep-bodies", may: mayKeepBodies },
  { name: "keep-organisations", may: mayKeepOrganisations },
  { name: "keep-networks", may: mayKeepNetworks },
  { name: "keep-elections", may: mayKeepElections },
  { name: "name-turns", may: mayNameTurns },
  { name: "keep-meetings", may: mayKeepMeetings },
  { name: "keep-decisions", may: mayKeepDecisions },
  { name: "change-settings", may: mayChangeSettings },
  { name: "raise-safeguarding", may: mayRaise },
  { name: "name-contacts", may: mayNameContacts },
  { name: "see-people", may: maySeePeople },
  { name: "grant-roles", may: mayGrantRoles },
  { name: "keep-letters", may: mayKeepLetters },
  { name: "keep-personal-data", may: mayKeepPersonalData },
  { name: "read-audit-log", may: mayReadAuditLog },
  { name: "see-health", may: maySeeHealth },
  { name: "see-installation", may: (held) => maySeeInstallation(held, { parentId: null }) },
];

/** Each role with the names of the sentences that hold for whoever has it alone. */
export function listDuties(): { role: Role; duties: string[] }[] {
  return roles.map((role) => ({ role, duties: sentences.filter(({ may }) => may([role])).map(({ name }) => name) }));
}
