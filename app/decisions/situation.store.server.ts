// All that a decision stands in at a moment: its meeting, who may vote and who has, what its body has adopted, and what keeps the
// vote from being opened or closed. A handful of queries for one decision.
import { adoptedBy } from "#app/bodies/adoptions.store.server.ts";
import { membersOf } from "#app/bodies/appointments.store.server.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import type { Adopted, DisputeRoute } from "#app/bodies/safeguard.ts";
import { findSchemeOn } from "#app/bodies/schemes.store.server.ts";
import { isTaken, type Came } from "#app/meetings/attendance.ts";
import { namedFor } from "#app/meetings/turns.store.server.ts";
import { dayOf, endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { blocksClosing, blocksOpening, isFinal, type Block } from "./decision.ts";
import type { Decision } from "./decisions.store.server.ts";
import { findDelegation } from "./delegations.store.server.ts";
import { problemWith, standingOf } from "./delegation.ts";
import { vetoUntil } from "./notice.ts";
import { judge, type Facts, type Judged } from "./safeguards.ts";
import { withTurns, type Seat } from "./taking-part.ts";
import { isVoice, tallyOf, type Tally, type Voice } from "./tally.ts";

type VotingBody = { id: string; slug: string; name: Text; isFull: boolean; isAdvisory: boolean; quorum: number | null };
export type Item = { id: string; kind: "item" | "emergency" | "any-other-business"; isJustified: boolean; title: Text; meetingId: string; startsAt: Date };
export type Member = { appointmentId: string; personId: string | null; name: string; organisation: Text | null; sector: string; isRequired: boolean; hasVote: boolean; isActive: boolean; pool: Seat["pool"]; chosenBy: string };
export type Said = { appointmentId: string; name: string; words: string; language: string; at: Date };

export type Situation = {
  decision: Decision;
  /** Which body votes: its own, or the full partnership once it went back. */
  body: VotingBody;
  full: VotingBody | null;
  item: Item | null;
  members: Member[];
  /** The votes of that body, by appointment. */
  votes: Map<string, Voice>;
  interests: Said[];
  vetoes: Said[];
  tally: Tally;
  adopted: Adopted;
  judged: Judged[];
  toOpen: Block[];
  toClose: Block[];
  /** The last day of a veto; null where the group has not adopted that. */
  vetoUntil: string | null;
};

const bodyColumns = { id: true, slug: true, name: true, isFull: true, decisionModel: true, quorum: true } as const;

function bodyOf(row: { id: string; slug: string; name: unknown; isFull: boolean; decisionModel: string; quorum: number | null }): VotingBody {
  const { id, slug, name, isFull, decisionModel, quorum } = row;
  return { id, slug, name: textSchema.parse(name), isFull, isAdvisory: decisionModel === "advisory", quorum };
}

/** The full partnership of today; null where no body is said to be. */
export async function findFull(on: Database, partnershipId: string): Promise<VotingBody | null> {
  const row = await on.body.findFirst({ where: { partnershipId, isFull: true, endedOn: null }, select: bodyColumns });
  return row && bodyOf(row);
}

/** Where a decision stands on an agenda of a body: where it was put, or where what was due of it was. */
export async function findItem(on: Database, { id, partnershipId, itemId, fullItemId, isWithFull }: Decision, bodyId: string): Promise<Item | null> {
  const put = isWithFull ? fullItemId : itemId;
  const row = await on.agendaItem.findFirst({
    where: {
      partnershipId,
      meeting: { bodyId, cancelledAt: null },
      ...(put === null ? { dueItem: { subject: "decisions", sourceId: id } } : { id: put }),
    },
    include: { meeting: { select: { startsAt: true } } },
    orderBy: { meeting: { startsAt: "desc" } },
  });
  if (!row) return null;
  const kind = row.kind === "emergency" || row.kind === "any-other-business" ? row.kind : "item";
  const isJustified = Object.keys(textSchema.parse(row.justification)).length > 0;
  return { id: row.id, kind, isJustified, title: textSchema.parse(row.title), meetingId: row.meetingId, startsAt: row.meeting.startsAt };
}

async function listMembers(on: Database, bodyId: string, day: string): Promise<Member[]> {
  const members = await membersOf(on, bodyId, day);
  return members.map(({ id, personId, name, organisation, line, lineId, hasVote, isActive, chosenHow, chosenBy }) => ({
    ...{ appointmentId: id, personId, name, organisation: organisation && organisation.name, sector: line.sector, isRequired: line.isRequired },
    ...{ hasVote, isActive, pool: line.basis === "pool" ? { lineId, seats: line.count ?? 1 } : null, chosenBy: chosenHow === "founding" || chosenHow === "co-opted" ? "" : chosenBy },
  }));
}

async function listPapers(on: Database, item: Item | null) {
  const papers = item === null ? [] : await on.paper.findMany({ where: { itemId: item.id, sentAt: { not: null } }, select: { isLate: true } });
  return { sent: papers.length, late: papers.filter(({ isLate }) => isLate).length };
}

async function listAttendance(on: Database, item: Item | null) {
  const rows = item === null ? [] : await on.attendance.findMany({ where: { meetingId: item.meetingId }, select: { appointmentId: true, role: true, came: true } });
  const there = rows.filter(({ came }) => isTaken(came as Came | null));
  return {
    present: there.flatMap(({ role, appointmentId }) => (role === "member" && appointmentId !== null ? [appointmentId] : [])),
    observers: there.filter(({ role }) => role === "observer").length,
  };
}

/** Emergencies on the agendas of a body in the calendar year of a day, those of meetings that were cancelled apart. */
function countEmergencies(on: Database, bodyId: string, day: string): Promise<number> {
  const year = day.slice(0, 4);
  const startsAt = { gte: startOfDay(`${year}-01-01`), lt: endOfDay(`${year}-12-31`) };
  return on.agendaItem.count({ where: { kind: "emergency", meeting: { bodyId, cancelledAt: null, startsAt } } });
}

async function chairOf(on: Database, bodyId: string, day: string): Promise<Facts["chair"]> {
  const date = dayIn(day);
  const row = await on.chair.findFirst({
    where: { bodyId, kind: "chair", startsOn: { lte: date }, AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: date } }] }, { OR: [{ endedOn: null }, { endedOn: { gte: date } }] }] },
    orderBy: { startsOn: "desc" },
  });
  if (!row) return null;
  return row.decisionId !== null ? "decision" : row.electionId !== null ? "election" : "otherwise";
}

