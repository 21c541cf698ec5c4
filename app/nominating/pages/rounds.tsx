// Rounds of nominations for everybody: where organisations name people for seats, and what came of it.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { electionsPath } from "#app/elections/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { roundPath, roundsPath } from "../paths.ts";
import { roundState } from "../round.ts";
import { listRounds } from "../rounds.store.server.ts";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader({ params, request, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const after = new URL(request.url).searchParams.get("after");
  const today = dayOf(now);
  const { rounds, nextAfter } = await listRounds(db(), partnership.id, { isPublic: true, after });
  return data(
    {
      title: titleOf(wordsFor(language).t("nominating:list.title"), language, partnership),
      ...{ partnership: { slug: partnership.slug, name: partnership.name }, nextAfter, isFirst: after === null },
      rounds: rounds.map((round) => ({ id: round.id, title: round.title, body: round.line.body.name, state: roundState(round, today), closesOn: round.closesOn })),
    },
    { headers: after === null ? keepPage(partnership.id, now, [endOfDay(today)]) : {} },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RoundsPage() {
  const { partnership, rounds, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  return (
    <>
      <BackLink to={electionsPath(partnership)} text={t("elections:list.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("nominating:list.title")}</PageHeading>
      <p className="govuk-body-l">{t("nominating:list.lead")}</p>
      {rounds.length === 0 && <p className="govuk-body">{t("nominating:list.none")}</p>}
      <ul className="govuk-list">
        {rounds.map((round) => (
          <li key={round.id} className="govuk-!-margin-bottom-4">
            <PageLink to={roundPath(partnership, round)}>
              <InLanguage text={round.title} />
            </PageLink>{" "}
            <StateTag state={round.state} />
            <br />
            <InLanguage text={round.body} />
            {(round.state === "announced" || round.state === "open") && <> {t("nominating:list.until", { date: date(round.closesOn) })}</>}
          </li>
        ))}
      </ul>
      <Pagination first={isFirst ? null : roundsPath(partnership)} next={nextAfter ? { to: roundsPath(partnership, { after: nextAfter }) } : null} />
    </>
  );
}
