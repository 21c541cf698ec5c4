// Those whom a partnership invites: what is on its lists of them, and which letters went to them.
import { listsOf } from "#app/stakeholders/lists.store.server.ts";
import { readStakeholder, shownName, stakeholderAsTyped } from "#app/stakeholders/stakeholder.ts";
import { eraseStakeholder, findStakeholder, saveStakeholder } from "#app/stakeholders/stakeholders.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

export const stakeholders: Holding = {
  kind: "stakeholder",
  tables: ["Stakeholder", "StakeholderList", "ListedStakeholder", "StakeholderBounce", "StoppedAddress", "MailedLetter"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Stakeholder" WHERE "partnershipId" = ${partnership.id} AND (email = ${email} OR name ILIKE ${part} OR organisation ILIKE ${part})
      ORDER BY organisation, name, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant, language } = words;
    const rows = await on.stakeholder.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      omit: { keyHash: true },
      include: { bounces: { omit: { messageKey: true } }, letters: { omit: { keyHash: true, linkHash: true }, include: { consultation: { select: { title: true } } } } },
    });
    return Promise.all(
      rows.map(async (row) => {
        const [lists, { stopped }] = await Promise.all([listsOf(on, row.id), findStakeholder(on, partnership.id, row.id)]);
        const about = row.letters.map(({ consultation }) => textIn(textSchema.parse(consultation.title), language).text);
        return {
          ...{ kind: "stakeholder" as const, id: row.id, name: shownName(row), files: [] },
          data: { ...row, lists: lists.map(({ name }) => name), stopped },
          fields: { name: row.name, email: row.email ?? "", organisation: row.organisation },
          rows: rowsOf(words, {
            ...{ name: row.name, organisation: row.organisation, email: row.email, telephone: row.telephone, post: row.post, source: row.source },
            ...{ lists: lists.map(({ name }) => name).join("\n"), invited: [...new Set(about)].join("\n"), since: instant(row.createdAt) },
            stopped: stopped && t(`stakeholders:stopped.${stopped}`),
          }),
          ...{ goes: [t("privacy:stakeholder.goes")], stays: [t("privacy:stakeholder.stays")], refusal: null, mayLoseWords: false },
        };
      }),
    );
  },
  async correct({ id, values, partnership, by, now }) {
    const there = await findStakeholder(db(), partnership.id, id);
    const read = readStakeholder({ ...stakeholderAsTyped(there), ...values }, there.language);
    if (!read.ok) {
      const codes = read.problem.map(({ code }) => code);
      return codes.includes("long") ? "too-long" : codes.includes("nameless") ? "name-missing" : "email-malformed";
    }
    return inTransaction(async (transaction) => {
      const saved = await saveStakeholder(transaction, { partnershipId: partnership.id, personId: by, now }, id, read.value);
      if (!saved.ok) return "email-malformed" as const;
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "stakeholder", subjectId: id },
      });
      return null;
    });
  },
  async erase({ id, partnership, by, now }) {
    await inTransaction((transaction) => eraseStakeholder(transaction, { partnershipId: partnership.id, personId: by, now }, id, "personal-data.erase"));
  },
};
