// Saves two rounds in which organisations name people: one that is open, for the seat of the public services that somebody left, and one that is over,
// by which the parish and town councils' seat was filled.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { forgetNominations } from "#app/nominating/keeping.store.server.ts";
import { invite } from "#app/nominating/invitations.store.server.ts";
import { beginRound, endRound, findRound } from "#app/nominating/rounds.store.server.ts";
import { addDays, addMonths, dayOf, instantAt, startOfDay } from "#app/shared/dates.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { seatedAs, type Structure } from "./structure.ts";
import { text } from "./text.ts";

type Invited = {
  /** An organisation of the register, or what it is called. */
  of: keyof Structure["organisations"] | { called: string };
  contact: string;
  email?: string;
  post?: string;
  /** Whether the printed letter is in the post. */
  isPosted?: true;
  declined?: true;
  named?: { name: string; namedBy: string; howChosen: string; statement?: string; substitute?: string; email: string; agreed?: true; ruling?: "valid" | "invalid"; reason?: { code: string; words: string } };
};

type Seeded = { bodyId: string; holder: string; title: Text; about: Text; criteria: Text; opensOn: string; closesOn: string; termStartsOn: string; invited: readonly Invited[] };

/** Saves a round to which organisations have been invited, by letters that went before; its id. */
async function saveRound(transaction: Transaction, partnership: Partnership, structure: Structure, { bodyId, holder, invited, ...head }: Seeded): Promise<string> {
  const keeper = await transaction.person.findUniqueOrThrow({ where: { email: "sandra.oakes@communitylink.example" }, select: { id: true } });
  const by = (date: string, time: string) => ({ partnershipId: partnership.id, personId: keeper.id, now: instantAt(date, time) });
  const line = await transaction.seatLine.findFirstOrThrow({ where: { bodyId, holder: { path: ["en"], equals: holder }, scheme: { startsOn: { not: null } } }, orderBy: { scheme: { version: "desc" } }, select: { id: true } });
  const invitedOn = addDays(head.opensOn, -3);
  const begun = by(addDays(invitedOn, -4), "10:15");
  const id = await beginRound(transaction, begun, { ...head, lineId: line.id, seats: 1, termInMonths: 36, remindOn: addDays(head.closesOn, -7) });
  const round = await findRound(transaction, partnership.id, id);
  for (const { of, contact, email = null, post = null } of invited) {
    const organisation = typeof of === "string" ? { organisationId: structure.organisations[of], organisation: "" } : { organisationId: null, organisation: of.called };
    await invite(transaction, begun, { partnership, round }, { ...organisation, contact, email, post, language: "en" });
  }
  const sent = by(invitedOn, "09:40");
  await transaction.nominatingRound.update({ where: { id }, data: { invitedAt: sent.now } });
  await recordAudit(transaction, { partnershipId: partnership.id, personId: keeper.id, action: "nominating-round.invite", subjectKind: "nominating-round", subjectId: id, facts: { count: invited.length, letters: invited.filter(({ email }) => email).length } });
  const posted = invited.flatMap(({ of, isPosted }) => (isPosted && typeof of !== "string" ? [of.called] : []));
  await transaction.nominatingInvitation.updateMany({ where: { roundId: id, organisation: { in: posted } }, data: { postedAt: instantAt(invitedOn, "16:00") } });
  for (const [index, { of, declined, named }] of invited.entries()) {
    const said = instantAt(addDays(head.opensOn, 2 + index), "14:05");
    const { id: invitationId } = await transaction.nominatingInvitation.findFirstOrThrow({ where: { roundId: id, ...(typeof of === "string" ? { organisationId: structure.organisations[of] } : { organisation: of.called }) }, select: { id: true } });
    if (declined) await transaction.nominatingInvitation.update({ where: { id: invitationId }, data: { declinedAt: said } });
    if (!named) continue;
    const { agreed, ruling, reason, ...naming } = named;
    const nominationId = newId();
    await transaction.bodyNomination.create({
      data: { ...naming, id: nominationId, partnershipId: partnership.id, invitationId, language: "en", linkHash: newId(), sentAt: said, consentedAt: agreed ? said : null, ruling: ruling ?? null, ruledAt: ruling ? said : null, rulingReason: reason ?? {} },
    });
    await recordAudit(transaction, { partnershipId: partnership.id, action: "body-nomination.name", subjectKind: "body-nomination", subjectId: nominationId, facts: { invitationId } });
  }
  return id;
}

