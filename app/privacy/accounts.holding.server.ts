// Accounts and invitations: who somebody is here, what they may do, and how they get in.
import { listAbove } from "#app/partnerships/store.server.ts";
import { findInvitation, withdrawInvitation } from "#app/people/invitations.store.server.ts";
import { roleName } from "#app/people/role-name.ts";
import { isRole } from "#app/people/role.ts";
import { listLeftWithoutAdministrator } from "#app/people/roles.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Database } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { line } from "#app/shared/typed.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { Thing } from "./holding.ts";
import { rowsOf, type Asked, type Holding } from "./holding.server.ts";

const columns = {
  ...{ id: true, name: true, email: true, language: true, createdAt: true },
  roleGrants: { select: { role: true, includesBelow: true, grantedAt: true, partnershipId: true, partnership: { select: { name: true } } } },
  consultationGrants: { select: { role: true, grantedAt: true, partnershipId: true, consultation: { select: { title: true } } } },
  identities: { select: { issuer: true, subject: true, linkedAt: true } },
  sessions: { select: { createdAt: true, expiresAt: true, lastSeenAt: true, device: true } },
  password: { select: { changedAt: true } },
  authenticator: { select: { addedAt: true } },
  passkeys: { select: { name: true, addedAt: true, lastUsedAt: true } },
  recoveryCodes: { select: { usedAt: true } },
  pendingEmail: { select: { email: true, expiresAt: true } },
} satisfies Prisma.PersonSelect;
type PersonRow = Prisma.PersonGetPayload<{ select: typeof columns }>;

/** Who has a role in the partnership; of the topmost also who has none anywhere. */
async function belongsHere(on: Database, { partnership }: Asked): Promise<Prisma.PersonWhereInput> {
  const [, ...above] = await listAbove(on, partnership.id);
  return {
    OR: [
      { roleGrants: { some: { OR: [{ partnershipId: partnership.id }, { partnershipId: { in: above }, includesBelow: true }] } } },
      { consultationGrants: { some: { partnershipId: partnership.id } } },
      ...(partnership.parentId === null ? [{ roleGrants: { none: {} }, consultationGrants: { none: {} } }] : []),
    ],
  };
}

type Grants = { id: string; roleGrants: { role: string; partnershipId: string }[]; consultationGrants: { partnershipId: string }[] };

/** Why an account cannot be erased from here; null where it can. */
async function refusalOf(on: Database, { id, roleGrants, consultationGrants }: Grants, { partnership, by, words: { t, language } }: Asked) {
  if (id === by) return t("privacy:account.own");
  // because somebody who works for a partnership beside or above this one is not this one's to erase
  for (const held of new Set([...roleGrants, ...consultationGrants].map(({ partnershipId }) => partnershipId))) {
    const isAbove = (await listAbove(on, held)).includes(partnership.id);
    if (held !== partnership.id && (partnership.parentId !== null || !isAbove)) return t("privacy:account.elsewhere");
  }
  for (const { role, partnershipId } of roleGrants) {
    const [left] = isRole(role) ? await listLeftWithoutAdministrator(on, { personId: id, partnershipId, role }) : [];
    if (left) return t("privacy:account.last", { partnership: textIn(left.name, language).text });
  }
  return null;
}

function waysIn({ password, authenticator, passkeys, identities }: PersonRow, { t }: Asked["words"]): string {
  const ways = ["letter", ...(password ? ["password"] : []), ...(authenticator ? ["authenticator"] : [])];
  const more = [...(passkeys.length > 0 ? ["passkey"] : []), ...(identities.length > 0 ? ["provider"] : [])];
  return [...ways, ...more].map((way) => t(`privacy:way.${way}`)).join("\n");
}

async function tellPerson(on: Database, row: PersonRow, asked: Asked): Promise<Thing> {
  const { words } = asked;
  const { t, instant, number, language } = words;
  const textOf = (text: unknown) => textIn(textSchema.parse(text), language).text;
  const named = (role: string, where: string) => t("privacy:account.role", { role: isRole(role) ? roleName(t, role) : role, where });
  const roles = [
    ...row.roleGrants.map(({ role, partnership }) => named(role, textOf(partnership.name))),
    ...row.consultationGrants.map(({ role, consultation }) => named(role, textOf(consultation.title))),
  ];
  return {
    ...{ kind: "account", id: row.id, name: row.name, data: row, files: [], fields: { name: row.name } },
    rows: rowsOf(words, {
      ...{ name: row.name, email: row.email, since: instant(row.createdAt), roles: roles.join("\n"), waysIn: waysIn(row, words) },
      ...{ sessions: number(row.sessions.length), pendingEmail: row.pendingEmail?.email },
    }),
    goes: [t("privacy:account.goes")],
    stays: [t("privacy:account.stays")],
    refusal: await refusalOf(on, row, asked),
    mayLoseWords: false,
  };
}

