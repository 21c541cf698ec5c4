// Those who vote for members of networks, and those who asked for an organisation to join one.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { line, readEmail } from "#app/shared/typed.ts";
import { rowsOf, type Holding } from "./holding.server.ts";

const keyOf = (id: string) => {
  const [memberId = "", role = ""] = id.split("-");
  return { memberId, role };
};

export const networkDelegates: Holding = {
  kind: "network-delegate",
  tables: ["NetworkDelegate"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT "memberId" || '-' || role AS id FROM "NetworkDelegate"
      WHERE "partnershipId" = ${partnership.id} AND (email = ${email} OR name ILIKE ${part}) ORDER BY name, "memberId", role LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language } = words;
    const rows = await on.networkDelegate.findMany({
      where: { partnershipId: partnership.id, OR: ids.map(keyOf) },
      include: { member: { select: { organisation: { select: { name: true } }, network: { select: { body: { select: { name: true } } } } } } },
    });
    const said = (text: unknown) => textIn(textSchema.parse(text), language).text;
    return rows.map(({ member, ...row }) => ({
      ...{ kind: "network-delegate" as const, id: `${row.memberId}-${row.role}`, name: row.name || (row.email ?? ""), files: [], data: row },
      fields: { name: row.name, email: row.email ?? "" },
      rows: rowsOf(words, {
        ...{ name: row.name, organisation: said(member.organisation.name), network: said(member.network.body.name), position: t(`networks:delegate.${row.role}`) },
        ...{ email: row.email, telephone: row.telephone, post: row.post },
      }),
      ...{ goes: [t("privacy:network-delegate.goes")], stays: [t("privacy:network-delegate.stays")], refusal: null, mayLoseWords: false },
    }));
  },
  async correct({ id, values, partnership, by }) {
    const name = line(values.name ?? "");
    const typed = values.email?.trim() ?? "";
    const email = typed === "" ? null : readEmail(typed)?.toLowerCase();
    if (name === "") return "name-missing";
    if (name.length > 120) return "too-long";
    if (email === undefined) return "email-malformed";
    const key = keyOf(id);
    return inTransaction(async (transaction) => {
      await transaction.networkDelegate.updateMany({ where: { ...key, partnershipId: partnership.id }, data: { name, email } });
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "network-member", subjectId: key.memberId });
      return null;
    });
  },
  async erase({ id, partnership, by }) {
    const key = keyOf(id);
    await inTransaction(async (transaction) => {
      const { count } = await transaction.networkDelegate.deleteMany({ where: { ...key, partnershipId: partnership.id } });
      if (count === 0) return;
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "network-member", subjectId: key.memberId });
    });
  },
};

export const networkApplications: Holding = {
  kind: "network-application",
  tables: ["NetworkApplication"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "NetworkApplication"
      WHERE "partnershipId" = ${partnership.id} AND (email = ${email} OR "deputyEmail" = ${email} OR name ILIKE ${part} OR "deputyName" ILIKE ${part})
      ORDER BY "askedAt" DESC, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language, instant } = words;
    const rows = await on.networkApplication.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { network: { select: { body: { select: { name: true } } } } },
    });
    return rows.map(({ network, linkHash: _, ...row }) => ({
      ...{ kind: "network-application" as const, id: row.id, name: `${row.name}, ${row.organisation}`, files: [], fields: {}, data: row },
      rows: rowsOf(words, {
        ...{ name: row.name, organisation: row.organisation, network: textIn(textSchema.parse(network.body.name), language).text, since: instant(row.askedAt) },
        ...{ email: row.email, telephone: row.telephone, deputy: [row.deputyName, row.deputyEmail].filter(Boolean).join(", ") || null, about: row.about || null },
      }),
      ...{ goes: [t("privacy:network-application.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async erase({ id, partnership, by }) {
    await inTransaction(async (transaction) => {
      const { count } = await transaction.networkApplication.deleteMany({ where: { id, partnershipId: partnership.id } });
      if (count === 0) return;
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "network-application", subjectId: id });
    });
  },
};
