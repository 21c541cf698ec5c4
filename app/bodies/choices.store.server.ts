// What there is to choose from where a seat is described or filled: organisations, networks, and who has an account here.
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { organisationKinds, type OrganisationKind } from "./organisation.ts";

export type Choice = { id: string; name: Text };
const choices = z.array(z.object({ id: z.string(), name: textSchema }));

/** Organisations that have not closed, by name. */
export async function listOrganisationChoices(on: Database, partnershipId: string): Promise<Choice[]> {
  return choices.parse(await on.organisation.findMany({ where: { partnershipId, closedOn: null }, select: { id: true, name: true }, orderBy: [{ sortName: "asc" }] }));
}

/** Networks that have not ended. */
export async function listNetworkChoices(on: Database, partnershipId: string): Promise<Choice[]> {
  return choices.parse(await on.body.findMany({ where: { partnershipId, kind: "network", endedOn: null }, select: { id: true, name: true }, orderBy: [{ position: "asc" }, { id: "asc" }] }));
}

/** The account of an e-mail address, of somebody who has a role in the partnership. */
export async function findAccount(on: Database, partnershipId: string, email: string): Promise<{ id: string; email: string } | null> {
  return on.person.findFirst({ where: { email: email.toLowerCase(), roleGrants: { some: { partnershipId } } }, select: { id: true, email: true } });
}

/** The e-mail address of an account; null where there is none. */
export async function findEmail(on: Database, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  return (await on.person.findUnique({ where: { id: personId }, select: { email: true } }))?.email ?? null;
}

/** What each of these organisations of a partnership is, by their ids. */
export async function findKinds(on: Database, partnershipId: string, ids: readonly string[]): Promise<Map<string, OrganisationKind>> {
  const rows = await on.organisation.findMany({ where: { partnershipId, id: { in: [...ids] } }, select: { id: true, kind: true } });
  return new Map(rows.map(({ id, kind }) => [id, organisationKinds.find((one) => one === kind) ?? "other"]));
}
