// A partnership's front page: what can be answered now, there and in the partnerships below it.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { howWeWorkPath, networkPath } from "#app/bodies/public-paths.ts";
import { consultationsPath, responsesPath } from "#app/consultations/paths.ts";
import { decisionsPath } from "#app/decisions/paths.ts";
import { listByKind } from "#app/home/shown.server.ts";
import { ConsultationCards } from "#app/home/ui/consultation-cards.tsx";
import { PartnershipList } from "#app/home/ui/partnership-list.tsx";
import { meetingsPath } from "#app/meetings/paths.ts";
import { recallWhetherElections } from "#app/elections/elections.store.server.ts";
import { electionsPath } from "#app/elections/paths.ts";
import { listNetworks } from "#app/networks/networks.store.server.ts";
import { branchOf } from "#app/partnerships/partnership.ts";
import { findPartnership, listPartnerships } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const branch = branchOf(await listPartnerships(db()), partnership.id);
  const { changesAt, ...shown } = await listByKind(db(), branch, context.now);
  const networks = (await listNetworks(db(), partnership.id)).map((network) => ({ id: network.id, name: network.name, path: networkPath(partnership, network) }));
  const { slug, name, welcome } = partnership;
  const below = branch.filter(({ parentId }) => parentId === partnership.id).map(({ id, slug, name }) => ({ id, slug, name, below: [] }));
  return data(
    { ...shown, slug, name, welcome, networks, below, hasElections: await recallWhetherElections(partnership.id, context.now), title: titleOf(textIn(name, context.language).text, context.language) },
    { headers: keepPage(branch.map(({ id }) => id), context.now, changesAt) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PartnershipPage() {
  const { slug, name, welcome, open, toCome, closed, networks, hasElections, below } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading>
        <InLanguage text={name} />
      </PageHeading>
      <Paragraphs text={welcome} className="govuk-body-l" />
      <h2 className="govuk-heading-l">{t("home:partnership.open")}</h2>
      {open.length === 0 ? <p className="govuk-body">{t("home:partnership.none-open")}</p> : <ConsultationCards kind="open" consultations={open} ownSlug={slug} />}
      {toCome.length > 0 && (
        <>
          <h2 className="govuk-heading-l">{t("home:partnership.to-come")}</h2>
          <ConsultationCards kind="to-come" consultations={toCome} ownSlug={slug} />
        </>
      )}
      {closed.length > 0 && (
        <>
          <h2 className="govuk-heading-l">{t("home:partnership.closed")}</h2>
          <ConsultationCards kind="closed" consultations={closed} ownSlug={slug} />
        </>
      )}
      <p className="govuk-body">
        <PageLink to={consultationsPath({ slug })}>{t("home:partnership.all")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("home:partnership.about")}</h2>
      <ul className="govuk-list">
        <li>
          <PageLink to={howWeWorkPath({ slug })}>{t("home:partnership.how-we-work")}</PageLink>
        </li>
        <li>
          <PageLink to={meetingsPath({ slug })}>{t("home:partnership.meetings")}</PageLink>
        </li>
        <li>
          <PageLink to={decisionsPath({ slug })}>{t("home:partnership.decisions")}</PageLink>
        </li>
        {hasElections && (
          <li>
            <PageLink to={electionsPath({ slug })}>{t("home:partnership.elections")}</PageLink>
          </li>
        )}
        {networks.map((network) => (
          <li key={network.id}>
            <PageLink to={network.path}>
              <InLanguage text={network.name} />: {t("home:partnership.network")}
            </PageLink>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t("home:partnership.reference")}</h2>
      <p className="govuk-body">{t("home:partnership.reference-explained")}</p>
      <p className="govuk-body">
        <PageLink to={responsesPath({ slug })}>{t("home:partnership.enter-reference")}</PageLink>
      </p>
      {below.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("home:partnership.below")}</h2>
          <PartnershipList partnerships={below} />
        </>
      )}
    </>
  );
}
