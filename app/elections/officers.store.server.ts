// Every query about who has an office in an election: its returning officer and its scrutineers.
import type { Database } from "#app/shared/db.server.ts";
import type { Election } from "./elections.store.server.ts";

/** Whether somebody is returning officer or scrutineer of any election of the partnership. */
export async function hasElectionOffice(on: Database, partnershipId: string, personId: string): Promise<boolean> {
  const one = await on.networkElection.findFirst({ where: { partnershipId, OR: [{ returningOfficerId: personId }, { scrutineers: { some: { personId } } }] }, select: { id: true } });
  return one !== null;
}

/** The names of people, by their ids; whoever's account is gone is left out. */
export async function namesOf(on: Database, personIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  const rows = ids.length === 0 ? [] : await on.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who runs an election and who watches over it, by name. */
export async function officersOf(on: Database, { returningOfficerId, scrutineerIds }: Pick<Election, "returningOfficerId" | "scrutineerIds">): Promise<{ returning: string | null; scrutineers: string[] }> {
  const names = await namesOf(on, [returningOfficerId, ...scrutineerIds]);
  return { returning: (returningOfficerId && names.get(returningOfficerId)) || null, scrutineers: scrutineerIds.flatMap((id) => names.get(id) ?? []).sort() };
}
