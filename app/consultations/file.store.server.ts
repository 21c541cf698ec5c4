// A consultation to and from its file: everything that is written about it, with its form.
import { partsWithPictures, withPicturesOf } from "#app/forms/pictures.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { isProfile } from "./launch-gate.ts";
import { listDocuments } from "./documents.store.server.ts";
import { addEvent, changeEvent, listEvents } from "./events.store.server.ts";
import type { Consultation, ConsultationTexts } from "./consultation.ts";
import type { FileContents, ReadConsultation } from "./consultation-file.ts";
import { fileDocumentOf, fileEventOf, ownNotices } from "./consultation-file-parts.ts";
import { noticeKinds, type NoticeKind } from "./notice.ts";
import { addNotice } from "./notices.store.server.ts";
import { findRegisterEntry } from "./register.store.server.ts";
import { findNewestDefinition, listErrata, saveConsultation } from "./store.server.ts";

/** What its file is written from. */
export async function findFileContents(on: Database, consultation: Consultation): Promise<FileContents> {
  const { id, partnershipId, formId } = consultation;
  const row = await on.consultation.findFirstOrThrow({
    where: { id, partnershipId },
    select: { profile: true, minimumDays: true, shorterTimeReason: true, asksResidents: true },
  });
  return {
    texts: { ...consultation, ...(await findRegisterEntry(on, consultation)) },
    dates: consultation,
    launch: { ...row, profile: isProfile(row.profile) ? row.profile : null, shorterTimeReason: textSchema.nullable().parse(row.shorterTimeReason) },
    parts: {
      events: (await listEvents(on, consultation)).map(fileEventOf),
      documents: (await listDocuments(on, consultation)).map(fileDocumentOf),
      notices: ownNotices(await findOwnNotices(on, consultation)),
      errata: await listErrata(on, formId),
    },
    form: await findNewestDefinition(on, formId),
  };
}

async function findOwnNotices(on: Database, { id: consultationId, partnershipId }: Consultation): Promise<Partial<Record<NoticeKind, Text>>> {
  const rows = await on.notice.findMany({ where: { consultationId, partnershipId }, orderBy: { number: "asc" }, select: { kind: true, text: true } });
  return Object.fromEntries(rows.map(({ kind, text }) => [kind, textSchema.parse(text)]));
}

type Saving = { partnershipId: string; opensAt: Date | null; closesAt: Date | null; otherWays?: ConsultationTexts["otherWays"]; personId: string | null; now: Date };

/** Saves what was read from a file as a new consultation, unpublished, with all but documents and corrections; its id. */
export async function saveFile(transaction: Transaction, { texts, definition, launch, parts }: ReadConsultation, saving: Saving): Promise<string> {
  const { partnershipId, opensAt, closesAt, otherWays = texts.otherWays, personId, now } = saving;
  const named = partsWithPictures(definition).flatMap(({ picture }) => picture?.file ?? []);
  const own = await transaction.formPicture.findMany({ where: { partnershipId, fileId: { in: named } }, select: { fileId: true } });
  const form = withPicturesOf(definition, new Set(own.map(({ fileId }) => fileId)));
  const id = await saveConsultation(transaction, partnershipId, { ...texts, otherWays, opensAt, closesAt, ...(personId !== null && { authorIds: [personId] }) }, form);
  const { shorterTimeReason, ...plain } = launch;
  await transaction.consultation.update({ where: { id }, data: { ...plain, ...(shorterTimeReason && { shorterTimeReason }) } });
  const of = { id, partnershipId };
  for (const { cancelledAt, attended, heardBy, ...head } of parts.events) {
    await changeEvent(transaction, of, await addEvent(transaction, of, head), { cancelledAt, attended, heardBy });
  }
  for (const kind of noticeKinds) {
    const text = parts.notices[kind];
    if (text) await addNotice(transaction, { partnershipId, consultationId: id, kind, text, personId: personId ?? "", now });
  }
  return id;
}
