// Responses that officers are entering and have not saved: who answered, who helped, and what was typed so far.
import type { DetailsEntries } from "#app/intake/details.ts";
import { eraseEntry } from "#app/intake/entry-drafts.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { Prisma } from "#prisma/client/client.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

export const entries: Holding = {
  kind: "entry",
  tables: ["EntryDraft"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const part = search.by === "name" ? partPattern(search.name) : "";
    const by =
      search.by === "email"
        ? Prisma.sql`lower(trim(details->>'email')) = ${search.email}`
        : Prisma.sql`(details->>'name' ILIKE ${part} OR details->>'organisation-name' ILIKE ${part} OR details->>'helper-name' ILIKE ${part} OR details->>'original' ILIKE ${part})`;
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "EntryDraft" WHERE "partnershipId" = ${partnership.id} AND ${by} ORDER BY "savedAt" DESC, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant, number, language } = words;
    const rows = await on.entryDraft.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { consultation: { select: { title: true } } },
      orderBy: [{ savedAt: "desc" }, { id: "asc" }],
    });
    return rows.map(({ consultation, ...row }) => {
      const { name, email, original, ...details } = row.details as DetailsEntries;
      return {
        ...{ kind: "entry" as const, id: row.id, name: name || details["organisation-name"] || row.id, data: row, files: [], fields: {} },
        rows: rowsOf(words, {
          consultation: textIn(textSchema.parse(consultation.title), language).text,
          ...{ name, email, original, organisation: details["organisation-name"], helper: details["helper-name"] },
          ...{ since: instant(row.startedAt), saved: instant(row.savedAt), typed: number(Object.keys(row.entries as object).length) },
        }),
        ...{ goes: [t("privacy:entry.goes")], stays: [t("privacy:entry.stays")], refusal: null, mayLoseWords: false },
      };
    });
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      if (!(await eraseEntry(transaction, partnership.id, id))) return;
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "entry", subjectId: id },
      });
    });
  },
};
