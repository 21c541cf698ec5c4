// What is open, to come and lately closed, for pages of several partnerships.
import type { Consultation } from "#app/consultations/consultation.ts";
import { stateOf, turningPoints } from "#app/consultations/life.ts";
import { listConsultations } from "#app/consultations/store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import type { Database } from "#app/shared/db.server.ts";

const lately = 180 * 86_400_000;

/** Consultations of these partnerships by what can be done with them, the nearest first, and when the next of them changes. */
export async function listByKind(on: Database, partnerships: readonly Partnership[], now: Date) {
  const shared = { partnershipIds: partnerships.map(({ id }) => id), now };
  const open = await listConsultations(on, { ...shared, only: "open", most: 10 });
  const toCome = await listConsultations(on, { ...shared, only: "to-come", most: 5 });
  const closed = await listConsultations(on, { ...shared, only: "closed", most: 5 });
  const shown = (consultation: Consultation) => {
    const { id, title, summary, opensAt, closesAt, decisionOn, partnershipId } = consultation;
    const { slug, name } = partnerships.find((partnership) => partnership.id === partnershipId)!;
    return { id, title, summary, opensAt, closesAt, decisionOn, isPaused: stateOf(consultation, now) === "paused", partnership: { slug, name } };
  };
  return {
    open: open.consultations.map(shown),
    isMoreOpen: open.nextAfter !== null,
    toCome: toCome.consultations.map(shown),
    closed: closed.consultations.filter(({ closesAt }) => closesAt && now.getTime() - closesAt.getTime() < lately).map(shown),
    changesAt: [...open.consultations, ...toCome.consultations].flatMap(turningPoints),
  };
}
