// Who holds roles in a partnership or in one of its consultations.
import { listAbove } from "#app/partnerships/store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { rolesIn, rolesInConsultation, type Role } from "./role.ts";
import { personColumns, readSignedIn } from "./store.server.ts";

type Of = { partnershipId: string; consultationId: string };

/** Those by name whose roles in a consultation allow something; officers are few. */
export async function listThoseWho(on: Database, may: (roles: readonly Role[]) => boolean, of: Of): Promise<{ id: string; name: string }[]> {
  const here = await listAbove(on, of.partnershipId);
  const rows = await on.person.findMany({
    where: { OR: [{ roleGrants: { some: { partnershipId: { in: here } } } }, { consultationGrants: { some: of } }] },
    select: personColumns,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(readSignedIn).flatMap((person) => (may(rolesInConsultation(rolesIn(person, here), person, of)) ? [{ id: person.personId, name: person.name }] : []));
}
