// Who comes to meetings: what they said, and whether they came.
import { z } from "zod";
import { seniorities } from "#app/bodies/seniority.ts";

/** The words are `meetings:said.<said>`. */
export const sayings = ["coming", "apologies", "substitute"] as const;
export type Said = (typeof sayings)[number];

/** "absent" after apologies is excused. The words are `meetings:came.<came>`. */
export const comings = ["here", "online", "substitute", "absent"] as const;
export type Came = (typeof comings)[number];

export const attendanceRoles = ["member", "observer", "attending"] as const;
export type AttendanceRole = (typeof attendanceRoles)[number];

export const attendanceSchema = z.object({
  id: z.string(),
  role: z.enum(attendanceRoles),
  appointmentId: z.string().nullable(),
  organisationId: z.string().nullable(),
  /** Whoever comes in a member's stead, or who has no seat. */
  name: z.string(),
  said: z.enum(sayings).nullable(),
  came: z.enum(comings).nullable(),
  seniority: z.enum(seniorities).nullable(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** Whether a seat was taken: by whoever holds it, in the room or online, or by somebody in their stead. */
export function isTaken(came: Came | null): boolean {
  return came === "here" || came === "online" || came === "substitute";
}

/** Of whom sits there: came, somebody in their stead, apologies, and not a word. */
export type AttendanceCount = { meetings: number; came: number; substituted: number; apologies: number; absent: number; unwritten: number };

export const noAttendance: AttendanceCount = { meetings: 0, came: 0, substituted: 0, apologies: 0, absent: 0, unwritten: 0 };

export function countAttendance(rows: readonly Pick<Attendance, "said" | "came">[]): AttendanceCount {
  return rows.reduce((sum, { said, came }) => {
    const key = came === null ? "unwritten" : came === "absent" ? (said === "apologies" ? "apologies" : "absent") : came === "substitute" ? "substituted" : "came";
    return { ...sum, meetings: sum.meetings + 1, [key]: sum[key] + 1 };
  }, noAttendance);
}

export type SaidCount = Record<Said | "silent", number> & { of: number };

/** What those who sit there said beforehand. */
export function countSaid(rows: readonly Pick<Attendance, "said">[]): SaidCount {
  const counts = { coming: 0, apologies: 0, substitute: 0, silent: 0, of: rows.length };
  for (const { said } of rows) counts[said ?? "silent"] += 1;
  return counts;
}

/** Whether enough seats are taken for the body to decide; null where nobody has said how many. */
export function isQuorate(quorum: number | null, rows: readonly Pick<Attendance, "role" | "came">[]): boolean | null {
  return quorum === null ? null : rows.filter(({ role, came }) => role === "member" && isTaken(came)).length >= quorum;
}

/** Stands in a form for the substitute with this index, as a name could be anything. */
export function substituteValue(index: number): string {
  return `named-${index}`;
}

/** Without a seat: more than fit into a room. */
export const mostOthers = 100;
