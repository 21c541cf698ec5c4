// A report back as it stands in a list.
import { dayOf } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";
import { reportBackDueOn } from "./minutes.ts";
import type { ExpectedReport, ReportState } from "./report-back.ts";

export type ListedReport = {
  key: string;
  body: Text;
  startsAt: Date;
  path: string;
  name: string;
  from: Text;
  state: ReportState;
  /** The day it was sent, or is or was due. */
  on: string;
  hasAccount: boolean;
  remindedOn: string | null;
};

export function listedReport(report: ExpectedReport, path: string): ListedReport {
  const { meetingId, appointmentId, body, startsAt, name, organisation, holder, state, givenAt, hasAccount, remindedAt } = report;
  const on = givenAt === null ? reportBackDueOn({ startsAt, body }) : dayOf(givenAt);
  return { key: `${meetingId}.${appointmentId}`, body: body.name, startsAt, path, name, from: organisation ?? holder, state, on, hasAccount, remindedOn: remindedAt && dayOf(remindedAt) };
}
