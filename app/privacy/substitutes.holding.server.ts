// Those who come in the place of somebody who sits on a body.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);

export const substitutes: Holding = {
  kind: "substitute",
  tables: ["Substitute"],
  async find(on, { search, most, partnership }) {
    if (search.by !== "name") return [];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Substitute" WHERE "partnershipId" = ${partnership.id} AND name ILIKE ${partPattern(search.name)} ORDER BY name, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language, date } = words;
    const rows = await on.substitute.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { appointment: { select: { name: true, body: { select: { name: true } } } } },
    });
    return rows.map((row) => {
      const body = textIn(textSchema.parse(row.appointment.body.name), language).text;
      return {
        ...{ kind: "substitute" as const, id: row.id, name: `${row.name}, ${body}`, files: [], fields: { name: row.name } },
        data: { id: row.id, name: row.name, toldOn: day(row.toldOn), endedOn: row.endedOn && day(row.endedOn), body },
        rows: rowsOf(words, { name: row.name, body, from: date(day(row.toldOn)), until: row.endedOn && date(day(row.endedOn)) }),
        ...{ goes: [t("privacy:substitute.goes")], stays: [], refusal: null, mayLoseWords: false },
      };
    });
  },
  async correct({ id, values, partnership, by }) {
    const name = values.name?.trim() ?? "";
    if (name === "") return "name-missing";
    if (name.length > 120) return "too-long";
    return inTransaction(async (transaction) => {
      await transaction.substitute.update({ where: { partnershipId_id: { partnershipId: partnership.id, id } }, data: { name } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "substitute", subjectId: id });
      return null;
    });
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      await transaction.substitute.delete({ where: { partnershipId_id: { partnershipId: partnership.id, id } } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "substitute", subjectId: id });
    });
  },
};
