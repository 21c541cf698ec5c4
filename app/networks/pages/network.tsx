// A network's public page: what it is, who belongs to it in how many parts, and how an organisation joins.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bodyPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countMembers, countParts } from "../members.store.server.ts";
import { constituencyKinds } from "../network.ts";
import { findNetwork } from "../networks.store.server.ts";
import { joinPath, networkElectionsPath } from "../paths.ts";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const network = await findNetwork(db(), partnership.id, params.network);
  const today = dayOf(now);
  const counts = await countMembers(db(), network, today);
  const parts = await countParts(db(), network, today);
  return data(
    {
      title: titleOf(wordsFor(language).t("networks:public.title-of", { name: textIn(network.name, language).text }), language, partnership),
      ...{ partnership, network, belong: counts.active + counts.due },
      kinds: constituencyKinds.map((kind) => ({ kind, parts: network.constituencies.filter((one) => one.kind === kind).map(({ id, name }) => ({ id, name, count: parts.get(id) ?? 0 })) })),
    },
    // because who lapses does so as a day begins
    { headers: keepPage([partnership.id], now, [endOfDay(today)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NetworkPage() {
  const { partnership, network, belong, kinds } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={bodyPath(partnership, network)} text={t("networks:public.back")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={network.name} />
      </PageHeading>
      <Paragraphs text={network.purpose} className="govuk-body-l" />
      <p className="govuk-body">{t("networks:public.belong", { count: belong, number: number(belong) })}</p>
      {kinds.map(
        ({ kind, parts }) =>
          parts.length > 0 && (
            <Table
              key={kind}
              caption={t(`networks:public.parts.${kind}`)}
              columns={[{ key: "name", heading: t("networks:one.part") }, { key: "count", heading: t("networks:public.members"), numeric: true }]}
              rows={parts.map(({ id, name, count }) => ({ key: id, cells: [<InLanguage key="name" text={name} />, number(count)] }))}
            />
          ),
      )}
      {kinds.some(({ parts }) => parts.length > 0) && <p className="govuk-body">{t("networks:public.more-than-one")}</p>}
      <p className="govuk-body">
        <PageLink to={networkElectionsPath(partnership, network)}>{t("networks:public.elections")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("networks:public.how")}</h2>
      <Paragraphs text={network.joining} />
      {network.isOpen ? (
        <>
          <p className="govuk-body">{t("networks:public.then")}</p>
          <ButtonLink to={joinPath(partnership, network)}>{t("networks:join.title")}</ButtonLink>
        </>
      ) : (
        <p className="govuk-body">{t("networks:public.closed")}</p>
      )}
    </>
  );
}
