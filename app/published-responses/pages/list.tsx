// The responses of a consultation that may be read one by one, for everybody: searched, narrowed, a page at a time.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { consultationPath, publishedResponsesPath } from "#app/consultations/paths.ts";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { excerptFrom } from "../answers.ts";
import { isFiltered, readFilter, withFilter } from "../filter.ts";
import { findPublicResponses, notForSearchEngines } from "../find.server.ts";
import { publishedResponsePath } from "../paths.ts";
import { lineOf } from "../publication.ts";
import { countPublic, listFilterValues, listPublic } from "../public.store.server.ts";
import { FilterForm } from "../ui/filter-form.tsx";
import { ResponseList } from "../ui/response-list.tsx";

const onPage = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, latest, asked, extent } = await findPublicResponses(args);
  const words = wordsFor(language);
  const title = titleOf(words.t("published-responses:list.title", { title: within(consultation.title, words) }), language, partnership);
  const about = { title, partnership, consultation: { id: consultation.id, title: consultation.title }, takenBack: latest.withdrawn };
  // because what was taken back is gone, and whoever comes for it is told why
  if (!extent) return data({ ...about, found: null }, { status: 410, headers: notForSearchEngines });
  const search = new URL(args.request.url).searchParams;
  const [filter, after] = [readFilter(search), search.get("after")];
  const { responses, nextAfter } = await listPublic(db(), extent, { filter, after, most: onPage });
  const values = await listFilterValues(db(), extent);
  const found = {
    ...{ filter, nextAfter, isFirstPage: after === null, count: await countPublic(db(), extent, filter), set: latest.set },
    responses: responses.map((response) => ({ ...response, closed: {}, excerpt: excerptFrom(response, asked.put, filter.question), texts: response.texts.length })),
    values: {
      ...values,
      questions: asked.put.filter(({ id }) => values.questions.includes(id)),
      areas: extent.areaKey === null ? [] : (lineOf(asked.questions, extent.areaKey)?.values ?? []).flatMap(({ id, name }) => ("band" in name ? [] : [{ id, name }])),
    },
  };
  return data({ ...about, found }, { headers: notForSearchEngines });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }, { name: "robots", content: "noindex, nofollow" }];

export default function PublishedResponsesPage() {
  const { partnership, consultation, takenBack, found } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  const here = publishedResponsesPath(partnership, consultation);
  const href = useHref(here);
  return (
    <>
      <BackLink to={consultationPath(partnership, consultation)} text={t("published-responses:list.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("published-responses:list.heading")}</PageHeading>
      {takenBack && (
        <InsetText>
          <p className="govuk-body">{t("published-responses:list.taken-back", { at: instant(takenBack.at) })}</p>
          <p className="govuk-body">
            <InLanguage text={takenBack.reason} />
          </p>
        </InsetText>
      )}
      {found && (
        <>
          <p className="govuk-body">{t("published-responses:list.lead", { set: number(found.set) })}</p>
          <FilterForm filter={found.filter} {...found.values} />
          <p className="govuk-body" role="status">
            {t(isFiltered(found.filter) ? "published-responses:list.found" : "published-responses:list.all", { number: number(found.count) })}{" "}
            {isFiltered(found.filter) && <PageLink to={here}>{t("published-responses:list.clear")}</PageLink>}
          </p>
          <ResponseList responses={found.responses} pathOf={(reference) => publishedResponsePath(partnership, consultation, reference)} />
          <Pagination
            first={found.isFirstPage ? null : withFilter(here, found.filter)}
            next={found.nextAfter === null ? null : { to: withFilter(here, found.filter, { after: found.nextAfter }) }}
          />
          <p className="govuk-body">
            <a className="govuk-link" href={withFilter(`${href}.csv`, found.filter)}>
              {t("published-responses:list.csv")}
            </a>
          </p>
        </>
      )}
    </>
  );
}
