// The candidates, in the order of the ballot paper, each with as much room as every other. Nothing before they are confirmed.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { thumbnailPath } from "#app/files/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listCandidates } from "../candidates.store.server.ts";
import { findPublicElection, standingOf } from "../elections.store.server.ts";
import { electionPath } from "../paths.ts";
import { CandidateList } from "../ui/candidate-list.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const words = wordsFor(language);
  const { seats } = standingOf(election);
  return data(
    {
      title: titleOf(words.t("candidates:list.title-of", { name: textIn(election.title, language).text }), language, partnership),
      ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title, ballotOrder: election.ballotOrder } },
      ...{ places: seats, empty: election.seats - seats, isConfirmed: election.candidates !== null, on: election.timetable && words.date(election.timetable.candidatesOn) },
      candidates: (await listCandidates(db(), election)).map(({ id, number, name, organisation, statement, conflicts, service, photoId, photoAlt, groups, language: own }) => ({
        ...{ id, number, name, organisation, statement, conflicts, service, language: own, isForReserve: Object.keys(groups).length > 0 },
        photo: photoId === null ? null : { path: thumbnailPath(partnership, photoId), alt: photoAlt },
      })),
    },
    { headers: keepPage(partnership.id, now) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CandidatesPage() {
  const { partnership, election, isConfirmed, on, places, empty, candidates } = useLoaderData<typeof loader>();
  const { t, number, language } = useWords();
  return (
    <>
      <BackLink to={electionPath(partnership, election)} text={textIn(election.title, language).text} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("candidates:list.title")}</PageHeading>
      {!isConfirmed ? (
        <p className="govuk-body">{on ? t("candidates:list.not-yet", { date: on }) : t("candidates:list.not-yet-known")}</p>
      ) : candidates.length === 0 ? (
        <p className="govuk-body">{t("candidates:list.nobody")}</p>
      ) : (
        <>
          <p className="govuk-body">
            {t("candidates:list.standing", { count: candidates.length, number: number(candidates.length) })} {t("candidates:list.places", { count: places, number: number(places) })}
          </p>
          {candidates.length <= places && <p className="govuk-body">{t("candidates:list.uncontested")}</p>}
          {empty > 0 && <p className="govuk-body">{t("candidates:list.empty", { count: empty, number: number(empty) })}</p>}
          <p className="govuk-body">{t(`candidates:list.order.${election.ballotOrder}`)}</p>
          <CandidateList candidates={candidates} />
        </>
      )}
    </>
  );
}
