// Reminds whoever owes a report of a meeting to those they sit for: once before its day and once after it. [A9.6]
import { senderOf } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage, textSchema } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { reportBackLetter } from "./letters.ts";
import { reportBackDueOn } from "./minutes.ts";
import { reportBackPath } from "./paths.ts";
import { reminderDue, type Reminder } from "./report-back.ts";
import { expectedReports, stillOwed } from "./reports.store.server.ts";

type Owing = { partnershipId: string; meetingId: string; startsAt: Date; bodyName: unknown; reportBackInDays: number; appointmentId: string; email: string; language: string };

/** Writes to everybody with an account to whom a reminder is due; how many letters. */
export async function remindOfReports(now: Date): Promise<number> {
  const owing = await db().$queryRaw<Owing[]>`
    SELECT m."partnershipId", m.id AS "meetingId", m."startsAt", b.name AS "bodyName", b."reportBackInDays", a.id AS "appointmentId", p.email, p.language
    FROM (SELECT m.id AS "ofMeeting", a.id AS "ofSeat" FROM ${expectedReports({ now })} AND ${stillOwed(now)}) owed
    JOIN "Meeting" m ON m.id = "ofMeeting" JOIN "Body" b ON b.id = m."bodyId" JOIN "Appointment" a ON a.id = "ofSeat" JOIN "Person" p ON p.id = a."personId"
    ORDER BY m."startsAt", m.id, a.id`;
  let letters = 0;
  for (const one of owing) {
    const which = reminderDue({ startsAt: one.startsAt, body: one }, dayOf(now));
    if (which !== null && (await inTransaction((transaction) => remind(transaction, one, which, now)))) letters += 1;
  }
  return letters;
}

async function remind(transaction: Transaction, owing: Owing, kind: Reminder, now: Date): Promise<boolean> {
  const { partnershipId, meetingId, appointmentId, startsAt, email } = owing;
  // because two job runners may come to it at once
  const { count } = await transaction.reportReminder.createMany({ data: { partnershipId, meetingId, appointmentId, kind, sentAt: now }, skipDuplicates: true });
  if (count === 0) return false;
  const partnership = await findPartnershipById(transaction, partnershipId);
  const language = isLanguage(owing.language) ? owing.language : defaultLanguage;
  const link = siteOfPartnership(partnership) + pathInLanguage(reportBackPath(partnership, { id: meetingId }), language);
  const about = { to: email, words: wordsFor(language), body: textSchema.parse(owing.bodyName), partnership: partnership.name, startsAt };
  await saveLetter(transaction, senderOf(partnership), reportBackLetter(about, { link, dueOn: reportBackDueOn({ startsAt, body: owing }), kind }));
  await recordAudit(transaction, { partnershipId, action: "meeting.remind-of-report", subjectKind: "meeting", subjectId: meetingId, facts: { letters: 1 } });
  return true;
}
