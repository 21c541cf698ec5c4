// Every query about networks themselves: which there are, how they are joined and what parts they have.
import { z } from "zod";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import type { By } from "#app/bodies/organisations.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { constituencyKinds, mostConstituencies, usualRules, type Constituency, type ConstituencyHead, type NetworkRules } from "./network.ts";

export type Network = NetworkRules & { id: string; partnershipId: string; slug: string; name: Text; purpose: Text; constituencies: Constituency[] };

const rulesSchema = z.object({ joining: textSchema, isOpen: z.boolean(), publicBodiesVote: z.boolean(), confirmInMonths: z.number(), lapseInDays: z.number() });
const constituencySchema = z.object({ id: z.string(), kind: z.enum(constituencyKinds), name: textSchema, position: z.number() });

const columns = {
  ...{ id: true, partnershipId: true, slug: true, name: true, purpose: true },
  network: { include: { constituencies: { orderBy: [{ kind: "asc" }, { position: "asc" }] } } },
} satisfies Prisma.BodySelect;

type Row = { id: string; partnershipId: string; slug: string; name: unknown; purpose: unknown; network: { constituencies: unknown[] } | null };

function read({ network, name, purpose, ...row }: Row): Network {
  return {
    ...{ ...row, name: textSchema.parse(name), purpose: textSchema.parse(purpose) },
    ...(network ? rulesSchema.parse(network) : usualRules),
    constituencies: z.array(constituencySchema).parse(network?.constituencies ?? []),
  };
}

/** The networks of a partnership that there are, by name in their addresses. */
export async function listNetworks(on: Database, partnershipId: string): Promise<Network[]> {
  const rows = await on.body.findMany({ where: { partnershipId, kind: "network", endedOn: null }, select: columns, orderBy: [{ slug: "asc" }] });
  return rows.map(read);
}

/** A network by the word in its address, or 404. */
export async function findNetwork(on: Database, partnershipId: string, slug: string | undefined): Promise<Network> {
  const row = await on.body.findFirst({ where: { partnershipId, slug: slug ?? "", kind: "network", endedOn: null }, select: columns });
  if (!row) throw notFound();
  return read(row);
}

/** The same, held until the transaction ends; it has rules from now on, the usual ones where nobody chose any. */
export async function holdNetwork(transaction: Transaction, partnershipId: string, slug: string | undefined): Promise<Network> {
  const { id } = await findNetwork(transaction, partnershipId, slug);
  await transaction.$executeRaw`INSERT INTO "Network" ("bodyId", "partnershipId") VALUES (${id}, ${partnershipId}) ON CONFLICT ("bodyId") DO NOTHING`;
  await transaction.$executeRaw`SELECT 1 FROM "Network" WHERE "bodyId" = ${id} FOR UPDATE`;
  return findNetwork(transaction, partnershipId, slug);
}

/** Begins a network under a name; the word in its address. */
export async function beginNetwork(transaction: Transaction, { partnershipId, personId }: By, name: Text): Promise<string> {
  const { slug } = await addBody(transaction, { partnershipId, personId }, { ...usualBody, name, kind: "network" });
  await holdNetwork(transaction, partnershipId, slug);
  await dropPublishedPages(transaction, partnershipId);
  return slug;
}

/** Changes the rules of a network that is held. */
export async function saveRules(transaction: Transaction, { partnershipId, personId }: By, { id }: Network, rules: NetworkRules): Promise<void> {
  await transaction.network.update({ where: { bodyId: id }, data: rules });
  await recordAudit(transaction, { partnershipId, personId, action: "network.change", subjectKind: "network", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}

/** Adds a part to a network that is held, or changes one; false where there are as many as there may be. */
export async function saveConstituency(transaction: Transaction, { partnershipId, personId }: By, network: Network, id: string | null, head: ConstituencyHead): Promise<boolean> {
  if (id === null) {
    if (network.constituencies.length >= mostConstituencies) return false;
    const position = Math.max(0, ...network.constituencies.map((one) => one.position)) + 1;
    await transaction.networkConstituency.create({ data: { id: newId(), partnershipId, networkId: network.id, position, ...head } });
  } else await transaction.networkConstituency.updateMany({ where: { id, networkId: network.id }, data: head });
  await recordAudit(transaction, { partnershipId, personId, action: "network.change-parts", subjectKind: "network", subjectId: network.id });
  await dropPublishedPages(transaction, partnershipId);
  return true;
}

/** Takes a part away; its members stay members. */
export async function removeConstituency(transaction: Transaction, { partnershipId, personId }: By, network: Network, id: string): Promise<void> {
  const { count } = await transaction.networkConstituency.deleteMany({ where: { id, networkId: network.id } });
  if (count === 0) return;
  await recordAudit(transaction, { partnershipId, personId, action: "network.change-parts", subjectKind: "network", subjectId: network.id });
  await dropPublishedPages(transaction, partnershipId);
}
