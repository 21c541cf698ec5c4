// The front page of an installation: what can be answered anywhere, and its partnerships.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listByKind } from "#app/home/shown.server.ts";
import { ConsultationCards } from "#app/home/ui/consultation-cards.tsx";
import { PartnershipList } from "#app/home/ui/partnership-list.tsx";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const all = await listPartnerships(db());
  const { changesAt, open, toCome, isMoreOpen } = await listByKind(db(), all, context.now);
  // Two levels: a parish is found on the page of the partnership above it.
  const listed = all
    .filter(({ parentId }) => parentId === null)
    .map(({ id, slug, name }) => ({
      ...{ id, slug, name },
      below: all.filter(({ parentId }) => parentId === id).map((one) => ({ id: one.id, slug: one.slug, name: one.name, below: [] })),
    }));
  return data(
    { open, toCome, isMoreOpen, listed, title: titleOf(wordsFor(context.language).t("home:front.title"), context.language) },
    { headers: keepPage(all.map(({ id }) => id), context.now, changesAt) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FrontPage() {
  const { open, toCome, isMoreOpen, listed } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading>{t("home:front.title")}</PageHeading>
      <p className="govuk-body-l">{t("home:front.lead")}</p>
      <h2 className="govuk-heading-l">{t("home:partnership.open")}</h2>
      {open.length === 0 ? <p className="govuk-body">{t("home:front.none-open")}</p> : <ConsultationCards kind="open" consultations={open} />}
      {isMoreOpen && <p className="govuk-body">{t("home:front.more-open")}</p>}
      {toCome.length > 0 && (
        <>
          <h2 className="govuk-heading-l">{t("home:partnership.to-come")}</h2>
          <ConsultationCards kind="to-come" consultations={toCome} />
        </>
      )}
      <h2 className="govuk-heading-l">{t("home:front.partnerships")}</h2>
      {listed.length === 0 ? <p className="govuk-body">{t("home:front.none")}</p> : <PartnershipList partnerships={listed} />}
      <p className="govuk-body">
        <PageLink to="/how-we-work">{t("home:front.how")}</PageLink>
      </p>
    </>
  );
}