export const accounts: Holding = {
  kind: "account",
  tables: [
    ...["Person", "RoleGrant", "ConsultationGrant", "PersonIdentity", "Session", "SignInPass"],
    ...["Password", "Authenticator", "RecoveryCode", "Passkey", "PendingEmail"],
  ],
  async find(on, { search, most, ...asked }) {
    if (search.by === "reference") return [];
    const by: Prisma.PersonWhereInput = search.by === "email" ? { email: search.email } : { name: { contains: search.name, mode: "insensitive" } };
    const rows = await on.person.findMany({ where: { AND: [by, await belongsHere(on, asked)] }, orderBy: { name: "asc" }, take: most, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, ...asked }) {
    const rows = await on.person.findMany({ where: { AND: [{ id: { in: [...ids] } }, await belongsHere(on, asked)] }, select: columns });
    return Promise.all(rows.map((row) => tellPerson(on, row, asked)));
  },
  // because whoever could give an account another address could sign in as them: people change their own, and confirm it
  async correct({ id, values, partnership, by }) {
    const name = line(values.name ?? "");
    if (name === "") return "name-missing";
    if (name.length > 120) return "too-long";
    await inTransaction(async (transaction) => {
      await transaction.person.update({ where: { id }, data: { name } });
      await recordAudit(transaction, {
        ...{ partnershipId: partnership.id, personId: by, action: "personal-data.correct", subjectKind: "person", subjectId: id },
      });
    });
    return null;
  },
  async erase({ id, ...asked }) {
    await inTransaction(async (transaction) => {
      // because two administrators erased at once would each see the other still there
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot administrators'))`;
      const row = await transaction.person.findFirst({ where: { AND: [{ id }, await belongsHere(transaction, asked)] }, select: { id: true } });
      if (!row) return;
      // because a transaction has one connection, and what is read of several tables at once would be read over it at the same time
      const roleGrants = await transaction.roleGrant.findMany({ where: { personId: id }, select: { role: true, partnershipId: true } });
      const consultationGrants = await transaction.consultationGrant.findMany({ where: { personId: id }, select: { partnershipId: true } });
      if ((await refusalOf(transaction, { id, roleGrants, consultationGrants }, asked)) !== null) return;
      await transaction.signInPass.deleteMany({ where: { personId: id } });
      await transaction.person.delete({ where: { id } });
      await recordAudit(transaction, {
        ...{ partnershipId: asked.partnership.id, personId: asked.by, action: "personal-data.erase", subjectKind: "person", subjectId: id },
      });
    });
  },
};

export const invitations: Holding = {
  kind: "invitation",
  tables: ["Invitation"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const by: Prisma.InvitationWhereInput = search.by === "email" ? { email: search.email } : { name: { contains: search.name, mode: "insensitive" } };
    const rows = await on.invitation.findMany({ where: { partnershipId: partnership.id, ...by }, orderBy: { createdAt: "desc" }, take: most, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, instant } = words;
    const rows = await on.invitation.findMany({ where: { partnershipId: partnership.id, id: { in: [...ids] } }, omit: { linkHash: true } });
    return rows.map((row) => ({
      ...{ kind: "invitation" as const, id: row.id, name: row.name, data: row, files: [], fields: {} },
      rows: rowsOf(words, {
        ...{ name: row.name, email: row.email, since: instant(row.sentAt), expires: instant(row.expiresAt) },
        roles: row.roles.filter(isRole).map((role) => roleName(t, role)).join("\n"),
      }),
      ...{ goes: [t("privacy:invitation.goes")], stays: [], refusal: null, mayLoseWords: false },
    }));
  },
  async erase({ id, partnership, by, now }) {
    await inTransaction(async (transaction) => {
      await findInvitation(transaction, partnership.id, id);
      await withdrawInvitation(transaction, id, { partnership, by: { personId: by, name: "" }, now });
    });
  },
};
