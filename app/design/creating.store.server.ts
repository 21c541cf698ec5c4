// Saves a new consultation, blank, from a template or as a copy; nobody but its officers sees it yet.
import type { Consultation, ConsultationTexts } from "#app/consultations/consultation.ts";
import { registerEntrySchema, type RegisterEntry } from "#app/consultations/register.ts";
import { saveFile } from "#app/consultations/file.store.server.ts";
import { findConsultationForOfficer, findNewestDefinition, saveConsultation } from "#app/consultations/store.server.ts";
import { datesToCome, type ReadConsultation } from "#app/consultations/consultation-file.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textInAll } from "#app/shared/words.server.ts";
import type { Creating } from "./creating.ts";
import { formOf } from "./templates.ts";

/** What another consultation lends to a copy: what it says of itself and its newest form, but no date, document or answer. */
export type Copied = { id: string; definition: FormDefinition; texts: Omit<ConsultationTexts, "title"> & RegisterEntry };

/** A consultation of the partnership to be copied, or 404. */
export async function findCopied(on: Database, partnershipId: string, id: string): Promise<Copied> {
  const consultation = await findConsultationForOfficer(on, partnershipId, id);
  const definition = await findNewestDefinition(on, consultation.formId);
  const row = await on.consultation.findFirstOrThrow({ where: { id, partnershipId }, select: { topics: true, places: true, audiences: true } });
  return { id, definition, texts: { ...textsOf(consultation), ...registerEntrySchema.parse(row), languages: definition.languages } };
}

function textsOf(consultation: Consultation): Copied["texts"] & Pick<ConsultationTexts, "decisionOn"> {
  const { summary, purpose, decisionToBeMade, decisionMaker, openToChange, notOpenToChange, audience, otherWays, contact } = consultation;
  const { asksEquality, graceInMinutes, languages } = consultation;
  return {
    ...{ summary, purpose, decisionToBeMade, decisionMaker, openToChange, notOpenToChange, audience, otherWays },
    ...{ asksEquality, graceInMinutes, languages, contact, decisionOn: null, topics: [], places: [], audiences: [] },
  };
}

const aDayInMinutes = 24 * 60;

/** Saves it, unpublished and without dates; its id. */
export async function createConsultation(
  transaction: Transaction,
  { partnership, personId }: { partnership: Pick<Partnership, "id" | "contact">; personId: string },
  { title, languages, from }: Creating,
  copied: Copied | null,
): Promise<string> {
  const definition = copied?.definition ?? formOf(from === "copy" ? "blank" : from, textInAll, languages);
  const texts = copied?.texts ?? {
    ...{ summary: {}, purpose: {}, decisionToBeMade: {}, decisionMaker: {}, decisionOn: null, openToChange: [], notOpenToChange: [], audience: {} },
    ...{ otherWays: partnership.contact, asksEquality: true, graceInMinutes: aDayInMinutes, languages },
  };
  const id = await saveConsultation(transaction, partnership.id, { ...texts, title, opensAt: null, closesAt: null, authorIds: [personId] }, definition);
  await recordAudit(transaction, {
    ...{ partnershipId: partnership.id, personId, action: "consultation.create", subjectKind: "consultation", subjectId: id },
    facts: { madeFrom: from, ...(copied && { consultationId: copied.id }) },
  });
  return id;
}

type Importing = { partnership: Pick<Partnership, "id" | "contact">; personId: string; isOurs: boolean; now: Date };

/** Saves a consultation that was read from a file, unpublished, with the dates that are still to come; its id. Another program's form has no contact. */
export async function importConsultationFile(transaction: Transaction, { partnership, personId, isOurs, now }: Importing, read: ReadConsultation): Promise<string> {
  const { opensAt, closesAt } = datesToCome(read, dayOf(now));
  const saving = { partnershipId: partnership.id, opensAt, closesAt, personId, now, ...(!isOurs && { otherWays: partnership.contact }) };
  const id = await saveFile(transaction, read, saving);
  await recordAudit(transaction, {
    ...{ partnershipId: partnership.id, personId, action: "consultation.import", subjectKind: "consultation", subjectId: id },
    facts: { questions: questionsOf(read.definition).length },
  });
  return id;
}
