// Those whom organisations named for seats, and those at organisations who were written to about it.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

const emptied = { namedBy: "", email: null, telephone: null, howChosen: "", statement: "", substitute: "" };

export const nominated: Holding = {
  kind: "nominated",
  tables: ["NominatingInvitation", "BodyNomination"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "BodyNomination" WHERE "partnershipId" = ${partnership.id} AND (email = ${email} OR name ILIKE ${part} OR "namedBy" ILIKE ${part} OR substitute ILIKE ${part})
      UNION ALL SELECT id FROM "NominatingInvitation" WHERE "partnershipId" = ${partnership.id} AND (email = ${email} OR contact ILIKE ${part})
      ORDER BY id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language, instant } = words;
    const where = { partnershipId: partnership.id, id: { in: [...ids] } };
    const title = { round: { select: { title: true } }, organisationBody: { select: { name: true } } } as const;
    const named = await on.bodyNomination.findMany({ where, include: { invitation: { include: title } } });
    const invited = await on.nominatingInvitation.findMany({ where, include: title });
    type Invited = Pick<(typeof invited)[number], "round" | "organisationBody" | "organisation">;
    const said = ({ round, organisationBody, organisation }: Invited) => ({ round: textIn(textSchema.parse(round.title), language).text, organisation: organisationBody ? textIn(textSchema.parse(organisationBody.name), language).text : organisation });
    return [
      ...named.map(({ linkHash: _, invitation, ...row }) => ({
        ...{ kind: "nominated" as const, id: row.id, name: `${row.name}, ${said(invitation).round}`, files: [], fields: {}, data: row },
        rows: rowsOf(words, { name: row.name, organisation: said(invitation).organisation, subject: said(invitation).round, since: instant(row.sentAt), email: row.email, telephone: row.telephone, about: row.statement || row.howChosen || null }),
        ...{ goes: [t(row.appointmentId === null ? "privacy:nominated.goes" : "privacy:nominated.goes-appointed")], stays: row.appointmentId === null ? [] : [t("privacy:nominated.stays")], refusal: null, mayLoseWords: false },
      })),
      ...invited.map(({ linkHash: _, round, organisationBody, ...row }) => ({
        ...{ kind: "nominated" as const, id: row.id, name: `${row.contact}, ${said({ ...row, round, organisationBody }).round}`, files: [], fields: {}, data: row },
        rows: rowsOf(words, { name: row.contact, organisation: said({ ...row, round, organisationBody }).organisation, subject: said({ ...row, round, organisationBody }).round, email: row.email, post: row.post }),
        ...{ goes: [t("privacy:nominated.goes-contact")], stays: [], refusal: null, mayLoseWords: false },
      })),
    ];
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const where = { id, partnershipId: partnership.id };
      // because that the organisation named somebody was published, and stays true
      const gone = await transaction.bodyNomination.updateMany({ where: { ...where, appointmentId: null }, data: { name: "" } });
      const left = await transaction.bodyNomination.updateMany({ where, data: emptied });
      const written = await transaction.nominatingInvitation.updateMany({ where, data: { contact: "", email: null, post: null, letterId: null } });
      if (gone.count + left.count + written.count > 0) await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "body-nomination", subjectId: id });
    });
  },
};
