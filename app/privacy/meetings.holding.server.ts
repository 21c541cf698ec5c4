// Those who come to meetings: what they said beforehand and in comments, what they need, what they took on.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Database } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { rowsOf, type Asked, type Holding } from "./holding.server.ts";

/** What hangs on a seat, somebody written down by name alone, and a name beside an action. */
type Part = "seat" | "named" | "owner";
const parts = ["seat", "named", "owner"] as const;

function idsOf(ids: readonly string[], part: Part): string[] {
  return ids.filter((id) => id.startsWith(`${part}-`)).map((id) => id.slice(part.length + 1));
}

async function ofSeats(on: Database, ids: readonly string[], { partnership, words }: Asked) {
  const { t, language, number, instant } = words;
  const rows = await on.appointment.findMany({
    where: { partnershipId: partnership.id, id: { in: idsOf(ids, "seat") } },
    select: {
      ...{ id: true, name: true, body: { select: { name: true } }, attendances: true, accessNeeds: { include: { answers: true } } },
      ...{ paperComments: true, reportBacks: true, actions: true },
    },
  });
  return rows.map(({ body, ...row }) => {
    const bodyName = textIn(textSchema.parse(body.name), language).text;
    const came = row.attendances.filter((one) => one.came === "here" || one.came === "online").length;
    return {
      ...{ kind: "meeting" as const, id: `seat-${row.id}`, name: `${row.name}, ${bodyName}`, files: [], data: row, fields: {} },
      rows: rowsOf(words, {
        ...{ name: row.name, body: bodyName, meetings: t("privacy:meeting.came", { came: number(came), of: number(row.attendances.length) }) },
        needs: row.accessNeeds.map(({ need, text }) => text || t(`shared:access.${need}`)).join("\n"),
        comments: row.paperComments.map(({ createdAt, text }) => `${instant(createdAt)}: ${text}`).join("\n"),
        reports: row.reportBacks.map(({ givenAt, text }) => `${instant(givenAt)}: ${text}`).join("\n"),
        actions: row.actions.map(({ text }) => textIn(textSchema.parse(text), language).text).join("\n"),
      }),
      ...{ goes: [t("privacy:meeting.goes")], stays: [t("privacy:meeting.stays")], refusal: null, mayLoseWords: false },
    };
  });
}

async function ofNames(on: Database, ids: readonly string[], { partnership, words }: Asked) {
  const { t, language, instant } = words;
  const [named, owners] = await Promise.all([
    on.attendance.findMany({ where: { partnershipId: partnership.id, id: { in: idsOf(ids, "named") } }, include: { meeting: { select: { startsAt: true } } } }),
    on.meetingAction.findMany({ where: { partnershipId: partnership.id, id: { in: idsOf(ids, "owner") } }, include: { meeting: { select: { startsAt: true } } } }),
  ]);
  const told = { kind: "meeting" as const, files: [], fields: {}, goes: [t("privacy:meeting.name-goes")], stays: [t("privacy:meeting.name-stays")], refusal: null, mayLoseWords: false };
  return [
    ...named.map((row) => ({ ...told, id: `named-${row.id}`, name: row.name, data: row, rows: rowsOf(words, { name: row.name, meetings: instant(row.meeting.startsAt) }) })),
    ...owners.map((row) => ({
      ...{ ...told, id: `owner-${row.id}`, name: row.ownerName, data: row },
      rows: rowsOf(words, { name: row.ownerName, meetings: instant(row.meeting.startsAt), actions: textIn(textSchema.parse(row.text), language).text }),
    })),
  ];
}

export const meetings: Holding = {
  kind: "meeting",
  tables: ["Attendance", "AccessNeed", "AccessAnswer", "PaperComment", "MeetingAction", "ReportBack", "ReportReminder"],
  async find(on, { search, most, partnership }) {
    if (search.by === "reference") return [];
    const [email, part] = search.by === "email" ? [search.email, null] : [null, partPattern(search.name)];
    const rows = await on.$queryRaw<{ id: string }[]>`
      (SELECT 'seat-' || a.id AS id FROM "Appointment" a LEFT JOIN "Person" p ON p.id = a."personId"
        WHERE a."partnershipId" = ${partnership.id} AND (p.email = ${email} OR a.name ILIKE ${part})
          AND (EXISTS (SELECT 1 FROM "Attendance" t WHERE t."appointmentId" = a.id) OR EXISTS (SELECT 1 FROM "AccessNeed" n WHERE n."appointmentId" = a.id)
            OR EXISTS (SELECT 1 FROM "PaperComment" c WHERE c."appointmentId" = a.id) OR EXISTS (SELECT 1 FROM "MeetingAction" m WHERE m."appointmentId" = a.id))
        ORDER BY a.id LIMIT ${most})
      UNION ALL (SELECT 'named-' || id FROM "Attendance" WHERE "partnershipId" = ${partnership.id} AND name ILIKE ${part} ORDER BY id LIMIT ${most})
      UNION ALL (SELECT 'owner-' || id FROM "MeetingAction" WHERE "partnershipId" = ${partnership.id} AND "ownerName" ILIKE ${part} ORDER BY id LIMIT ${most})
      LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, asked) {
    const [seats, names] = await Promise.all([ofSeats(on, asked.ids, asked), ofNames(on, asked.ids, asked)]);
    return [...seats, ...names];
  },
  async erase({ id, partnership, by }) {
    const part = parts.find((one) => id.startsWith(`${one}-`));
    const own = part ? id.slice(part.length + 1) : "";
    const where = { partnershipId: partnership.id };
    await inTransaction(async (transaction) => {
      if (part === "named") await transaction.attendance.updateMany({ where: { ...where, id: own }, data: { name: "" } });
      if (part === "owner") await transaction.meetingAction.updateMany({ where: { ...where, id: own }, data: { ownerName: "" } });
      if (part === "seat") {
        await transaction.accessNeed.deleteMany({ where: { ...where, appointmentId: own } });
        await transaction.paperComment.deleteMany({ where: { ...where, appointmentId: own } });
        await transaction.attendance.updateMany({ where: { ...where, appointmentId: own }, data: { name: "", said: null, saidAt: null } });
      }
      await recordAudit(transaction, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind: "meeting", subjectId: own });
    });
  },
};
