// What those who keep meetings look after besides the meetings themselves.
import { attendanceReportPath, meetingReportsPath, officeAgendaPath, officeAttendancePath, officeMinutesPath, reportsPath, reservedDaysPath } from "./paths.ts";

/** The words are `meetings:room.<name>`. */
export const officeRooms: readonly { name: string; pathOf: (partnership: { slug: string }) => string }[] = [
  { name: "days", pathOf: reservedDaysPath },
  { name: "attendance", pathOf: (partnership) => attendanceReportPath(partnership) },
  { name: "reports", pathOf: (partnership) => reportsPath(partnership) },
];

/** What is done before and after a meeting; the words are `meetings:task.<name>`. */
export const meetingTasks: readonly { name: string; pathOf: (partnership: { slug: string }, meeting: { id: string }) => string }[] = [
  { name: "agenda", pathOf: officeAgendaPath },
  { name: "attendance", pathOf: officeAttendancePath },
  { name: "minutes", pathOf: officeMinutesPath },
  { name: "reports", pathOf: meetingReportsPath },
];
