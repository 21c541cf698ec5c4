// What those who sit on the body of a meeting said beforehand, and who came.
import type { Seniority } from "#app/bodies/seniority.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { attendanceSchema, mostOthers, type Attendance, type AttendanceRole, type Came, type Said } from "./attendance.ts";
import type { Meeting } from "./meeting.ts";
import type { By } from "./meetings.store.server.ts";

type Of = Pick<Meeting, "id" | "partnershipId" | "startsAt"> & { body: { id: string } };

export type OtherThere = Attendance & { shownName: string; organisation: Text | null };

/** What is written down of who comes: of each seat, and of those who have none there. */
export async function listAttendance(on: Database, { id: meetingId }: Pick<Meeting, "id">): Promise<{ ofSeats: Map<string, Attendance>; others: OtherThere[] }> {
  const rows = await on.attendance.findMany({
    where: { meetingId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { organisation: { select: { name: true } }, appointment: { select: { name: true, organisation: { select: { name: true } } } } },
  });
  const read = rows.map(({ organisation, appointment, ...row }) => {
    const from = organisation ?? appointment?.organisation ?? null;
    return { ...attendanceSchema.parse(row), shownName: row.name || (appointment?.name ?? ""), organisation: from && textSchema.parse(from.name) };
  });
  const ofSeats = read.filter(({ role, appointmentId }) => role === "member" && appointmentId !== null);
  return { ofSeats: new Map(ofSeats.map((row) => [row.appointmentId!, attendanceSchema.parse(row)])), others: read.filter(({ role }) => role !== "member") };
}

type Row = Partial<Pick<Attendance, "name" | "said" | "came" | "seniority" | "organisationId">> & { saidAt?: Date };

async function save(transaction: Transaction, { partnershipId, now }: By, meetingId: string, appointmentId: string, role: AttendanceRole, row: Row): Promise<void> {
  await transaction.attendance.upsert({
    where: { meetingId_appointmentId: { meetingId, appointmentId } },
    create: { id: newId(), partnershipId, meetingId, appointmentId, role, ...row, createdAt: now },
    update: row,
  });
}

/** What somebody says before a meeting: that they come, send apologies, or send somebody in their stead, by name. */
export async function sayBeforehand(transaction: Transaction, by: By, meeting: Of, { appointmentId, said, standIn }: { appointmentId: string; said: Said; standIn: string }): Promise<void> {
  await save(transaction, by, meeting.id, appointmentId, "member", { said, saidAt: by.now, name: said === "substitute" ? standIn : "" });
  await recordAudit(transaction, { partnershipId: by.partnershipId, personId: by.personId, action: "meeting.say", subjectKind: "meeting", subjectId: meeting.id, facts: { said } });
}

/** Somebody who sits elsewhere in the partnership comes to watch and speak, or does not come after all. */
export async function observe(transaction: Transaction, by: By, meeting: Of, { appointmentId, comes }: { appointmentId: string; comes: boolean }): Promise<void> {
  if (comes) await save(transaction, by, meeting.id, appointmentId, "observer", { said: "coming", saidAt: by.now });
  else await transaction.attendance.deleteMany({ where: { meetingId: meeting.id, appointmentId, role: "observer" } });
  await recordAudit(transaction, { partnershipId: by.partnershipId, personId: by.personId, action: "meeting.observe", subjectKind: "meeting", subjectId: meeting.id, facts: { comes } });
}

/** Whether a seat was taken, as an officer writes it down. */
export type Recorded = { appointmentId: string; came: Came; standIn: string; seniority: Seniority };

/** Writes down who came; a seat that nothing is said of is left as it is. */
export async function recordAttendance(transaction: Transaction, by: By, meeting: Of, seats: readonly Recorded[]): Promise<void> {
  for (const { appointmentId, came, standIn, seniority } of seats) {
    await save(transaction, by, meeting.id, appointmentId, "member", { came, name: came === "substitute" ? standIn : "", seniority });
  }
  await recordAudit(transaction, {
    ...{ partnershipId: by.partnershipId, personId: by.personId, action: "meeting.record-attendance", subjectKind: "meeting", subjectId: meeting.id },
    facts: { seats: seats.length },
  });
}

/** Somebody who was there without a seat; the same pressed twice is written once. False where there is no room. */
export async function addOther(transaction: Transaction, by: By, meeting: Of, other: { role: "observer" | "attending"; name: string; organisationId: string | null }): Promise<boolean> {
  const { partnershipId, personId, now } = by;
  const there = { meetingId: meeting.id, role: { not: "member" } };
  if ((await transaction.attendance.count({ where: { ...there, role: other.role, name: other.name } })) > 0) return true;
  if ((await transaction.attendance.count({ where: there })) >= mostOthers) return false;
  await transaction.attendance.create({ data: { id: newId(), partnershipId, meetingId: meeting.id, ...other, came: "here", createdAt: now } });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.record-attendance", subjectKind: "meeting", subjectId: meeting.id, facts: { seats: 0 } });
  return true;
}

export async function removeOther(transaction: Transaction, { partnershipId, personId }: By, meeting: Of, id: string): Promise<void> {
  await transaction.attendance.deleteMany({ where: { id, meetingId: meeting.id, role: { not: "member" } } });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.record-attendance", subjectKind: "meeting", subjectId: meeting.id, facts: { seats: 0 } });
}
