// The notice of an election for everybody, to be read and printed: what one can do now, what is voted for, when, by whom and how.
import { data, redirect, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { networkPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { electionState, findFirstStage, findPublicElection } from "../elections.store.server.ts";
import { listHustings } from "../hustings-meetings.store.server.ts";
import { findChairOf } from "../chairing.store.server.ts";
import { findFilledLine } from "../lines.store.server.ts";
import { officersOf } from "../officers.store.server.ts";
import { electionPath, electionsPath } from "../paths.ts";
import { letsRegister } from "../registering.ts";
import { publicRoomsOf } from "../rooms.ts";
import { extendedUntil } from "../steps.ts";
import { turningInstants } from "../turning.ts";
import { HustingsList } from "../ui/hustings-list.tsx";
import { Notice } from "../ui/notice.tsx";
import { NowDoing } from "../ui/now-doing.tsx";
import { StepList } from "../ui/step-list.tsx";

/** Steps that everybody is told of as they are, with their reasons. */
const told = ["notice-published", "dates-changed", "order-only", "poll-extended", "annulled", "abandoned", "declared", "confirmed", "file-destroyed", "papers-destroyed"] as const;

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  // because a loaded one has no notice of its own
  if (election.origin === "loaded") throw redirect(electionPath(partnership, election, "result"));
  const state = electionState(election, now);
  const { id, title, role, personSpec, timeNeeded, expenses, seats, termStartsOn, termInMonths, rules, electorate, delegates, registering, method, supporters, statementWords, reserves, shortfall, turnoutLeast, servedRule, timetable, paperRule, resultsDetail } = election;
  const meetings = (await listHustings(db(), election)).filter(({ endsAt }) => endsAt > now);
  return data(
    {
      title: titleOf(textIn(title, language).text, language, partnership),
      firstStage: await findFirstStage(db(), election, false),
      ...{ partnership, state, network: election.network, constituency: election.constituency },
      election: { id, title, role, personSpec, timeNeeded, expenses, seats, termStartsOn, termInMonths, rules, electorate, delegates, registering, method, supporters, statementWords, reserves, shortfall, turnoutLeast, servedRule, timetable, paperRule, resultsDetail },
      ...{ meetings, now },
      ...{ officers: await officersOf(db(), election), line: await findFilledLine(db(), election), chairOf: await findChairOf(db(), election) },
      rooms: publicRoomsOf({ state, steps: election.steps, isRegistering: letsRegister(election) }).map(({ name, part, isMain = false }) => ({ name, isMain, path: electionPath(partnership, election, part) })),
      steps: election.steps.filter(({ kind }) => told.some((one) => one === kind)).map(({ id: step, kind, at, reason, facts }) => ({ id: step, kind, at, reason, until: extendedUntil({ kind, facts }) })),
    },
    { headers: keepPage(partnership.id, now, [endOfDay(dayOf(now)), ...turningInstants(election), ...meetings.map(({ endsAt }) => endsAt)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ElectionPage() {
  const { partnership, state, firstStage, network, constituency, election, officers, line, chairOf, rooms, steps, meetings, now } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const calendar = useHref(electionPath(partnership, election, "calendar.ics"));
  return (
    <>
      <BackLink to={electionsPath(partnership)} text={t("elections:list.title")} />
      <PageHeading
        caption={
          <PageLink to={networkPath(partnership, network)}>
            <InLanguage text={network.name} />
          </PageLink>
        }
      >
        <InLanguage text={election.title} />
      </PageHeading>
      <NowDoing state={state} timetable={election.timetable} rooms={rooms} />
      {firstStage && (
        <p className="govuk-body">
          {t("elections:second-stage.after")}{" "}
          <PageLink to={electionPath(partnership, firstStage)}>
            <InLanguage text={firstStage.title} />
          </PageLink>
        </p>
      )}
      <Notice {...{ partnership, election, officers, line, chairOf, constituency, network, calendar }} />
      <HustingsList {...{ partnership, election, meetings, now }} />
      <h2 className="govuk-heading-m">{t("elections:notice.steps")}</h2>
      <StepList steps={steps} />
    </>
  );
}
