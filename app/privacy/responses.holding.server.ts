// Responses: what somebody sent, who they said they are, and the files with it. Equality answers lie under a key of their own.
import { findEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { eraseContactOf, eraseTakenOut, eraseWordsOf, takeOut } from "#app/consultations/erasing.store.server.ts";
import { findFormVersion } from "#app/consultations/store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { describeAnswer } from "#app/forms/describe.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { line, readEmail } from "#app/shared/typed.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { HeldFile, Thing } from "./holding.ts";
import { rowsOf, type Asked, type Holding } from "./holding.server.ts";

const columns = {
  ...{ id: true, consultationId: true, partnershipId: true, reference: true, channel: true, language: true, respondentType: true },
  ...{ permission: true, confidentialityRequested: true, disclosureVersion: true, receivedAt: true, currentRevision: true, withdrawnAt: true },
  consultation: { select: { title: true, frozenAt: true, holds: { where: { liftedAt: null }, select: { reason: true }, take: 1 } } },
  revisions: { select: { number: true, formVersionId: true, answers: true, sentAt: true, entered: { select: { reason: true, illegible: true, unread: true } } }, orderBy: { number: "asc" } },
  contact: { omit: { responseId: true, partnershipId: true } },
  entered: { select: { sheet: true, signatures: true, helper: true, original: true, unread: true, againDiffers: true } },
  held: { select: { questionId: true } },
} satisfies Prisma.ResponseSelect;
type ResponseRow = Prisma.ResponseGetPayload<{ select: typeof columns }>;

type Organisation = { name?: string; membersRepresented?: string; howViewsGathered?: string } | null;

/** Whether it was taken out before the analysis was frozen, or may still be: otherwise it stays in the set. */
function staysInAnalysis({ withdrawnAt, consultation: { frozenAt } }: ResponseRow): boolean {
  return frozenAt !== null && (withdrawnAt === null || withdrawnAt >= frozenAt);
}

/** The row without answers that are kept out of every officer's sight because they show somebody at risk. */
function withoutHeld(found: ResponseRow): ResponseRow {
  const { held, revisions, entered, ...row } = found;
  if (held.length === 0) return found;
  const seen = (answers: unknown) => Object.fromEntries(Object.entries(answers as Answers).filter(([id]) => !held.some(({ questionId }) => questionId === id)));
  return {
    ...{ ...row, held },
    // because what could not be read or was entered a second time may be of what is held
    entered: entered && { ...entered, original: null, unread: {}, againDiffers: null },
    revisions: revisions.map(({ answers, ...revision }) => ({ ...revision, answers: seen(answers), entered: revision.entered && { ...revision.entered, unread: {} } })),
  };
}

async function answerRows(on: Database, { revisions, currentRevision, contact }: ResponseRow, words: Asked["words"]) {
  const current = revisions.find(({ number }) => number === currentRevision);
  if (!current) return [];
  const { definition } = await findFormVersion(on, current.formVersionId);
  const answers = { ...(current.answers as Answers), ...((contact?.answers ?? {}) as Answers) };
  return questionsOf(definition).flatMap((question) => {
    const lines = describeAnswer(question, answers[question.id], words).map(({ label, text }) => (label ? `${label.text}: ${text.text}` : text.text));
    return lines.length === 0 ? [] : [{ label: textIn(question.label, words.language).text, value: lines.join("\n") }];
  });
}

/** The files of answers that are still kept. */
async function filesOf(on: Database, { revisions, partnershipId }: ResponseRow): Promise<HeldFile[]> {
  const ids = revisions.flatMap(({ answers }) =>
    Object.values(answers as Record<string, unknown>).flatMap((answer) => (answer as { fileId?: string } | null)?.fileId ?? []),
  );
  return on.file.findMany({ where: { partnershipId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true, storageKey: true } });
}

async function tellResponse(on: Database, found: ResponseRow, { words, withEquality }: Asked & { withEquality: boolean }): Promise<Thing> {
  const row = withoutHeld(found);
  const helper = found.entered?.helper as { name?: string; role?: string } | null | undefined;
  const { t, instant, language } = words;
  const { consultation, contact, reference } = row;
  const title = textIn(textSchema.parse(consultation.title), language).text;
  const organisation = contact?.organisation as Organisation | undefined;
  const equality = await findEqualityAnswers(on, { id: row.consultationId }, row.id);
  const hasEquality = Object.keys(equality).length > 0;
  const hold = consultation.holds[0]?.reason ?? null;
  const stays = staysInAnalysis(row);
  return {
    ...{ kind: "response", id: row.id, name: contact?.name ?? organisation?.name ?? reference ?? row.id },
    rows: [
      ...rowsOf(words, {
        ...{ consultation: title, reference, received: instant(row.receivedAt), channel: t(`consultations:channel.${row.channel}`) },
        ...{ name: contact?.name, organisation: organisation?.name, members: organisation?.membersRepresented, gathered: organisation?.howViewsGathered },
        ...{ email: contact?.email, permission: t(`office:permission.${row.permission}`), confidentiality: contact?.confidentialityReason },
        ...{ withdrawn: row.withdrawnAt && instant(row.withdrawnAt), equality: hasEquality ? t("privacy:response.equality") : null },
        ...{ helper: helper?.name, original: found.entered?.original, safeguarding: found.held.length > 0 ? t("privacy:response.safeguarding") : null },
      }),
      ...(await answerRows(on, row, words)),
    ],
    data: { ...row, ...(withEquality && hasEquality && { equality }) },
    files: await filesOf(on, row),
    fields: contact ? { name: contact.name ?? "", email: contact.email ?? "", ...(organisation && { organisation: organisation.name ?? "" }) } : {},
    goes: [t(stays ? "privacy:response.goes-contact" : "privacy:response.goes-all"), ...(hasEquality ? [t("privacy:response.goes-equality")] : [])],
    stays: [t(stays ? "privacy:response.stays-answers" : "privacy:response.stays-shell"), t("privacy:response.stays-copies")],
    refusal: hold === null ? null : t("privacy:response.held", { reason: hold }),
    mayLoseWords: stays,
  };
}

async function findRow(on: Database, partnershipId: string, id: string): Promise<ResponseRow | null> {
  return on.response.findFirst({ where: { id, partnershipId }, select: columns });
}

export const responses: Holding = {
  kind: "response",
  tables: [
    ...["Response", "ResponseRevision", "ResponseContact", "EqualityAnswer", "CountedResponse", "File"],
    ...["EnteredResponse", "EnteredRevision", "ResponseLook", "FlaggedResponse", "SetResponse", "SetColumns", "AnswerText", "CampaignText", "TextMark", "TextTranslation", "TextModeration", "Redaction"],
    ...["PublicText", "PublicResponse", "InformationResponse", "InformationRedaction"],
    ...["Coding", "CodingMove", "CodeSuggestion", "OutsideReading", "CodingTask", "Settlement"],
    ...["ReportQuote"],
  ],
  async find(on, { search, most, partnership }) {
    const of = Prisma.sql`r."partnershipId" = ${partnership.id}`;
    const part = search.by === "name" ? partPattern(search.name) : "";
    const by =
      search.by === "email"
        ? Prisma.sql`c.email = ${search.email}`
        : search.by === "reference"
          ? Prisma.sql`r.reference = ${search.reference}`
          : Prisma.sql`(c.name ILIKE ${part} OR c.organisation->>'name' ILIKE ${part} OR e.helper->>'name' ILIKE ${part} OR e.original ILIKE ${part})`;
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT r.id FROM "Response" r LEFT JOIN "ResponseContact" c ON c."responseId" = r.id
        LEFT JOIN "EnteredResponse" e ON e."responseId" = r.id
      WHERE ${of} AND ${by} ORDER BY r."receivedAt" DESC, r.id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, ...asked }) {
    const rows = await on.response.findMany({
      where: { partnershipId: asked.partnership.id, id: { in: [...ids] } },
      orderBy: { receivedAt: "desc" },
      select: columns,
    });
    return Promise.all(rows.map((row) => tellResponse(on, row, asked)));
  },
  async correct({ id, values, partnership, by }) {
    const name = line(values.name ?? "");
    const typed = line(values.email ?? "");
    const organisationName = line(values.organisation ?? "");
    const email = typed === "" ? null : readEmail(typed)?.toLowerCase();
    if (email === undefined) return "email-malformed";
    if (name.length > 200 || organisationName.length > 200) return "too-long";
    await inTransaction(async (transaction) => {
      const contact = await transaction.responseContact.findFirst({ where: { responseId: id, partnershipId: partnership.id } });
      if (!contact) return;
      const organisation = contact.organisation as Organisation;
      await transaction.responseContact.update({
        where: { responseId: id },
        data: { name: name === "" ? null : name, email, ...(organisation && { organisation: { ...organisation, name: organisationName } }) },
      });
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "response", subjectId: id },
      });
    });
    return null;
  },
  async erase({ id, partnership, by, now, withWords }) {
    const row = await findRow(db(), partnership.id, id);
    if (!row || row.consultation.holds.length > 0) return;
    const { consultationId, partnershipId } = row;
    const one = { id, consultationId, partnershipId };
    const stays = staysInAnalysis(row);
    await inTransaction(async (transaction) => {
      if (stays) await eraseContactOf(transaction, one);
      else await takeOut(transaction, one, now);
      await recordAudit(transaction, {
        ...{ partnershipId, personId: by, action: "personal-data.erase", subjectKind: "response", subjectId: id },
        facts: { consultationId, stays, withWords: withWords && stays },
      });
    });
    if (!stays) await eraseTakenOut(one, now);
    else if (withWords && row.withdrawnAt === null) await eraseWordsOf(one, now);
  },
};
