// What a decision may be taken at and rest on, to choose from: items of agendas, consultations, findings, delegations, decisions.
import { listOpenOrganisations } from "#app/bodies/organisations.store.server.ts";
import { listFindings } from "#app/evidence/store.server.ts";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Place } from "./decision-form.ts";
import { listGiven } from "./delegations.store.server.ts";

type PlaceChoice = Place & { bodyName: Text; item: { title: Text; startsAt: Date } | null };

const daysBack = 60;

/** Items at which something may be decided, of meetings that are coming or were lately, soonest last; then every body. */
export async function listPlaces(on: Database, partnershipId: string, now: Date): Promise<PlaceChoice[]> {
  const since = new Date(now.getTime() - daysBack * 86_400_000);
  const items = await on.agendaItem.findMany({
    where: { partnershipId, purpose: "decide", kind: { not: "any-other-business" }, meeting: { cancelledAt: null, startsAt: { gt: since } } },
    select: { id: true, title: true, meeting: { select: { bodyId: true, startsAt: true } } },
    ...{ orderBy: [{ meeting: { startsAt: "asc" } }, { position: "asc" }, { id: "asc" }], take: 200 },
  });
  const open = (await listBodies(on, partnershipId)).filter(({ endedOn }) => endedOn === null);
  const nameOf = new Map(open.map(({ id, name }) => [id, name]));
  return [
    ...items.flatMap(({ id, title, meeting: { bodyId, startsAt } }): PlaceChoice[] => {
      const bodyName = nameOf.get(bodyId);
      return bodyName ? [{ bodyId, itemId: id, bodyName, item: { title: textSchema.parse(title), startsAt } }] : [];
    }),
    ...open.map(({ id, name }) => ({ bodyId: id, itemId: null, bodyName: name, item: null })),
  ];
}

export type Named = { id: string; name: Text };

/** Consultations that have begun, the latest first. */
async function listConsulted(on: Database, partnershipId: string): Promise<Named[]> {
  const rows = await on.consultation.findMany({
    where: { partnershipId, publishedAt: { not: null } },
    ...{ select: { id: true, title: true }, orderBy: [{ publishedAt: "desc" }, { id: "asc" }], take: 100 },
  });
  return rows.map(({ id, title }) => ({ id, name: textSchema.parse(title) }));
}

/** What the full partnership, or any body, agreed lately: to say of something else that it was agreed there. */
export async function listAgreed(on: Database, partnershipId: string, isFullAlone = true): Promise<Named[]> {
  const rows = await on.decision.findMany({
    where: {
      ...{ partnershipId, openedAt: null, outcome: { in: ["agreed", "full-partnership-agreed"] } },
      ...(isFullAlone && { OR: [{ body: { isFull: true } }, { outcome: "full-partnership-agreed" }] }),
    },
    ...{ select: { id: true, title: true }, orderBy: [{ outcomeAt: "desc" }, { id: "asc" }], take: 100 },
  });
  return rows.map(({ id, title }) => ({ id, name: textSchema.parse(title) }));
}

/** All that a decision may rest on or ask. */
export async function listGrounds(on: Database, partnershipId: string) {
  const { findings } = await listFindings(on, { partnershipId, most: 100 });
  return {
    delegations: await listGiven(on, partnershipId),
    consultations: await listConsulted(on, partnershipId),
    // what was decided is no evidence for what is to be
    findings: findings.filter(({ sourceSubject }) => sourceSubject !== "decisions").map(({ id, statement }) => ({ id, name: statement })),
    organisations: await listOpenOrganisations(on, partnershipId),
  };
}
