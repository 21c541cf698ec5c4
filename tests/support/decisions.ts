// A partnership that decides, for tests: the whole of it and a smaller group, with seats, meetings that have begun and papers.
import { adoptSafeguards } from "#app/bodies/adoptions.store.server.ts";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { usualSettings, type SafeguardCode } from "#app/bodies/safeguard.ts";
import { draftDecision } from "#app/decisions/decisions.store.server.ts";
import type { DecisionTexts } from "#app/decisions/decision.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildPartnership, buildPerson, type BuiltPerson } from "./factories.ts";
import { buildMeeting } from "./meetings.ts";

export const decided: DecisionTexts = {
  ...{ title: { en: "Plant a hedge" }, text: { en: "The hedge is planted in autumn." }, reasons: {}, topic: "servicing", amountInPence: null },
  ...{ delegationId: null, consultationId: null, findingId: null, noEvidence: {}, equality: {}, askedIds: [] },
};

export type Seated = BuiltPerson & { appointmentId: string };

/** Somebody on a voting seat of a body, for a sector of their own, from the beginning of 2026. */
async function seat(partnership: Partnership, bodyId: string, sector: string, person?: BuiltPerson): Promise<Seated> {
  const somebody = person ?? (await buildPerson({ name: `Who sits for ${sector}` }));
  const [lineId, appointmentId] = [newId(), newId()];
  const of = { partnershipId: partnership.id, bodyId };
  const scheme = await db().seatScheme.findFirst({ where: { bodyId } });
  const schemeId = scheme?.id ?? newId();
  if (!scheme) await db().seatScheme.create({ data: { id: schemeId, ...of, version: 1, startsOn: dayIn("2026-01-01"), agreedNote: "The founding" } });
  await db().seatLine.create({ data: { id: lineId, ...of, schemeId, position: 1, sector, basis: "fixed", count: 1, holder: { en: sector } } });
  await db().appointment.create({
    data: {
      ...{ id: appointmentId, ...of, lineId, seat: 1, personId: somebody.id, name: somebody.name, chosenHow: "nominated", chosenBy: "Their sector" },
      ...{ startsOn: dayIn("2026-01-01"), endsOn: dayIn("2028-12-31"), inductedOn: dayIn("2026-01-02") },
    },
  });
  return { ...somebody, appointmentId };
}

/** The partnership, a group of three that has adopted `codes`, and the full partnership of two, each of which meets at `startsAt`. */
export async function buildDeciding({ codes = [], startsAt, partnership: given }: { codes?: readonly SafeguardCode[]; startsAt: Date; partnership?: Partnership }) {
  const partnership = given ?? (await buildPartnership());
  const by = { partnershipId: partnership.id, personId: null };
  const [group, full] = await inTransaction(async (transaction) => {
    const whole = await addBody(transaction, by, { ...usualBody, kind: "assembly", isFull: true, name: { en: "The full partnership" } });
    const small = await addBody(transaction, by, { ...usualBody, kind: "executive", name: { en: "The executive" } });
    const adopting = { partnershipId: partnership.id, bodyId: small.id, personId: newId(), today: "2026-01-01" };
    const set = (code: SafeguardCode) => (code === "SG07" ? { noticeInDays: usualSettings.noticeInDays } : {});
    await adoptSafeguards(transaction, adopting, new Map(codes.map((code) => [code, set(code)])), { decisionId: null, note: "The founding" });
    return [small, whole] as const;
  });
  const members = [await seat(partnership, group.id, "council"), await seat(partnership, group.id, "voluntary-community"), await seat(partnership, group.id, "faith")] as const;
  const all = [await seat(partnership, full.id, "council", members[0]), await seat(partnership, full.id, "residents")] as const;
  const own = await buildMeeting({ partnershipId: partnership.id, bodyId: group.id, startsAt });
  const whole = await buildMeeting({ partnershipId: partnership.id, bodyId: full.id, startsAt });
  return { partnership, group, full, members, all, own, whole };
}

/** A decision of the group, on the agenda of its meeting. */
export function buildDecision({ partnership, group, own }: Awaited<ReturnType<typeof buildDeciding>>, texts: Partial<DecisionTexts> = {}, now = new Date()): Promise<string> {
  const by = { partnershipId: partnership.id, personId: newId(), now };
  return inTransaction((transaction) => draftDecision(transaction, by, { bodyId: group.id, itemId: own.itemId }, { ...decided, ...texts }));
}