/** The sectors a group must have: those of the lines that say so, or every sector of its scheme where none does. */
function sectorsOf(lines: readonly { sector: string; isRequired: boolean }[], members: readonly Member[], present: ReadonlySet<string>): Facts["sectors"] {
  const said = lines.filter(({ isRequired }) => isRequired);
  const required = [...new Set((said.length > 0 ? said : lines).map(({ sector }) => sector))];
  const seated = (sector: string) => members.filter((one) => one.sector === sector);
  const vacant = required.filter((sector) => seated(sector).length === 0);
  const absent = required.filter((sector) => !vacant.includes(sector) && !seated(sector).some(({ appointmentId }) => present.has(appointmentId)));
  return { required: required.length, vacant, absent };
}

/** Everything about one decision at a moment. */
export async function findSituation(on: Database, decision: Decision, now: Date): Promise<Situation> {
  const { id: decisionId, partnershipId, bodyId, openedAt, outcome, decidedOn, isWithFull } = decision;
  const today = dayOf(now);
  const day = openedAt ? dayOf(openedAt) : outcome !== null && isFinal(outcome) ? (decidedOn ?? today) : today;
  // one after the other, because a transaction has one connection
  const own = bodyOf(await on.body.findUniqueOrThrow({ where: { id: bodyId }, select: bodyColumns }));
  const full = await findFull(on, partnershipId);
  const body = isWithFull && full ? full : own;
  const item = await findItem(on, decision, body.id);
  const about = { decisionId, partnershipId };
  const named = { include: { appointment: { select: { name: true } } }, orderBy: { at: "asc" } } as const;
  const { present, observers } = await listAttendance(on, item);
  const members = withTurns(await listMembers(on, body.id, day), new Set(present), item === null ? new Set() : await namedFor(on, { id: item.meetingId }));
  const ballots = await on.vote.findMany({ where: { ...about, bodyId: body.id } });
  const interestRows = await on.interest.findMany({ where: about, ...named });
  const vetoRows = await on.veto.findMany({ where: about, ...named });
  const adopted = await adoptedBy(on, body.id, day);
  const keeps = body.id === own.id ? adopted : await adoptedBy(on, own.id, day);
  const papers = await listPapers(on, item);
  const emergenciesThisYear = await countEmergencies(on, body.id, day);
  const chair = await chairOf(on, own.id, day);
  const scheme = await findSchemeOn(on, own.id, day);
  const delegation = decision.delegationId === null ? null : await findDelegation(on, partnershipId, decision.delegationId);
  const dispute = await on.dispute.findFirst({ where: about, orderBy: { openedOn: "desc" }, select: { route: true, closedOn: true } });
  const votes = new Map(ballots.flatMap(({ appointmentId, voice }): [string, Voice][] => (isVoice(voice) ? [[appointmentId, voice]] : [])));
  const interests = interestRows.map(({ appointment, nature, ...row }) => ({ ...row, name: appointment.name, words: nature }));
  const tally = tallyOf({
    entitled: members.filter(({ hasVote }) => hasVote).map(({ appointmentId }) => appointmentId),
    votes: [...votes].map(([appointmentId, voice]) => ({ appointmentId, voice })),
    aside: interests.map(({ appointmentId }) => appointmentId),
  });
  const sectors = sectorsOf(scheme?.lines ?? [], isWithFull ? await listMembers(on, own.id, day) : members, new Set([...present, ...votes.keys()]));
  const use = { bodyId, amountInPence: decision.amountInPence, on: day };
  const delegated = delegation && { problem: problemWith(delegation, use), isPastReview: standingOf(delegation, day) === "review-due" };
  const facts: Facts = {
    ...{ outcome, sectors, papers, observers, emergenciesThisYear, chair, delegation: delegated, vetoes: vetoRows.length },
    tally: decision.tallies.own ?? tally,
    notice: decision.noticeDueOn === null ? null : { dueOn: decision.noticeDueOn, sentOn: decision.notifiedAt && dayOf(decision.notifiedAt) },
    scheme: { isAgreed: scheme !== null && (scheme.version === 1 || scheme.decisionId !== null), seated: members.length, chosen: members.filter(({ chosenBy }) => chosenBy !== "").length },
    item: { kind: item?.kind ?? "item", isJustified: item?.isJustified ?? false },
    dispute: dispute && { route: dispute.route as DisputeRoute, isClosed: dispute.closedOn !== null },
  };
  const adoptedVeto = keeps.codes.includes("SG04");
  return {
    ...{ decision, body, full, item, members, votes, interests, tally, adopted: keeps },
    vetoes: vetoRows.map(({ appointment, reason, ...row }) => ({ ...row, name: appointment.name, words: reason })),
    // what was so when it was decided stays so; only what comes afterwards is looked at anew
    judged: judgedNow(decision, judge(keeps, facts, today)),
    toOpen: blocksOpening({ decision, body, hasFull: full !== null, item: item && { ...item, hasBegun: item.startsAt <= now }, adopted, facts }),
    toClose: blocksClosing({ tally, quorum: body.quorum, missingSectors: keeps.codes.includes("SG01") && !isWithFull ? [...sectors.vacant, ...sectors.absent] : [] }),
    vetoUntil: adoptedVeto ? vetoUntil(decidedOn ?? today, keeps.settings.vetoInDays) : null,
  };
}

const comesAfterwards = ["SG07", "SG12"];

/** The safeguards as they were written down with the outcome, but for those that go on being met or not after it. */
function judgedNow({ safeguards, isWithFull, outcome }: Decision, fresh: Judged[]): Judged[] {
  if (safeguards.length === 0 || (outcome === null && !isWithFull)) return fresh;
  return safeguards.map((one) => (comesAfterwards.includes(one.code) ? (fresh.find(({ code }) => code === one.code) ?? one) : one));
}
