// The published results of a consultation, for everybody.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { consultationPath, publishedResultsPath } from "#app/consultations/paths.ts";
import { within } from "#app/forms/wording.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublic } from "../find.server.ts";
import { Results } from "../ui/results.tsx";
import { Versions } from "../ui/versions.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, versions, results } = await findPublic(args);
  const words = wordsFor(language);
  const title = titleOf(words.t("publication:title", { title: within(consultation.title, words) }), language, partnership);
  const shown = { title, partnership, consultation: { id: consultation.id, title: consultation.title }, versions, results };
  // because what was taken back is gone, and whoever comes for it is told why
  return data(shown, { status: results ? 200 : 410, headers: results ? keepPage(partnership.id, now) : {} });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ResultsPage() {
  const { partnership, consultation, versions, results } = useLoaderData<typeof loader>();
  const { t, instant } = useWords();
  const here = useHref(publishedResultsPath(partnership, consultation));
  const [latest] = versions;
  const isCorrected = versions.length > 1;
  return (
    <>
      <BackLink to={consultationPath(partnership, consultation)} text={t("publication:back")} />
      <PageHeading size="xl" caption={<InLanguage text={consultation.title} />}>
        {t("publication:heading")}
      </PageHeading>
      {latest?.withdrawn && (
        <InsetText>
          <p className="govuk-body">{t("publication:taken-back", { at: instant(latest.withdrawn.at) })}</p>
          <p className="govuk-body">
            <InLanguage text={latest.withdrawn.reason} />
          </p>
        </InsetText>
      )}
      {results && latest && (
        <>
          {latest.reason ? (
            <InsetText>
              <p className="govuk-body">{t("publication:corrected", { at: instant(latest.publishedAt) })}</p>
              <p className="govuk-body">
                <InLanguage text={latest.reason} />
              </p>
            </InsetText>
          ) : (
            <p className="govuk-body">{t("publication:published", { at: instant(latest.publishedAt) })}</p>
          )}
          <Results results={results} />
          <h2 className="govuk-heading-m">{t("publication:download.heading")}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {(["xlsx", "csv", "json"] as const).map((format) => (
              <li key={format}>
                <a className="govuk-link" href={`${here}.${format}`}>
                  {t(`publication:download.${format}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isCorrected && <Versions versions={versions} />}
    </>
  );
}
