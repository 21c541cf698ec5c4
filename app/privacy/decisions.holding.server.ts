// Those who asked to be told of decisions, and what those who sit on bodies wrote when they stepped aside or stopped one.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

export const decisionFollowers: Holding = {
  kind: "decision-follower",
  tables: ["DecisionFollower"],
  async find(on, { search, most, partnership }) {
    if (search.by !== "email") return [];
    const rows = await on.decisionFollower.findMany({ where: { partnershipId: partnership.id, email: search.email }, take: most, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant } = words;
    const rows = await on.decisionFollower.findMany({ where: { partnershipId: partnership.id, id: { in: [...ids] } } });
    return rows.map((row) => ({
      ...{ kind: "decision-follower" as const, id: row.id, name: row.email, data: row, files: [], fields: {} },
      rows: rowsOf(words, { email: row.email, since: instant(row.askedAt) }),
      ...{ goes: [t("privacy:decision-follower.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const { count } = await transaction.decisionFollower.deleteMany({ where: { id, partnershipId: partnership.id } });
      if (count === 0) return;
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "follower", subjectId: id });
    });
  },
};

type Part = { id: string; isVeto: boolean; words: string; at: Date; name: string; title: unknown; decisionId: string; appointmentId: string };

/** What stands for one of them: which it is, of which decision, and whose. */
function keyOf(id: string) {
  const [kind, decisionId = "", appointmentId = ""] = id.split("-");
  return { isVeto: kind === "veto", decisionId, appointmentId };
}

export const decisionParts: Holding = {
  kind: "decision-part",
  tables: ["Interest", "Veto"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT one.id FROM (
        SELECT 'interest-' || "decisionId" || '-' || "appointmentId" AS id, "appointmentId", "partnershipId", at FROM "Interest"
        UNION ALL SELECT 'veto-' || "decisionId" || '-' || "appointmentId", "appointmentId", "partnershipId", at FROM "Veto") one
      JOIN "Appointment" a ON a.id = one."appointmentId" LEFT JOIN "Person" p ON p.id = a."personId"
      WHERE one."partnershipId" = ${partnership.id} AND (p.email = ${email} OR a.name ILIKE ${part}) ORDER BY one.at DESC, one.id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant, language } = words;
    const keys = ids.map(keyOf);
    const whichOf = (isVeto: boolean) => ({
      partnershipId: partnership.id,
      OR: keys.filter((key) => key.isVeto === isVeto).map(({ decisionId, appointmentId }) => ({ decisionId, appointmentId })),
    });
    const about = { decision: { select: { title: true } }, appointment: { select: { name: true } } };
    const interests = await on.interest.findMany({ where: whichOf(false), include: about });
    const vetoes = await on.veto.findMany({ where: whichOf(true), include: about });
    const partOf = ({ decision, appointment, decisionId, appointmentId, at }: (typeof interests)[number] | (typeof vetoes)[number], isVeto: boolean, said: string): Part => ({
      ...{ id: `${isVeto ? "veto" : "interest"}-${decisionId}-${appointmentId}`, isVeto, words: said, at, decisionId, appointmentId },
      ...{ name: appointment.name, title: decision.title },
    });
    const parts = [...interests.map((row) => partOf(row, false, row.nature)), ...vetoes.map((row) => partOf(row, true, row.reason))];
    return parts.map(({ title, ...part }) => {
      const decision = textIn(textSchema.parse(title), language).text;
      return {
        ...{ kind: "decision-part" as const, id: part.id, name: `${part.name}, ${decision}`, data: { ...part, decision }, files: [], fields: {} },
        rows: rowsOf(words, { name: part.name, decision, since: instant(part.at), [part.isVeto ? "veto" : "interest"]: part.words }),
        ...{ goes: [t("privacy:decision-part.goes")], stays: [t("privacy:decision-part.stays")], refusal: null, mayLoseWords: false },
      };
    });
  },
  async erase({ id, partnership, by }) {
    const { isVeto, ...key } = keyOf(id);
    const where = { ...key, partnershipId: partnership.id };
    await inTransaction(async (transaction) => {
      if (isVeto) await transaction.veto.updateMany({ where, data: { reason: "" } });
      else await transaction.interest.updateMany({ where, data: { nature: "" } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "decision", subjectId: key.decisionId });
    });
  },
};
