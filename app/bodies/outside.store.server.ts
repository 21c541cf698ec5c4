// What those outside ask of a partnership and its bodies: how it stands, whom to turn to, how to complain, who belongs.
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dayColumn, dayIn } from "./columns.server.ts";

export type PublicStanding = {
  type: string;
  legalForm: string;
  status: string;
  shadowUntil: string | null;
  complaints: Text;
  /** The organisation that answers in law. */
  accountable: Text | null;
};

/** How the partnership stands; null where nobody has said. */
export async function readStanding(on: Database, partnershipId: string): Promise<PublicStanding | null> {
  const row = await on.partnershipStanding.findUnique({ where: { partnershipId }, include: { accountable: { select: { name: true } } } });
  if (!row) return null;
  const { type, legalForm, status, shadowUntil, complaints, accountable } = row;
  return {
    ...{ type, legalForm, status, shadowUntil: dayColumn.nullable().parse(shadowUntil) },
    ...{ complaints: textSchema.parse(complaints), accountable: accountable && textSchema.parse(accountable.name) },
  };
}

export type PublicContact = { id: string; bodyId: string | null; name: string; role: Text; email?: string; telephone?: string; post?: string };

const contactSchema = z.object({
  ...{ id: z.string(), bodyId: z.string().nullable(), name: z.string(), role: textSchema },
  ...{ email: z.string().nullable(), telephone: z.string().nullable(), post: z.string().nullable() },
});

/** Those who agreed to be named in public: for complaints, or for one body, or for every body. */
export async function listPublicContacts(on: Database, partnershipId: string, of: { purpose: "complaints" } | { purpose: "body"; bodyId?: string }): Promise<PublicContact[]> {
  const rows = await on.bodyContact.findMany({
    where: { partnershipId, ...of, isPublic: true },
    select: { id: true, bodyId: true, name: true, role: true, email: true, telephone: true, post: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const { email, telephone, post, ...contact } = contactSchema.parse(row);
    return { ...contact, ...(email && { email }), ...(telephone && { telephone }), ...(post && { post }) };
  });
}

export type Belonging = { id: string; name: Text; category: string };
const membersOfAPage = 50;

/** The organisations that belong to a body on a day, by name, from after one on; how many there are of each category. */
export async function listBelonging(on: Database, { partnershipId, bodyId, today, after }: { partnershipId: string; bodyId: string; today: string; after: string | null }) {
  const date = dayIn(today);
  const where = { partnershipId, bodyId, startsOn: { lte: date }, OR: [{ endedOn: null }, { endedOn: { gte: date } }] };
  const counted = await on.bodyMember.groupBy({ by: ["category"], where, _count: true });
  const rows = await on.bodyMember.findMany({
    where: { ...where, ...(after !== null && { organisation: { sortName: { gt: after } } }) },
    select: { id: true, category: true, organisation: { select: { name: true, sortName: true } } },
    orderBy: [{ organisation: { sortName: "asc" } }, { id: "asc" }],
    take: membersOfAPage + 1,
  });
  const shown = rows.slice(0, membersOfAPage);
  return {
    categories: counted.map(({ category, _count }) => ({ category, count: _count })),
    members: shown.map(({ id, category, organisation }): Belonging => ({ id, category, name: textSchema.parse(organisation.name) })),
    nextAfter: rows.length > shown.length ? shown.at(-1)!.organisation.sortName : null,
  };
}
