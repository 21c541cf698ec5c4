// Networks and their members for tests: a test names only what matters to it.
import { dayIn } from "#app/bodies/columns.server.ts";
import type { ApplicationHead } from "#app/networks/application.ts";
import type { Details } from "#app/networks/details.ts";
import type { MemberDates } from "#app/networks/member.ts";
import { letIn } from "#app/networks/members.store.server.ts";
import { usualRules, type NetworkRules } from "#app/networks/network.ts";
import { beginNetwork, findNetwork, holdNetwork, saveConstituency, saveRules, type Network } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildOrganisation } from "./organisations.ts";

type WantedNetwork = { partnership: Pick<Partnership, "id">; name?: string; parts?: readonly string[]; rules?: Partial<NetworkRules> };

export async function buildNetwork({ partnership, name = `Network ${newId()}`, parts = [], rules = {} }: WantedNetwork): Promise<Network> {
  const by = { partnershipId: partnership.id, personId: "test", now: new Date() };
  return inTransaction(async (transaction) => {
    const slug = await beginNetwork(transaction, by, { en: name });
    await saveRules(transaction, by, await holdNetwork(transaction, partnership.id, slug), { ...usualRules, ...rules });
    for (const part of parts) await saveConstituency(transaction, by, await holdNetwork(transaction, partnership.id, slug), null, { kind: "geography", name: { en: part } });
    return findNetwork(transaction, partnership.id, slug);
  });
}

type WantedMember = { network: Network; name?: string; delegate?: Partial<Details["delegate"]> | null; now?: Date; dates?: Partial<MemberDates> };

/** The id of a member that belongs from `now`, unless its dates say otherwise. */
export async function buildMember({ network, name, delegate = {}, now = new Date(), dates = {} }: WantedMember): Promise<string> {
  const partnership = { id: network.partnershipId };
  const organisation = await buildOrganisation({ partnership, now, ...(name && { name: { en: name } }) });
  const known = delegate && { name: "Anna Rees", email: `${newId()}@people.example`, telephone: null, post: null, language: "en" as const, ...delegate };
  const by = { partnershipId: partnership.id, personId: "test", now };
  const id = await inTransaction((transaction) => letIn(transaction, by, network, organisation.id, { delegate: known, deputy: null, constituencies: [] }));
  const days = Object.fromEntries(Object.entries(dates).map(([key, day]) => [key, dayIn(day)]));
  await db().networkMember.update({ where: { id: id! }, data: days });
  return id!;
}

/** The id of an application that whoever reads the address has confirmed. */
export async function buildApplication(network: Network, wanted: Partial<ApplicationHead> = {}): Promise<string> {
  const head = { organisation: "Chess Club", kind: "community-group", name: "Bob Price", email: "bob@people.example", ...wanted };
  const at = new Date();
  const row = await db().networkApplication.create({
    data: { id: newId(), partnershipId: network.partnershipId, networkId: network.id, ...head, language: "en", askedAt: at, confirmedAt: at, linkHash: newId() },
  });
  return row.id;
}
