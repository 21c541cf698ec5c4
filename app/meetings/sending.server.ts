// Sends an agenda and its papers out: those that are late only as far as the body takes them, and everybody who sits there is told.
import { adoptedBy } from "#app/bodies/adoptions.store.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { isLanguage } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listItems } from "./agenda.store.server.ts";
import { isSittingOn } from "./clashes.store.server.ts";
import { agendaLetter } from "./letters.ts";
import { dayOfMeeting, isChangeable, type Meeting } from "./meeting.ts";
import type { By } from "./meetings.store.server.ts";
import { sendingOf, type LateRule, type Paper, type SendingProblem } from "./paper.ts";
import { listPapers, markSent } from "./papers.store.server.ts";
import { attendPath } from "./paths.ts";

/** A body that has adopted papers in advance [SG05] refuses what is late; another takes it with a reason. */
export async function lateRuleOf(on: Database, meeting: Pick<Meeting, "body" | "startsAt">): Promise<LateRule> {
  const { codes } = await adoptedBy(on, meeting.body.id, dayOfMeeting(meeting));
  return codes.includes("SG05") ? "refuse" : "mark";
}

export type ToSend = { ready: { paper: Paper; isLate: boolean }[]; held: { paper: Paper; problem: SendingProblem }[] };

/** What would go out now, and what is held back and why. */
export function sortPapers(papers: readonly Paper[], meeting: Meeting, { now, lateRule }: { now: Date; lateRule: LateRule }): ToSend {
  const sorted: ToSend = { ready: [], held: [] };
  for (const paper of papers.filter(({ sentAt }) => sentAt === null)) {
    const { isLate, problem } = sendingOf(paper, meeting, { now, lateRule });
    if (problem) sorted.held.push({ paper, problem });
    else sorted.ready.push({ paper, isLate });
  }
  return sorted;
}

/** Those with an account who sit there; where papers go to all partners [SG05], those of the full partnership too. */
async function listReaders(on: Database, meeting: Meeting, rule: LateRule): Promise<{ email: string; language: string }[]> {
  const bodies = rule === "refuse" ? { OR: [{ id: meeting.body.id }, { isFull: true }] } : { id: meeting.body.id };
  const rows = await on.appointment.findMany({
    where: { partnershipId: meeting.partnershipId, personId: { not: null }, body: bodies, ...isSittingOn(dayOfMeeting(meeting)) },
    select: { person: { select: { email: true, language: true } } },
  });
  return [...new Map(rows.flatMap(({ person }) => (person ? [[person.email, person] as const] : []))).values()];
}

/** How many papers went out; null where there is nothing to send, or the meeting has begun. The caller holds the meeting. */
export async function sendOut(transaction: Transaction, by: By, partnership: Partnership, meeting: Meeting): Promise<{ sent: number; late: number; told: number } | null> {
  const lateRule = await lateRuleOf(transaction, meeting);
  const items = await listItems(transaction, meeting);
  const { ready } = sortPapers(await listPapers(transaction, meeting), meeting, { now: by.now, lateRule });
  const isFirst = meeting.calledAt === null;
  if (!isChangeable(meeting, by.now) || items.length === 0 || (!isFirst && ready.length === 0)) return null;
  await markSent(transaction, by, meeting, ready.map(({ paper, isLate }) => ({ id: paper.id, isLate })));
  if (isFirst) await transaction.meeting.update({ where: { id: meeting.id }, data: { calledAt: by.now, revision: { increment: 1 } } });
  const late = ready.filter(({ isLate }) => isLate).length;
  const readers = await listReaders(transaction, meeting, lateRule);
  const letters = readers.map(({ email, language: stored }) => {
    const language = isLanguage(stored) ? stored : "en";
    const link = siteOfPartnership(partnership) + pathInLanguage(attendPath(partnership, meeting), language);
    const about = { to: email, words: wordsFor(language), body: meeting.body.name, partnership: partnership.name, startsAt: meeting.startsAt };
    return agendaLetter(about, { link, papers: ready.length, late, isFirst });
  });
  await saveLetters(transaction, senderOf(partnership), letters);
  await dropPublishedPages(transaction, partnership.id);
  await recordAudit(transaction, {
    ...{ partnershipId: partnership.id, personId: by.personId, action: "meeting.call", subjectKind: "meeting", subjectId: meeting.id },
    facts: { papers: ready.length, late, letters: letters.length },
  });
  return { sent: ready.length, late, told: letters.length };
}
