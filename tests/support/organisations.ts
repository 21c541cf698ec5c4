// Organisations for tests: a test names only what matters to it.
import type { OrganisationHead } from "#app/bodies/organisation.ts";
import { findOrganisation, saveOrganisation, type Organisation } from "#app/bodies/organisations.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";

const nothingKnown = { roles: [], charityNumber: null, companyNumber: null, website: null, areaCodes: [], supportNeeds: [] };

export async function buildOrganisation(wanted: Partial<OrganisationHead> & { partnership: Pick<Partnership, "id">; now?: Date }): Promise<Organisation> {
  const { partnership, now = new Date(), ...head } = wanted;
  const by = { partnershipId: partnership.id, personId: "test", now };
  const known: OrganisationHead = { ...nothingKnown, name: { en: `Group ${newId()}` }, sector: "voluntary-community", kind: "community-group", ...head };
  const saved = await inTransaction((transaction) => saveOrganisation(transaction, by, null, known));
  if (!saved.ok) throw new Error("There is an organisation of that name");
  return findOrganisation(db(), partnership.id, saved.value);
}
