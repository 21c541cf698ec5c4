// What was done with a consultation, read from what was written down as it was done: the facts that the method note is made of.
import { howCoded } from "#app/analysis/how-coded.store.server.ts";
import { changesInAll } from "#app/analysis/analysis-set.ts";
import { findDesign } from "#app/analysis/design.store.server.ts";
import { howOutsideHelped } from "#app/analysis/outside.store.server.ts";
import { countAbsences, countChangesBetween, listSets } from "#app/analysis/sets.store.server.ts";
import { howHelped } from "#app/analysis/suggestions.store.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { listEvents } from "#app/consultations/events.store.server.ts";
import { listSteps } from "#app/consultations/life.store.server.ts";
import type { StepKind } from "#app/consultations/life.ts";
import { countModerated } from "#app/moderation/store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { listPublicity, listReached } from "#app/stakeholders/reach.store.server.ts";
import type { Method, ShownSet } from "./shown.ts";
import { countCoded } from "./themes.store.server.ts";

const told: readonly StepKind[] = ["pause", "resume", "extend", "close"];

type Made = { id: string; number: number };

/** The facts of a consultation and of one of its sets; what the gate hid is told once it has. */
export async function readMethod(on: Database, consultation: Consultation, set: Made): Promise<Omit<Method, "hidden">> {
  const { opensAt, closesAt, graceInMinutes, languages } = consultation;
  const { counts, summaryOnly } = await countModerated(on, consultation, set.id);
  const mayBePublished = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    ...{ opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null, graceInMinutes, languages },
    steps: (await listSteps(on, consultation, told)).reverse().map(({ kind, facts, reason }) => ({ kind, facts, reason })),
    publicity: await readPublicity(on, consultation),
    events: (await listEvents(on, consultation)).map(({ title, startsAt, attended, cancelledAt }) => ({ title, startsAt: startsAt.toISOString(), attended, isCancelled: cancelledAt !== null })),
    sets: await readSets(on, consultation, set.number),
    absences: await countAbsences(on, set.id),
    design: await findDesign(on, consultation),
    coded: await readCoding(on, consultation, set),
    helped: await countHelped(on, consultation, set),
    campaigns: await countAll(on, set.id),
    moderation: { mayBePublished, clear: counts.clear, held: counts.held + counts.proposed, rejected: counts.rejected, waiting: counts.waiting, summaryOnly, removed: await countRemoved(on, set.id) },
  };
}

/** The sets up to the one that is reported, the first first. */
async function readSets(on: Database, consultation: Consultation, upTo: number): Promise<ShownSet[]> {
  const sets = (await listSets(on, consultation)).filter(({ number, finishedAt }) => number <= upTo && finishedAt !== null).reverse();
  const shown: ShownSet[] = [];
  for (const [index, { id, number, frozenAt, reason, included }] of sets.entries()) {
    const earlier = sets[index - 1];
    const changes = earlier ? await countChangesBetween(on, earlier.id, id) : null;
    shown.push({ number, frozenAt: frozenAt?.toISOString() ?? "", reason, included, changes: changes && changesInAll(changes) > 0 ? changes : null });
  }
  return shown;
}

async function readPublicity(on: Database, consultation: Consultation): Promise<Method["publicity"]> {
  const done = (await listPublicity(on, consultation)).filter(({ doneOn }) => doneOn !== null);
  const reached = await listReached(on, consultation);
  const channels = [...new Set([...done, ...reached].map(({ channel }) => channel))].sort();
  return channels.map((channel) => ({
    ...{ channel, done: done.filter((one) => one.channel === channel).length },
    reached: reached.filter((one) => one.channel === channel).reduce((sum, one) => sum + one.reached, 0),
  }));
}

async function readCoding(on: Database, consultation: Consultation, set: Made): Promise<Method["coded"]> {
  const { coders, texts, read, differences, frames } = await howCoded(on, consultation, set);
  const agreements = frames.filter(({ sample }) => sample.both > 0).map(({ name, agreement: { all } }) => ({ name, alpha: all.isEnough ? all.alpha : null }));
  return { texts, coded: await countCoded(on, set.id), coders, read, again: differences.both, agreements, settled: differences.settled };
}

async function countHelped(on: Database, consultation: Consultation, set: Made): Promise<Method["helped"]> {
  const { themes, codes } = await howHelped(on, set);
  const sum = (kind: "suggested" | "accepted" | "rejected") => codes.reduce((all, one) => all + one[kind], 0);
  return { themes: themes.suggested, taken: themes.taken, codes: sum("suggested"), accepted: sum("accepted"), rejected: sum("rejected"), outside: await howOutsideHelped(on, consultation, set) };
}

async function countAll(on: Database, setId: string): Promise<Method["campaigns"]> {
  const where = { setId, isPair: false };
  return {
    confirmed: await on.campaign.count({ where: { ...where, state: "confirmed" } }),
    texts: await on.campaignText.count({ where: { leftOutAt: null, campaign: { ...where, state: "confirmed" } } }),
    undecided: await on.campaign.count({ where: { ...where, state: "found" } }),
  };
}

async function countRemoved(on: Database, setId: string): Promise<Method["moderation"]["removed"]> {
  return on.$queryRaw<Method["moderation"]["removed"]>`
    SELECT removal.reason, count(*)::int AS count FROM "Redaction" removal JOIN "AnswerText" text ON text.id = removal."textId"
    JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}
