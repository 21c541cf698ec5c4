// One election for those who run it: its state, what comes next and whose turn it is, its dates, its parts, and who did what.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFirstStage } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { nextOf } from "../next.ts";
import { namesOf, officersOf } from "../officers.store.server.ts";
import { listFreeSeats } from "../offers.store.server.ts";
import { electionPath, officeElectionPath, officeElectionsPath } from "../paths.ts";
import { isBelowTurnout } from "../outcome.ts";
import { officeRoomsOf } from "../rooms.ts";
import { StateTag } from "../ui/state-tag.tsx";
import { extendedUntil } from "../steps.ts";
import { StepList } from "../ui/step-list.tsx";
import { TimetableList } from "../ui/timetable-list.tsx";

const dones = ["begun", "saved", "published", "dates", "dates-told", "extended", "officers", "abandoned", "already", "stands", "not-yours"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state, offices } = await requireElectionOffice(args);
  const names = await namesOf(db(), election.steps.map(({ personId }) => personId));
  const { day, turn } = nextOf(state);
  const rooms = officeRoomsOf({ state, steps: election.steps, method: election.method }, offices);
  return {
    title: titleOf(wordsFor(language).t("elections:hub.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, state, turn, offices, officers: await officersOf(db(), election) },
    election: { id: election.id, title: election.title, network: election.network.name, seats: election.seats, rules: election.rules, electorate: election.electorate, timetable: election.timetable },
    next: state === "counting" && isBelowTurnout(election) ? ("below-turnout" as const) : state,
    free: rooms.some(({ name }) => name === "seats") ? (await listFreeSeats(db(), election, dayOf(now))).map(({ left, body }) => ({ id: left.id, body: body.name, seat: left.seat })) : [],
    firstStage: await findFirstStage(db(), election, true),
    nextOn: day && (election.timetable?.[day] ?? null),
    rooms: rooms.map(({ name, part }) => ({ name, path: officeElectionPath(partnership, election, part) })),
    steps: election.steps.map(({ id, kind, at, reason, facts, personId }) => ({ id, kind, at, reason, until: extendedUntil({ kind, facts }), by: (personId && names.get(personId)) ?? null })),
    done: dones.find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeElectionPage() {
  const { partnership, election, state, turn, offices, next, free, firstStage, nextOn, officers, rooms, steps, done } = useLoaderData<typeof loader>();
  const { t, date, number, list, language } = useWords();
  const nobody = t("elections:hub.nobody-yet");
  return (
    <>
      <BackLink to={officeElectionsPath(partnership)} text={t("elections:office-list.title")} />
      {done && <NotificationBanner kind={done === "already" || done === "stands" || done === "not-yours" ? "important" : "success"}>{t(`elections:hub.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.network} />}>
        <InLanguage text={election.title} />
      </PageHeading>
      <p className="govuk-body">
        <StateTag state={state} />
      </p>
      <p className="govuk-body">{t("elections:hub.you-are", { offices: list(offices.map((office) => t(`elections:office.${office}`))) })}</p>
      <InsetText>
        <p className="govuk-body">
          <strong>{t(`elections:turn.${turn}`)}</strong>
        </p>
        <p className="govuk-body">{t(`elections:next.${next}`)}</p>
        {nextOn && <p className="govuk-body">{t("elections:hub.by", { date: date(nextOn) })}</p>}
      </InsetText>
      {free.length > 0 && (
        <>
          <p className="govuk-body">{t("elections:hub.free-seat")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {free.map(({ id, body, seat }) => (
              <li key={id}>
                <PageLink to={officeElectionPath(partnership, election, `seats/${id}`)}>{t("offers:seat.name", { body: textIn(body, language).text, seat: number(seat) })}</PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {firstStage && (
        <p className="govuk-body">
          {t("elections:second-stage.after")}{" "}
          <PageLink to={officeElectionPath(partnership, firstStage)}>
            <InLanguage text={firstStage.title} />
          </PageLink>
        </p>
      )}
      {rooms.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("elections:hub.parts")}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {rooms.map(({ name, path }) => (
              <li key={name}>
                <PageLink to={path}>{t(`elections:room.${name}.title`)}</PageLink>
                <br />
                {t(`elections:room.${name}.text`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{t("elections:hub.facts")}</h2>
      <SummaryList
        rows={[
          { key: "seats", label: t("elections:hub.seats"), value: number(election.seats) },
          { key: "rules", label: t("elections:hub.rules"), value: t(`elections:rules.${election.rules}.name`) },
          { key: "returning", label: t("elections:office.returning-officer"), value: officers.returning ? <bdi>{officers.returning}</bdi> : nobody },
          {
            ...{ key: "scrutineers", label: t("elections:hub.scrutineers") },
            value: officers.scrutineers.length === 0 ? nobody : <ul className="govuk-list">{officers.scrutineers.map((name) => <li key={name}><bdi>{name}</bdi></li>)}</ul>,
          },
        ]}
      />
      <h2 className="govuk-heading-m">{t("elections:hub.timetable")}</h2>
      {election.timetable ? <TimetableList timetable={election.timetable} electorate={election.electorate} /> : <p className="govuk-body">{t("elections:hub.no-dates")}</p>}
      <h2 className="govuk-heading-m">{t("elections:hub.steps")}</h2>
      <StepList steps={steps} />
      {state !== "planned" && (
        <p className="govuk-body">
          <PageLink to={electionPath(partnership, election)}>{t("elections:hub.public")}</PageLink>
        </p>
      )}
    </>
  );
}
