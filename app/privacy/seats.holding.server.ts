// Those who sit on bodies, and those one turns to there.
import { listOwnDiversity, saveDiversity } from "#app/bodies/diversity.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { isLanguage, languageNames, textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { readEmail } from "#app/shared/typed.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);

export const seats: Holding = {
  kind: "seat",
  tables: ["Appointment", "SittingEquality"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM "Appointment" a LEFT JOIN "Person" p ON p.id = a."personId"
      WHERE a."partnershipId" = ${partnership.id} AND (p.email = ${email} OR a.name ILIKE ${part})
      ORDER BY a.name, a."startsOn", a.id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words, now, withEquality }) {
    const { t, language, date } = words;
    const rows = await on.appointment.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { body: { select: { name: true } }, line: { select: { holder: true } }, organisation: { select: { name: true } } },
    });
    const equality = await listOwnDiversity(on, partnership.id, withEquality ? rows.flatMap(({ personId }) => personId ?? []) : []);
    return rows.map((row) => {
      const own = equality.get(row.personId ?? "");
      const said = (text: unknown) => textIn(textSchema.parse(text), language).text;
      const until = day(row.endedOn ?? row.endsOn);
      const sits = until >= dayOf(now);
      return {
        ...{ kind: "seat" as const, id: row.id, name: `${row.name}, ${said(row.body.name)}`, files: [], data: { ...row, ...(own && { equality: own }) }, fields: { name: row.name } },
        rows: rowsOf(words, {
          ...{ name: row.name, body: said(row.body.name), seat: said(row.line.holder), organisation: row.organisation && said(row.organisation.name) },
          ...{ from: date(day(row.startsOn)), until: date(until) },
        }),
        ...{ goes: sits ? [] : [t("privacy:seat.goes")], stays: [t("privacy:seat.stays")], mayLoseWords: false },
        refusal: sits ? t("privacy:seat.refusal", { until: date(until) }) : null,
      };
    });
  },
  async correct({ id, values, partnership, by }) {
    const name = values.name?.trim() ?? "";
    if (name === "") return "name-missing";
    if (name.length > 120) return "too-long";
    return inTransaction(async (transaction) => {
      await transaction.appointment.update({ where: { partnershipId_id: { partnershipId: partnership.id, id } }, data: { name } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "appointment", subjectId: id });
      return null;
    });
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const { personId } = await transaction.appointment.findUniqueOrThrow({ where: { partnershipId_id: { partnershipId: partnership.id, id } }, select: { personId: true } });
      if (personId !== null) await saveDiversity(transaction, { partnershipId: partnership.id, personId }, {});
      await transaction.appointment.update({
        where: { partnershipId_id: { partnershipId: partnership.id, id } },
        data: { name: "", personId: null, chosenBy: "" },
      });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "appointment", subjectId: id });
    });
  },
};

export const bodyContacts: Holding = {
  kind: "contact",
  tables: ["BodyContact"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "BodyContact" WHERE "partnershipId" = ${partnership.id} AND (email = ${email} OR name ILIKE ${part}) ORDER BY name, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language } = words;
    const rows = await on.bodyContact.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { body: { select: { name: true } }, organisation: { select: { name: true } } },
    });
    const said = (text: unknown) => textIn(textSchema.parse(text), language).text;
    return rows.map((row) => ({
      ...{ kind: "contact" as const, id: row.id, name: row.name, files: [], data: row, fields: { name: row.name, email: row.email ?? "" } },
      rows: rowsOf(words, {
        ...{ name: row.name, organisation: row.organisation && said(row.organisation.name), body: row.body && said(row.body.name) },
        ...{ position: said(row.role), email: row.email, telephone: row.telephone, post: row.post, language: isLanguage(row.language) ? languageNames[row.language] : row.language },
      }),
      ...{ goes: [t("privacy:contact.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async correct({ id, values, partnership, by }) {
    const name = values.name?.trim() ?? "";
    const typed = values.email?.trim() ?? "";
    const email = typed === "" ? null : readEmail(typed)?.toLowerCase();
    if (name === "") return "name-missing";
    if (name.length > 120) return "too-long";
    if (email === undefined) return "email-malformed";
    return inTransaction(async (transaction) => {
      await transaction.bodyContact.update({ where: { partnershipId_id: { partnershipId: partnership.id, id } }, data: { name, email } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "contact", subjectId: id });
      return null;
    });
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      await transaction.bodyContact.delete({ where: { partnershipId_id: { partnershipId: partnership.id, id } } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "contact", subjectId: id });
    });
  },
};
