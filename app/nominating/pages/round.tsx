// A round of nominations for everybody: what it is about, who was invited, and once it is over who named whom and what became of each place.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { electionPath } from "#app/elections/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { listInvitations } from "../invitations.store.server.ts";
import { roundPath, roundsPath } from "../paths.ts";
import { roundState, toldOf } from "../round.ts";
import { findRound, isElectionPublic } from "../rounds.store.server.ts";
import { RoundFacts } from "../ui/round-facts.tsx";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const round = await findRound(db(), partnership.id, params.round, true);
  const today = dayOf(now);
  const state = roundState(round, today);
  const invitations = await listInvitations(db(), round);
  const isOver = round.ending !== null;
  const { id, title, about, criteria, seats, opensOn, closesOn, termStartsOn, termInMonths, line, endingReason, ending } = round;
  const appointed = invitations.filter(({ named }) => named !== null && named.appointmentId !== null).length;
  return data(
    {
      title: titleOf(textIn(title, language).text, language, partnership),
      ...{ partnership: { slug: partnership.slug, name: partnership.name }, state, appointed, empty: seats - appointed },
      round: { id, title, about, criteria, seats, opensOn, closesOn, termStartsOn, termInMonths, line: { holder: line.holder, body: line.body }, ending, endingReason },
      electionId: (await isElectionPublic(db(), partnership.id, round.electionId)) ? round.electionId : null,
      // because while it runs nobody is to learn who has answered what
      bodies: invitations.map(({ id: key, organisation, named, answer }) => {
        const told = isOver ? toldOf(answer, named !== null && named.appointmentId !== null) : null;
        return { key, organisation, told, name: told === "appointed" || told === "named" ? named?.name || null : null };
      }),
    },
    { headers: keepPage(partnership.id, now, [endOfDay(today)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RoundPage() {
  const { partnership, round, state, bodies, appointed, empty, electionId } = useLoaderData<typeof loader>();
  const { t, number, date } = useWords();
  const isOver = round.ending !== null;
  return (
    <>
      <BackLink to={roundsPath(partnership)} text={t("nominating:list.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={round.title} />
      </PageHeading>
      <p className="govuk-body">
        <StateTag state={state} />
      </p>
      {isOver && (
        <InsetText>
          <p className="govuk-body">{t(`nominating:over.${round.ending}`, { appointed: number(appointed), seats: number(round.seats) })}</p>
          {round.ending === "filled" && empty > 0 && <p className="govuk-body">{t("nominating:over.empty", { empty: number(empty), seats: number(round.seats) })}</p>}
          <Paragraphs text={round.endingReason} />
          {electionId && <PageLink to={electionPath(partnership, { id: electionId })}>{t("nominating:over.see-election")}</PageLink>}
        </InsetText>
      )}
      <RoundFacts partnership={partnership} round={round} invited={bodies.length} />
      <Table
        caption={t(isOver ? "nominating:bodies.over" : "nominating:bodies.invited")}
        columns={[{ key: "organisation", heading: t("nominating:bodies.organisation") }, ...(isOver ? [{ key: "told", heading: t("nominating:bodies.told") }] : [])]}
        rows={bodies.map(({ key, organisation, told, name }) => ({
          key,
          cells: [
            <InLanguage key="organisation" text={organisation} />,
            ...(told ? [<span key="told">{name && <><bdi>{name}</bdi>: </>}{t(`nominating:told.${told}`)}</span>] : []),
          ],
        }))}
        stacks
      />
      {!isOver && <p className="govuk-body">{t("nominating:bodies.later", { date: date(round.closesOn) })}</p>}
      {state === "open" && (
        <p className="govuk-body">
          <PageLink to={roundPath(partnership, round, "answer")}>{t("nominating:bodies.answer")}</PageLink>
        </p>
      )}
    </>
  );
}