export async function seedNominating(transaction: Transaction, partnership: Partnership, structure: Structure, now: Date): Promise<void> {
  const today = dayOf(now);
  const bodyId = structure.bodies.board!;
  await saveRound(transaction, partnership, structure, {
    ...{ bodyId, holder: "Fire, learning and employment", opensOn: addDays(today, -9), closesOn: addDays(today, 19), termStartsOn: `${addMonths(today, 3).slice(0, 7)}-01` },
    title: text("Somebody for work and learning on the board", "Rhywun ar gyfer gwaith a dysgu ar y bwrdd", "بورڈ پر روزگار اور تعلیم کے لیے کوئی"),
    about: text(
      "Beverley Naylor of Jobcentre Plus has left the board. The public services that share this seat choose somebody among themselves: each names one person.",
      "Mae Beverley Naylor o’r Ganolfan Byd Gwaith wedi gadael y bwrdd. Mae’r gwasanaethau cyhoeddus sy’n rhannu’r sedd hon yn dewis rhywun yn eu plith: mae pob un yn enwi un person.",
      "جاب سینٹر پلس کی بیورلی نیلر بورڈ چھوڑ چکی ہیں۔ اس نشست میں شریک عوامی خدمات آپس میں کسی کو چنتی ہیں: ہر ایک ایک شخص نامزد کرتی ہے۔",
    ),
    criteria: text(
      "Somebody who can decide for their service, knows how people here find work or learn, and comes to six meetings a year.",
      "Rhywun a all benderfynu dros ei wasanaeth, sy’n gwybod sut mae pobl yma’n cael gwaith neu’n dysgu, ac sy’n dod i chwe chyfarfod y flwyddyn.",
      "کوئی ایسا جو اپنی خدمت کی طرف سے فیصلہ کر سکے، جانتا ہو کہ یہاں لوگ روزگار یا تعلیم کیسے پاتے ہیں، اور سال میں چھ اجلاسوں میں آئے۔",
    ),
    invited: [
      {
        ...{ of: "jobcentre", contact: "Denise Whitlow", email: "denise.whitlow@jobcentre.example" },
        named: { name: "Carl Abney", namedBy: "Denise Whitlow", howChosen: "By the district’s management team on the first Monday of the month.", statement: "Carl ran the jobs club at Millbrook library for four years and knows every employer on the estate.", substitute: "Denise Whitlow", email: "carl.abney@jobcentre.example", agreed: true },
      },
      {
        ...{ of: "college", contact: "Professor Colin Ashe", email: "colin.ashe@tolbridgecollege.example" },
        named: { name: "Shabana Mirza", namedBy: "Professor Colin Ashe", howChosen: "The college’s governors asked for names and agreed on her.", email: "shabana.mirza@tolbridgecollege.example" },
      },
      { of: "fire", contact: "Group Manager Sian Pritchard", email: "sian.pritchard@marlshirefire.example", declined: true },
      { of: { called: "Marlshire Adult Learning Service" }, contact: "Geraint Bowen", email: "geraint.bowen@marlshirelearning.example" },
      { of: { called: "Tolbridge Library" }, contact: "The librarian", post: "Tolbridge Library\nMarket Square\nTolbridge" },
    ],
  });

  const appointmentId = seatedAs(structure, "board", "Cllr Rosemary Tudge");
  const { startsOn } = await transaction.appointment.findUniqueOrThrow({ where: { id: appointmentId }, select: { startsOn: true } });
  const closesOn = addDays(dayOf(startsOn), -30);
  const id = await saveRound(transaction, partnership, structure, {
    ...{ bodyId, holder: "Parish and town councils", opensOn: addDays(closesOn, -28), closesOn, termStartsOn: dayOf(startsOn) },
    title: text("A councillor for the parishes on the board", "Cynghorydd dros y plwyfi ar y bwrdd", "بورڈ پر پیرشوں کی طرف سے ایک کونسلر"),
    about: text("The parish and town councils share one seat on the board. Each of them names one councillor.", "Mae’r cynghorau plwyf a thref yn rhannu un sedd ar y bwrdd. Mae pob un ohonynt yn enwi un cynghorydd.", "پیرش اور ٹاؤن کونسلوں کی بورڈ پر ایک مشترکہ نشست ہے۔ ہر کونسل ایک کونسلر نامزد کرتی ہے۔"),
    criteria: text("A serving councillor who will tell the other councils after each meeting what was decided.", "Cynghorydd sy’n gwasanaethu ac a fydd yn dweud wrth y cynghorau eraill ar ôl pob cyfarfod beth a benderfynwyd.", "موجودہ کونسلر جو ہر اجلاس کے بعد دوسری کونسلوں کو بتائے کہ کیا فیصلہ ہوا۔"),
    invited: [
      { of: "craswick", contact: "The clerk", email: "clerk@craswickandford.example", named: { name: "Cllr Rosemary Tudge", namedBy: "The clerk", howChosen: "At the council’s meeting in public.", email: "rosemary.tudge@craswickandford.example", agreed: true, ruling: "valid" } },
      { of: "hartwell", contact: "The town clerk", email: "clerk@hartwell.example", named: { name: "Cllr Neville Pask", namedBy: "The town clerk", howChosen: "By the policy committee.", email: "neville.pask@hartwell.example", agreed: true, ruling: "valid" } },
      { of: { called: "Wenlow Parish Council" }, contact: "The clerk", email: "clerk@wenlow.example", declined: true },
      { of: { called: "Overmarl Parish Meeting" }, contact: "The chairman", post: "The Old School\nOvermarl", isPosted: true },
    ],
  });
  const keeper = await transaction.person.findUniqueOrThrow({ where: { email: "sandra.oakes@communitylink.example" }, select: { id: true } });
  await endRound(transaction, { partnershipId: partnership.id, personId: keeper.id, now: instantAt(addDays(closesOn, 6), "11:30") }, { id }, {
    ending: "filled",
    reason: text("Hartwell had the seat before: the councils had agreed that it goes from the towns to the villages by turns.", "Hartwell oedd â’r sedd o’r blaen: roedd y cynghorau wedi cytuno ei bod yn mynd o’r trefi i’r pentrefi yn eu tro.", "اس سے پہلے نشست ہارٹ ویل کے پاس تھی: کونسلوں نے طے کیا تھا کہ یہ باری باری شہروں سے دیہات کو جائے۔"),
  });
  await transaction.bodyNomination.updateMany({ where: { name: "Cllr Rosemary Tudge", invitation: { roundId: id } }, data: { appointmentId } });
  await transaction.appointment.update({ where: { id: appointmentId }, data: { roundId: id } });
  // because it is more than a year ago
  await forgetNominations(transaction, startOfDay(addMonths(today, -12)));
}
