// What is known of somebody's seat, at a glance.
import type { ReactNode } from "react";
import type { Text } from "#app/shared/languages.ts";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Appointment, Standing } from "../appointment.ts";
import type { SeatSector } from "../sector.ts";

type Props = {
  appointment: Omit<Appointment, "induction"> & { until: string; hasVote: boolean; organisation: { name: Text } | null; line: { holder: Text; sector: SeatSector } };
  standing: Standing;
  /** The election they were chosen in. */
  election: { title: Text; path: string } | null;
  /** The round in which an organisation named them. */
  round: { title: Text; path: string } | null;
  changePath: string | null;
};

export function AppointmentSummary({ appointment, standing, election, round, changePath }: Props) {
  const { t, date } = useWords();
  const { organisation, line, startsOn, until, endsOn, endedOn, endedFor, chosenHow, chosenBy, authority, seniority, inductedOn, ratifiedOn, hasVote, personId } = appointment;
  const rows: [string, ReactNode][] = [
    ["seat", <InLanguage key="seat" text={line.holder} />],
    ["sector", t(`bodies:sector.${line.sector}`)],
    ["organisation", organisation && <InLanguage text={organisation.name} />],
    ["standing", t(`bodies:standing.${standing}`)],
    ["vote", standing !== "over" && t(hasVote ? "seats:appointment.votes" : "seats:appointment.no-vote")],
    ["starts", date(startsOn)],
    ["ends", date(until)],
    ["term", endedOn !== null && endedOn < endsOn && date(endsOn)],
    ["endedFor", endedFor && t(`bodies:ended.${endedFor}`)],
    ["inducted", inductedOn && date(inductedOn)],
    ["ratified", ratifiedOn && date(ratifiedOn)],
    ["chosenHow", t(`bodies:chosen.${chosenHow}`)],
    ["chosenBy", <bdi key="by">{chosenBy}</bdi>],
    ["election", election ? <PageLink to={election.path}><InLanguage text={election.title} /></PageLink> : chosenHow === "elected" && t("seats:table.untraced")],
    ["round", round && <PageLink to={round.path}><InLanguage text={round.title} /></PageLink>],
    ["authority", t(`bodies:authority.${authority}`)],
    ["seniority", t(`bodies:seniority.${seniority}`)],
    ["account", t(personId === null ? "seats:appointment.no-account" : "seats:appointment.account")],
  ];
  return (
    <>
      <SummaryList rows={rows.filter(([, value]) => value).map(([key, value]) => ({ key, label: t(`seats:known.${key}`), value }))} />
      {changePath && (
        <ButtonLink to={changePath} look="secondary">
          {t("seats:appointment.change")}
        </ButtonLink>
      )}
    </>
  );
}
