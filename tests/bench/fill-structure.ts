// A partnership of 400 organisations and 40 bodies with ten years of meetings, all at once.
import { adoptSafeguards } from "#app/bodies/adoptions.store.server.ts";
import { safeguardCodes } from "#app/bodies/safeguard.ts";
import { sectors } from "#app/bodies/sector.ts";
import { addDays, addMonths, dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";

export const sizes = { organisations: 400, bodies: 40, years: 10 };
const seatsEach = 16;
const meetingsAYear = 6;
const itemsEach = 6;

type Row = Record<string, unknown>;
const runsOf = 5_000;

/** Names of what was made, to open: the full partnership, a board, its latest meeting and the one to come, a decision. */
export type Structure = {
  body: string;
  bodyId: string;
  organisation: string;
  network: string;
  meeting: string;
  nextMeeting: string;
  item: string;
  action: string;
  decision: string;
  appointment: string;
  line: string;
  obligation: string;
  delegation: string;
  dispute: string;
  part: string;
  member: string;
  application: string;
};

const text = (en: string) => ({ en, cy: `${en} (cy)`, ur: `${en} (ur)` });
const at = (day: string, hour: number) => new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
const count = <One>(many: number, make: (index: number) => One): One[] => Array.from({ length: many }, (_, index) => make(index));

/** `personId` holds the first seat of the board. */
export async function fillStructure(partnership: Pick<Partnership, "id">, personId: string, now: Date): Promise<Structure> {
  const of = { partnershipId: partnership.id };
  const today = dayOf(now);
  const day = (date: string) => new Date(date);
  const began = addMonths(today, -12 * sizes.years);
  const organisations = count(sizes.organisations, (n): Row => ({
    ...{ ...of, id: `org${n}`, name: text(`Organisation ${n}`), sortName: `organisation ${String(n).padStart(4, "0")}`, sector: sectors[n % sectors.length]! },
    ...{ kind: "other", areaCodes: n % 3 ? [] : [`E0700${1000 + (n % 9)}`], createdAt: now, confirmedOn: day(addMonths(today, -(n % 14))) },
  }));
  const bodies = count(sizes.bodies, (n): Row => ({
    ...{ ...of, id: `body${n}`, parentId: n === 0 ? null : `body${Math.floor((n - 1) / 6)}`, slug: `body-${n}`, name: text(`Body ${n}`) },
    ...{ kind: n === 0 ? "assembly" : n === 1 ? "board" : n % 10 === 9 ? "network" : "theme-group", isFull: n === 0, isOpen: n % 2 === 0 },
    ...{ decisionModel: n === 1 ? "small-group" : "all", themes: ["economy", "environment", "transport"].slice(0, n % 4), purpose: text("What it is for."), position: n, startedOn: day(began) },
  }));
  const schemes = count(sizes.bodies, (n): Row => ({ ...of, id: `scheme${n}`, bodyId: `body${n}`, version: 1, startsOn: day(began), agreedNote: "At the founding", rules: [{ kind: "share", sectors: ["voluntary-community"], least: 25, most: null }] }));
  const lines = bodies.flatMap((_, n) => count(4, (line): Row => ({
    ...{ ...of, id: `line${n}-${line}`, schemeId: `scheme${n}`, bodyId: `body${n}`, position: line + 1, sector: (["council", "public", "voluntary-community", "private"] as const)[line] },
    ...{ basis: line === 2 ? "elected" : "fixed", count: seatsEach / 4, holder: text(`Seats of sort ${line}`) },
  })));
  // Each seat has been held by three people, one term after the other.
  const terms = [0, 1, 2].map((term) => ({ from: addMonths(today, -102 + term * 36), to: addDays(addMonths(today, -102 + (term + 1) * 36), -1) }));
  const appointments = bodies.flatMap((_, n) => terms.flatMap(({ from, to }, term) => count(seatsEach, (seat): Row => ({
    ...{ ...of, id: `seat${n}-${term}-${seat}`, bodyId: `body${n}`, lineId: `line${n}-${seat % 4}`, seat: Math.floor(seat / 4) + 1 },
    ...{ personId: n === 1 && term === 2 && seat === 0 ? personId : null, name: `Member ${(n * 7 + seat + term * 40) % 400}`, organisationId: `org${(n * 11 + seat * 3 + term) % sizes.organisations}` },
    ...{ startsOn: day(from), endsOn: day(to), chosenHow: "nominated", chosenBy: "Their own", seniority: "manager", inductedOn: day(from) },
    induction: ["role", "terms", "conduct", "interests", "papers", "access"].map((code) => ({ code, doneOn: from })),
  }))));
  const members = count(sizes.organisations, (n): Row => ({ ...of, id: `member${n}`, bodyId: "body0", organisationId: `org${n}`, category: n % 5 ? "member" : "core", startsOn: day(began) }));
  const meetings = bodies.flatMap((_, n) => count(sizes.years * meetingsAYear + 4, (m): Row => {
    const held = addDays(today, (m - sizes.years * meetingsAYear) * 61 + (n % 30) + 10);
    return {
      ...{ ...of, id: `meeting${n}-${m}`, bodyId: `body${n}`, startsAt: at(held, 10 + (n % 5)), endsAt: at(held, 12 + (n % 5)), venue: text("County Hall"), access: ["step-free", "hearing-loop"] },
      ...{ isOpen: n % 2 === 0, createdAt: at(began, 9), calledAt: held < today ? at(addDays(held, -10), 9) : null, minutesReadyAt: held < today ? at(addDays(held, 8), 9) : null },
    };
  }));
  const isHeld = ({ startsAt }: Row) => (startsAt as Date) < now;
  const items = meetings.flatMap((meeting) => count(itemsEach, (n): Row => ({
    ...{ ...of, id: `${String(meeting.id)}-${n}`, meetingId: meeting.id, position: n + 1, kind: n === itemsEach - 1 ? "any-other-business" : "item", purpose: n < 2 ? "decide" : "discuss" },
    ...{ title: text(`Item ${n}`), minute: isHeld(meeting) ? text("It was talked about at some length, and this is what was said.") : {} },
  })));
  const papers = meetings.flatMap((meeting) => count(3, (n): Row => ({
    ...{ ...of, id: `paper-${String(meeting.id)}-${n}`, meetingId: meeting.id, itemId: `${String(meeting.id)}-${n}`, position: n + 1, title: text(`Paper ${n}`) },
    ...{ text: text("What the paper says, in some paragraphs.\n\n".repeat(30)), sentAt: meeting.calledAt, createdAt: at(began, 9) },
  })));
  const held = meetings.filter(isHeld);
  const attendances = held.flatMap((meeting, index) => {
    const [, n = "0"] = /^meeting(\d+)-/.exec(String(meeting.id)) ?? [];
    const term = terms.findIndex(({ to }) => dayOf(meeting.startsAt as Date) <= to);
    return count(seatsEach, (seat): Row => ({
      ...{ ...of, id: `came-${String(meeting.id)}-${seat}`, meetingId: meeting.id, appointmentId: `seat${n}-${Math.max(0, term)}-${seat}`, role: "member", said: "coming", saidAt: meeting.startsAt },
      ...{ came: (index + seat) % 6 ? "here" : "absent", createdAt: meeting.startsAt },
    }));
  });
  const actions = held.map((meeting, index): Row => ({
    ...{ ...of, id: `action-${String(meeting.id)}`, meetingId: meeting.id, itemId: `${String(meeting.id)}-1`, text: text("Somebody writes to somebody"), ownerName: "The secretariat" },
    ...{ dueOn: day(addDays(dayOf(meeting.startsAt as Date), 30)), doneOn: index % 9 ? day(addDays(dayOf(meeting.startsAt as Date), 20)) : null, createdAt: meeting.startsAt },
  }));
  const decisions = held.map((meeting): Row => ({
    ...{ ...of, id: `decision-${String(meeting.id)}`, bodyId: meeting.bodyId, itemId: `${String(meeting.id)}-0`, title: text(`What ${String(meeting.id)} decided`), text: text("It is agreed.") },
    ...{ reasons: text("Because it is right."), topic: "priorities", noEvidence: text("Nobody asked."), createdAt: meeting.startsAt, outcome: "agreed", outcomeAt: meeting.endsAt, decidedOn: day(dayOf(meeting.startsAt as Date)), noticeDueOn: day(addDays(dayOf(meeting.startsAt as Date), 3)) },
    ...{ notifiedAt: meeting.endsAt, tallies: { own: { for: 12, against: 0, abstain: 0, aside: 1, silent: 3, entitled: 16 } } },
  }));
  const minuted = held.map((meeting): Row => ({ ...of, itemId: `${String(meeting.id)}-0`, decisionId: `decision-${String(meeting.id)}`, text: text("It is agreed."), path: "/", minutedAt: meeting.endsAt as Date }));
  const votes = held.flatMap((meeting) => {
    const [, n = "0"] = /^meeting(\d+)-/.exec(String(meeting.id)) ?? [];
    return count(12, (seat): Row => ({ ...of, decisionId: `decision-${String(meeting.id)}`, appointmentId: `seat${n}-2-${seat}`, bodyId: meeting.bodyId, voice: "for", at: meeting.endsAt, personId }));
  });
  const contact = (id: string, whose: Row): Row => ({ ...of, id, name: "Somebody to turn to", email: "somebody@people.example", telephone: "01632 960000", ...whose });
  const contacts = [
    ...organisations.map(({ id }): Row => contact(`contact-${String(id)}`, { purpose: "organisation", organisationId: id })),
    ...bodies.map(({ id }): Row => contact(`contact-${String(id)}`, { purpose: "body", bodyId: id, isPublic: true })),
    contact("contact-complaints", { purpose: "complaints", isPublic: true }),
  ];
  const obligations = organisations.flatMap(({ id: organisationId }) => count(2, (n): Row => ({
    ...{ ...of, id: `owes-${String(organisationId)}-${n}`, organisationId, kind: n ? "attendance" : "finance", text: text("What it promised"), startsOn: day(addMonths(today, -10)) },
    ...(n ? { bodyId: "body0", share: 75 } : { amountInPence: 250_000 }),
  })));
  const delegations = bodies.slice(1).flatMap(({ id: bodyId }) => count(3, (n): Row => ({
    ...{ ...of, id: `left-${String(bodyId)}-${n}`, bodyId, scope: text(`What is left to it, ${n}`), limits: text("Within its budget."), limitInPence: 100_000 * (n + 1) },
    ...{ startsOn: day(began), reviewOn: day(addMonths(today, n * 4 - 3)), agreedNote: "At the founding" },
  })));
  const disputes = decisions.filter((_, n) => n % 20 === 0).map((decision, n): Row => ({
    ...{ ...of, id: `dispute${n}`, bodyId: decision.bodyId, decisionId: decision.id, route: n % 2 ? "mediation" : "full-partnership-final", about: text("Two partners are at odds about the cost.") },
    ...{ mediator: "The county’s mediation service", openedOn: decision.decidedOn, closedOn: n % 5 ? decision.noticeDueOn : null },
  }));
  const applications = count(60, (n): Row => ({
    ...{ ...of, id: `asks${n}`, networkId: "body9", organisation: `A group ${n}`, kind: "community-group", about: "It looks after the meadow.", constituencies: ["part1"], name: `Asker ${n}` },
    ...{ email: `asker${n}@people.example`, language: "en", askedAt: now, confirmedAt: now, linkHash: `asks${n}`, decidedAt: n % 3 ? now : null, reason: n % 3 ? "It works elsewhere." : "" },
  }));
  const save = async (rows: readonly Row[], create: (given: never) => Promise<unknown>) => {
    for (let start = 0; start < rows.length; start += runsOf) await create({ data: rows.slice(start, start + runsOf) } as never);
  };
  await save(organisations, (given) => db().organisation.createMany(given));
  await save(bodies, (given) => db().body.createMany(given));
  await save(schemes, (given) => db().seatScheme.createMany(given));
  await save(lines, (given) => db().seatLine.createMany(given));
  await save(appointments, (given) => db().appointment.createMany(given));
  await save(members, (given) => db().bodyMember.createMany(given));
  await save([{ ...of, bodyId: "body9" }], (given) => db().network.createMany(given));
  await save(count(12, (n): Row => ({ ...of, id: `part${n}`, networkId: "body9", kind: n % 2 ? "geography" : "interest", name: text(`Part ${n}`), position: n })), (given) => db().networkConstituency.createMany(given));
  await save(count(sizes.organisations, (n): Row => ({ ...of, id: `joined${n}`, networkId: "body9", organisationId: `org${n}`, joinedOn: day(began), confirmedOn: day(addMonths(today, -(n % 15))) })), (given) => db().networkMember.createMany(given));
  await save(count(sizes.organisations, (n): Row => ({ ...of, memberId: `joined${n}`, constituencyId: `part${n % 12}` })), (given) => db().memberConstituency.createMany(given));
  await save(count(sizes.organisations, (n): Row => ({ ...of, memberId: `joined${n}`, role: "delegate", name: `Delegate ${n}`, email: `delegate${n}@people.example`, language: "en" })), (given) => db().networkDelegate.createMany(given));
  await save(meetings, (given) => db().meeting.createMany(given));
  await save(items, (given) => db().agendaItem.createMany(given));
  await save(papers, (given) => db().paper.createMany(given));
  await save(attendances, (given) => db().attendance.createMany(given));
  await save(actions, (given) => db().meetingAction.createMany(given));
  await save(decisions, (given) => db().decision.createMany(given));
  await save(minuted, (given) => db().minutedDecision.createMany(given));
  await save(votes, (given) => db().vote.createMany(given));
  await save(contacts, (given) => db().bodyContact.createMany(given));
  await save(obligations, (given) => db().obligation.createMany(given));
  await save(delegations, (given) => db().delegation.createMany(given));
  await save(disputes, (given) => db().dispute.createMany(given));
  await save(applications, (given) => db().networkApplication.createMany(given));
  await inTransaction((transaction) => adoptSafeguards(transaction, { ...of, bodyId: "body1", personId, today }, new Map(safeguardCodes.map((code) => [code, {}])), { decisionId: null, note: "At the founding" }));
  await db().$executeRawUnsafe("ANALYZE");
  const last = `meeting1-${sizes.years * meetingsAYear - 1}`;
  return {
    ...{ body: "body-1", bodyId: "body1", organisation: "org3", network: "body-9", meeting: last, nextMeeting: `meeting1-${sizes.years * meetingsAYear}`, item: `${last}-0` },
    ...{ action: `action-${last}`, decision: `decision-${last}`, appointment: "seat1-2-0", line: "line1-2", obligation: "owes-org3-1", delegation: "left-body1-0" },
    ...{ dispute: "dispute3", part: "part1", member: "joined7", application: "asks0" },
  };
}
