// A response that was entered, as it would be typed again: to correct it, and to compare a second entry with it.
import type { OfficeResponse } from "#app/consultations/office-response.ts";
import { findContact, findResponseForOfficer } from "#app/consultations/office-response.store.server.ts";
import { isRespondentType } from "#app/consultations/response.ts";
import { findFormVersion, type FormVersion } from "#app/consultations/store.server.ts";
import type { Entries } from "#app/forms/entries.ts";
import type { Database } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isEnteredChannel, typedDetails, type Details, type DetailsEntries } from "./details.ts";
import { findEntered, type EnteredResponse } from "./entered.store.server.ts";
import { entriesOfPaper } from "./paper.ts";

export type SavedPaper = {
  response: OfficeResponse;
  entered: EnteredResponse;
  version: FormVersion;
  details: Details;
  typed: DetailsEntries;
  entries: Entries;
};

/** The paper behind a response, or 404 where nobody entered it. */
export async function findSavedPaper(on: Database, consultation: { id: string }, responseId: string | undefined): Promise<SavedPaper> {
  const response = await findResponseForOfficer(on, consultation, responseId);
  const entered = await findEntered(on, response.id);
  if (!entered || response.withdrawnAt) throw notFound();
  const version = await findFormVersion(on, response.formVersionId);
  const { personal, ...contact } = await findContact(on, response.id);
  const { permission, confidentialityRequested, receivedAt, respondentType, channel, language, answers } = response;
  const [last] = entered.revisions;
  const details: Details = {
    channel: isEnteredChannel(channel) ? channel : "letter",
    language: isLanguage(language) ? language : defaultLanguage,
    version: version.number,
    receivedAt,
    said: { ...contact, permission, confidentialityRequested, respondentType: isRespondentType(respondentType) ? respondentType : "other" },
    ...{ sheet: entered.sheet, signatures: entered.signatures, helper: entered.helper, original: entered.original },
  };
  const read = { answers, personal, unread: last.unread, unreadPersonal: entered.unreadPersonal };
  return { response, entered, version, details, typed: typedDetails(details), entries: entriesOfPaper(version.definition, read) };
}
