// Drafts that were never sent, who asked to be told of an outcome, and letters.
import { kindName } from "#app/people/kept-letters.ts";
import { deleteDraft } from "#app/consultations/drafts.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { letterState } from "#app/shared/sending.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

export const drafts: Holding = {
  kind: "draft",
  tables: ["Draft", "DraftContact"],
  async find(on, { search, most, partnership }) {
    const [email, reference] = [search.by === "email" ? search.email : null, search.by === "reference" ? search.reference : null];
    const name = search.by === "name" ? partPattern(search.name) : null;
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM "Draft" d LEFT JOIN "DraftContact" c ON c."draftId" = d.id
      WHERE d."partnershipId" = ${partnership.id} AND d."responseId" IS NULL
        AND (c.email = ${email} OR d.reference = ${reference} OR c.sending::text ILIKE ${name} OR c.entries::text ILIKE ${name})
      ORDER BY d."savedAt" DESC LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant, number, language } = words;
    const rows = await on.draft.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { contact: true, consultation: { select: { title: true } } },
    });
    return rows.map((row) => ({
      ...{ kind: "draft" as const, id: row.id, name: row.contact?.email ?? row.reference, data: row, files: [], fields: {} },
      rows: rowsOf(words, {
        consultation: textIn(textSchema.parse(row.consultation.title), language).text,
        ...{ reference: row.reference, email: row.contact?.email, since: instant(row.startedAt), saved: instant(row.savedAt), expires: instant(row.expiresAt) },
        typed: number(Object.keys(row.entries as object).length + Object.keys((row.contact?.entries ?? {}) as object).length),
      }),
      ...{ goes: [t("privacy:draft.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      if (!(await deleteDraft(transaction, partnership.id, id))) return;
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "draft", subjectId: id },
      });
    });
  },
};

export const followers: Holding = {
  kind: "follower",
  tables: ["Follower"],
  async find(on, { search, most, partnership }) {
    if (search.by !== "email") return [];
    const rows = await on.follower.findMany({ where: { partnershipId: partnership.id, email: search.email }, orderBy: { askedAt: "desc" }, take: most, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant, language } = words;
    const rows = await on.follower.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      omit: { linkHash: true },
      include: { consultation: { select: { title: true } } },
    });
    return rows.map((row) => ({
      ...{ kind: "follower" as const, id: row.id, name: row.email, data: row, files: [], fields: {} },
      rows: rowsOf(words, { consultation: textIn(textSchema.parse(row.consultation.title), language).text, email: row.email, since: instant(row.askedAt) }),
      ...{ goes: [t("privacy:follower.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const { count } = await transaction.follower.deleteMany({ where: { id, partnershipId: partnership.id } });
      if (count === 0) return;
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "follower", subjectId: id },
      });
    });
  },
};

export const letters: Holding = {
  kind: "letter",
  tables: ["Letter"],
  async find(on, { search, most, partnership }) {
    if (search.by !== "email") return [];
    const rows = await on.letter.findMany({
      where: { partnershipId: partnership.id, toAddress: { equals: search.email, mode: "insensitive" } },
      orderBy: { createdAt: "desc" },
      take: most,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words, now }) {
    const { t, instant } = words;
    const rows = await on.letter.findMany({ where: { partnershipId: partnership.id, id: { in: [...ids] } }, orderBy: { createdAt: "desc" } });
    return rows.map((row) => ({
      ...{ kind: "letter" as const, id: row.id, name: row.subject, data: row, files: [], fields: {} },
      rows: rowsOf(words, {
        ...{ email: row.toAddress, subject: row.subject, letterKind: t(`letters:kind.${kindName(row.kind)}`), written: instant(row.createdAt) },
        state: t(`letters:state.${letterState(row, now)}`),
      }),
      ...{ goes: [t("privacy:letter.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const { count } = await transaction.letter.deleteMany({ where: { id, partnershipId: partnership.id } });
      if (count === 0) return;
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "letter", subjectId: id },
      });
    });
  },
};
