// Addresses of meetings.
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type One = { id: string };

/** Meetings to come, or those that have been, of all bodies or of one. */
export function meetingsPath(partnership: At, query: { body?: string | null; when?: "past"; after?: string | null } = {}): string {
  return withQuery(`${partnershipPath(partnership)}/meetings`, query);
}

/** All meetings as a calendar to subscribe to, or those of one body. */
export function calendarPath(partnership: At, body?: At): string {
  return body ? `${partnershipPath(partnership)}/bodies/${body.slug}/meetings.ics` : `${partnershipPath(partnership)}/meetings.ics`;
}

export function meetingPath(partnership: At, { id }: One): string {
  return `${meetingsPath(partnership)}/${id}`;
}

/** One meeting for anybody's own calendar. */
export function meetingCalendarPath(partnership: At, meeting: One): string {
  return `${meetingPath(partnership, meeting)}/calendar.ics`;
}

/** Agenda and papers as one document. */
export function packPath(partnership: At, meeting: One): string {
  return `${meetingPath(partnership, meeting)}/pack`;
}

/** The same with every file, to take away. */
export function packZipPath(partnership: At, meeting: One): string {
  return `${meetingPath(partnership, meeting)}/pack.zip`;
}

export function paperPath(partnership: At, meeting: One, paper: One): string {
  return `${meetingPath(partnership, meeting)}/papers/${paper.id}`;
}

export function paperFilePath(partnership: At, meeting: One, paper: One): string {
  return `${paperPath(partnership, meeting, paper)}/file`;
}

/** Where those who sit in the partnership read a paper and say something about it. */
export function commentPath(partnership: At, meeting: One, paper: One): string {
  return `${paperPath(partnership, meeting, paper)}/comments`;
}

export function minutesPath(partnership: At, meeting: One): string {
  return `${meetingPath(partnership, meeting)}/minutes`;
}

/** Where somebody who sits there says whether they come. */
export function attendPath(partnership: At, meeting: One): string {
  return `${meetingPath(partnership, meeting)}/attend`;
}

/** Where somebody tells of a meeting to those they sit for. */
export function reportBackPath(partnership: At, meeting: One): string {
  return `${meetingPath(partnership, meeting)}/report-back`;
}

/** The seats of whoever is signed in: their meetings, papers and what they owe. */
export function mySeatsPath(partnership: At): string {
  return `${partnershipPath(partnership)}/my-seats`;
}

/** Of all bodies or of one, to come or past. */
export function officeMeetingsPath(partnership: At, query: { body?: string | null; when?: "past"; after?: string | null } = {}): string {
  return withQuery(`${officePath(partnership)}/meetings`, query);
}

/** Where a year's dates are planned. */
export function planningPath(partnership: At, query: Record<string, string> = {}): string {
  return withQuery(`${officeMeetingsPath(partnership)}/plan`, query);
}

/** Days on which nobody is to meet. */
export function reservedDaysPath(partnership: At): string {
  return `${officeMeetingsPath(partnership)}/days`;
}

/** How often partners came, beside what they promised. */
export function attendanceReportPath(partnership: At, query: { year?: string } = {}): string {
  return withQuery(`${officeMeetingsPath(partnership)}/attendance`, query);
}

/** Who told those they sit for of past meetings, and who still owes it; of all bodies or of one. */
export function reportsPath(partnership: At, query: { which?: string | null; body?: string | null; after?: string | null } = {}): string {
  return withQuery(`${officeMeetingsPath(partnership)}/reports`, query);
}

/** The same as CSV. */
export function reportsCsvPath(partnership: At, query: { which?: string | null; body?: string | null; meeting?: string | null } = {}): string {
  return withQuery(`${officeMeetingsPath(partnership)}/reports.csv`, query);
}

export function officeMeetingPath(partnership: At, { id }: One): string {
  return `${officeMeetingsPath(partnership)}/${id}`;
}

/** When and where it is; "new" for one that is to be added. */
export function meetingDetailsPath(partnership: At, meeting: One | "new"): string {
  return `${officeMeetingPath(partnership, meeting === "new" ? { id: meeting } : meeting)}/details`;
}

export function officeAgendaPath(partnership: At, meeting: One, query: { ask?: string } = {}): string {
  return withQuery(`${officeMeetingPath(partnership, meeting)}/agenda`, query);
}

/** One item; "new" for one that is to be added. */
export function agendaItemPath(partnership: At, meeting: One, item: One | "new"): string {
  return `${officeAgendaPath(partnership, meeting)}/${item === "new" ? item : item.id}`;
}

/** A paper of an item; "new" for one that is to be added. */
export function officePaperPath(partnership: At, meeting: One, item: One, paper: One | "new"): string {
  return `${agendaItemPath(partnership, meeting, item)}/papers/${paper === "new" ? paper : paper.id}`;
}

export function officeAttendancePath(partnership: At, meeting: One): string {
  return `${officeMeetingPath(partnership, meeting)}/attendance`;
}

/** Meetings at which places are taken by turns. */
export function allTurnsPath(partnership: At): string {
  return `${officePath(partnership)}/turns`;
}

/** Who takes the places of a pool at one meeting. */
export function turnsPath(partnership: At, meeting: One): string {
  return `${allTurnsPath(partnership)}/${meeting.id}`;
}

export function officeMinutesPath(partnership: At, meeting: One): string {
  return `${officeMeetingPath(partnership, meeting)}/minutes`;
}

/** What those who sit there told of one meeting, and who still owes it. */
export function meetingReportsPath(partnership: At, meeting: One, query: { after?: string | null } = {}): string {
  return withQuery(`${officeMeetingPath(partnership, meeting)}/reports`, query);
}

/** Where a meeting is cancelled with a reason that everybody reads. */
export function cancelMeetingPath(partnership: At, meeting: One): string {
  return `${officeMeetingPath(partnership, meeting)}/cancel`;
}

type OfActions = { state?: string | null; body?: string | null; owner?: string | null; after?: string | null };

/** What is due to come before bodies. */
export function officeDuePath(partnership: At, query: { state?: string | null; body?: string | null; after?: string | null } = {}): string {
  return withQuery(`${officePath(partnership)}/due`, query);
}

/** What meetings agreed that somebody does. */
export function officeActionsPath(partnership: At, query: OfActions = {}): string {
  return withQuery(`${officePath(partnership)}/actions`, query);
}

/** The same to take away. */
export function actionsCsvPath(partnership: At, query: OfActions = {}): string {
  return withQuery(`${officePath(partnership)}/actions.csv`, query);
}

/** Where one is marked as done. */
export function officeActionPath(partnership: At, { id }: One, query: { done?: string } = {}): string {
  return withQuery(`${officeActionsPath(partnership)}/${id}`, query);
}
