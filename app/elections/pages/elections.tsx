// The elections of a partnership's networks for everybody: those in which one can do something now, those that come, and those that are over.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { howWeWorkPath, roundsOfBodiesPath } from "#app/bodies/public-paths.ts";
import { listNetworks } from "#app/networks/networks.store.server.ts";
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
import { electionState, listElections, type Election } from "../elections.store.server.ts";
import { nextOf } from "../next.ts";
import { openFirst } from "../order.ts";
import { electionsPath } from "../paths.ts";
import { turningInstants } from "../turning.ts";
import { ElectionCard } from "../ui/election-card.tsx";

export async function loader({ params, request, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const search = new URL(request.url).searchParams;
  const [after, over] = [search.get("after"), search.get("over")];
  const network = search.get("network") === null ? null : ((await listNetworks(db(), partnership.id)).find(({ slug }) => slug === search.get("network")) ?? null);
  const asked = { partnershipId: partnership.id, networkId: network?.id ?? null, isOffice: false };
  const running = over === null ? await listElections(db(), { ...asked, isOver: false, after }) : { elections: [], nextAfter: null };
  const past = after === null ? await listElections(db(), { ...asked, isOver: true, after: over }) : { elections: [], nextAfter: null };
  const shown = (election: Election) => {
    const { id, title, seats, timetable } = election;
    const state = electionState(election, now);
    const { day } = nextOf(state);
    return { id, title, seats, state, network: election.network.name, day, on: day && (timetable?.[day] ?? null) };
  };
  const { t } = wordsFor(language);
  return data(
    {
      title: titleOf(t(after !== null || over !== null ? "elections:list.more" : "elections:list.title"), language, partnership),
      ...{ partnership, network: network && { slug: network.slug, name: network.name } },
      ...{ running: openFirst(running.elections.map(shown)), past: past.elections.map(shown) },
      ...{ nextRunning: running.nextAfter, nextPast: past.nextAfter, isFirst: after === null && over === null },
    },
    // because only the list as everybody comes to it is asked for often
    { headers: search.size > 0 ? {} : keepPage(partnership.id, now, [endOfDay(dayOf(now)), ...running.elections.flatMap(turningInstants)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ElectionsPage() {
  const { partnership, network, running, past, nextRunning, nextPast, isFirst } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = (query: Record<string, string | null>) => electionsPath(partnership, { network: network?.slug ?? null, ...query });
  return (
    <>
      <BackLink to={howWeWorkPath(partnership)} text={t("structure:how.title")} />
      <PageHeading caption={<InLanguage text={network?.name ?? partnership.name} />}>{t("elections:list.title")}</PageHeading>
      <p className="govuk-body-l">{t("elections:list.lead")}</p>
      <p className="govuk-body">
        <PageLink to={roundsOfBodiesPath(partnership)}>{t("nominating:list.title")}</PageLink>
      </p>
      {isFirst && running.length === 0 && past.length === 0 && <p className="govuk-body">{t("elections:list.none")}</p>}
      {running.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("elections:list.running")}</h2>
          <ul className="cards">
            {running.map((one) => (
              <ElectionCard key={one.id} partnership={partnership} election={one} />
            ))}
          </ul>
        </>
      )}
      <Pagination next={nextRunning ? { to: here({ after: nextRunning }), label: t("elections:list.running") } : null} />
      {past.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("elections:list.past")}</h2>
          <ul className="cards">
            {past.map((one) => (
              <ElectionCard key={one.id} partnership={partnership} election={one} />
            ))}
          </ul>
        </>
      )}
      <Pagination first={isFirst ? null : here({})} next={nextPast ? { to: here({ over: nextPast }), label: t("elections:list.past") } : null} />
    </>
  );
}
