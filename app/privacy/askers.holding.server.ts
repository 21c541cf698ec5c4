// Those who asked for information, and where the answer went.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { partPattern } from "#app/shared/like.ts";
import { line } from "#app/shared/typed.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);

export const askers: Holding = {
  kind: "asker",
  tables: ["InformationAsker"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const part = partPattern(search.by === "email" ? search.email : search.name);
    const rows = await on.$queryRaw<{ requestId: string }[]>`
      SELECT "requestId" FROM "InformationAsker" WHERE "partnershipId" = ${partnership.id} AND (name ILIKE ${part} OR contact ILIKE ${part}) ORDER BY "requestId" LIMIT ${most}`;
    return rows.map(({ requestId }) => requestId);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, date } = words;
    const rows = await on.informationAsker.findMany({
      where: { partnershipId: partnership.id, requestId: { in: [...ids] } },
      include: { request: { select: { receivedOn: true, closedOn: true } } },
    });
    return rows.map(({ requestId, name, contact, request }) => {
      const received = day(request.receivedOn);
      return {
        ...{ kind: "asker" as const, id: requestId, name, files: [], fields: { name } },
        data: { requestId, name, contact, receivedOn: received },
        rows: rowsOf(words, { name, contact, received: date(received) }),
        ...{ goes: [t("privacy:asker.goes")], stays: [t("privacy:asker.stays")], mayLoseWords: false },
        refusal: request.closedOn === null ? t("privacy:asker.refusal") : null,
      };
    });
  },
  async correct({ id, values, partnership, by }) {
    const name = line(values.name ?? "");
    if (name === "") return "name-missing";
    if (name.length > 200) return "too-long";
    return inTransaction(async (transaction) => {
      await transaction.informationAsker.updateMany({ where: { partnershipId: partnership.id, requestId: id }, data: { name } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "information-request", subjectId: id });
      return null;
    });
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const { count } = await transaction.informationAsker.deleteMany({ where: { partnershipId: partnership.id, requestId: id, request: { closedOn: { not: null } } } });
      if (count === 0) return;
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "information-request", subjectId: id });
    });
  },
};
