// What everybody reads of one decision: what it rests on, who voted how, what happened to it. Names of those who sit are public.
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Decision } from "./decisions.store.server.ts";
import { voices, type Voice } from "./tally.ts";

type PublicVote = { appointmentId: string; name: string; body: Text; voice: Voice };
type PublicStep = { id: string; kind: string; at: Date; reason: Text };

const said = z.object({ appointmentId: z.string(), language: z.string(), words: z.string(), appointment: z.object({ name: z.string() }) });

function readSaid(row: unknown) {
  const { appointment, ...rest } = said.parse(row);
  return { ...rest, name: appointment.name };
}

/** All of it in one go, for a decision that is public. A vote that is going on is nobody's to see yet. */
export async function findDecided(on: Database, { id: decisionId, partnershipId, delegationId, consultationId, findingId, askedIds, openedAt, isWithFull, bodyId }: Decision) {
  const about = { decisionId, partnershipId };
  const named = { appointment: { select: { name: true, body: { select: { name: true } } } } } as const;
  const shown = openedAt === null ? {} : isWithFull ? { bodyId } : { bodyId: "" };
  const [votes, interests, vetoes, steps, delegation, consultation, finding, asked, gave] = await Promise.all([
    on.vote.findMany({ where: { ...about, ...shown }, include: named, orderBy: [{ bodyId: "asc" }, { appointment: { name: "asc" } }, { appointmentId: "asc" }], take: 500 }),
    on.interest.findMany({ where: about, include: named, orderBy: { at: "asc" } }),
    on.veto.findMany({ where: about, include: named, orderBy: { at: "asc" } }),
    on.decisionStep.findMany({ where: about, orderBy: { id: "asc" }, take: 200 }),
    delegationId === null ? null : on.delegation.findFirst({ where: { id: delegationId, partnershipId }, select: { id: true, scope: true, limits: true } }),
    consultationId === null ? null : on.consultation.findFirst({ where: { id: consultationId, partnershipId }, select: { id: true, title: true } }),
    findingId === null ? null : on.finding.findFirst({ where: { id: findingId, partnershipId }, select: { statement: true } }),
    on.organisation.findMany({ where: { partnershipId, id: { in: askedIds } }, select: { name: true }, orderBy: { sortName: "asc" } }),
    on.delegation.findMany({ where: about, select: { id: true, scope: true }, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 100 }),
  ]);
  return {
    votes: votes.flatMap(({ appointmentId, voice, appointment }): PublicVote[] => {
      const known = voices.find((one) => one === voice);
      return known ? [{ appointmentId, name: appointment.name, body: textSchema.parse(appointment.body.name), voice: known }] : [];
    }),
    interests: interests.map(({ nature, ...row }) => readSaid({ ...row, words: nature })),
    vetoes: vetoes.map(({ reason, ...row }) => readSaid({ ...row, words: reason })),
    steps: steps.map(({ id, kind, at, reason }): PublicStep => ({ id: String(id), kind, at, reason: textSchema.parse(reason) })),
    delegation: delegation && { id: delegation.id, scope: textSchema.parse(delegation.scope), limits: textSchema.parse(delegation.limits) },
    consultation: consultation && { id: consultation.id, title: textSchema.parse(consultation.title) },
    finding: finding && textSchema.parse(finding.statement),
    gave: gave.map(({ id, scope }) => ({ id, scope: textSchema.parse(scope) })),
    asked: asked.map(({ name }) => textSchema.parse(name)),
  };
}
