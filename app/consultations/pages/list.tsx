// The public register of a partnership's consultations, past and present: those one can answer first, and a search.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { turningPoints } from "../life.ts";
import { consultationPath, consultationsAtomPath, consultationsJsonPath, consultationsPath, responsesPath } from "../paths.ts";
import { recallChoices, searchRegister } from "../register.store.server.ts";
import { isSearch, readAfter, readSearch, searchQuery } from "../register.ts";
import { ConsultationState } from "../ui/consultation-state.tsx";
import { RegisterSearchForm } from "../ui/register-search.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { now, language } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const asked = new URL(request.url).searchParams;
  const search = readSearch(asked);
  const after = readAfter(asked);
  const isSearched = isSearch(search);
  const register = await searchRegister(db(), { partnershipId: partnership.id, search, now, after });
  const { t } = wordsFor(language);
  const heading = isSearched ? "consultations:register.results" : after ? "consultations:list.more" : "consultations:list.heading";
  const feed = { title: t("consultations:register.feed", { partnership: textIn(partnership.name, language).text }) };
  return data(
    {
      title: titleOf(t(heading), language, partnership),
      ...{ partnership, search, isSearched, heading, isFirst: !after, now, ...register },
      choices: await recallChoices(partnership.id, now),
      alternates: [
        { ...feed, type: "application/atom+xml", href: pathInLanguage(consultationsAtomPath(partnership), language) + searchQuery(search) },
        { ...feed, type: "application/json", href: consultationsJsonPath(partnership) + searchQuery(search) },
      ],
    },
    { headers: isSearched ? {} : keepPage(partnership.id, now, register.consultations.flatMap(turningPoints)) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.title },
  ...(shown?.alternates ?? []).map((alternate) => ({ tagName: "link", rel: "alternate", ...alternate })),
];

export default function ListPage() {
  const { partnership, consultations, search, isSearched, heading, choices, found, all, nextAfter, isFirst, now } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const path = consultationsPath(partnership);
  const query = searchQuery(search);
  return (
    <>
      <PageHeading>{t(heading)}</PageHeading>
      {all === 0 ? (
        <p className="govuk-body">{t("consultations:list.empty")}</p>
      ) : (
        <RegisterSearchForm to={path} search={search} choices={choices} />
      )}
      {all > 0 && <h2 className="govuk-heading-m">{t("consultations:register.found", { count: all, found: number(found), all: number(all) })}</h2>}
      {isSearched && (
        <p className="govuk-body">
          {found === 0 && t("consultations:register.nothing")} <PageLink to={path}>{t("consultations:register.show-all")}</PageLink>
        </p>
      )}
      {consultations.length > 0 && (
        <ul className="cards">
          {consultations.map((consultation) => (
            <li key={consultation.id} className="card">
              <h3 className="card__title">
                <PageLink to={consultationPath(partnership, consultation)}>
                  <InLanguage text={consultation.title} />
                </PageLink>
              </h3>
              <ConsultationState consultation={consultation} now={now} />
              <p className="govuk-body">
                <InLanguage text={consultation.summary} />
              </p>
              {(consultation.topics.length > 0 || consultation.places.length > 0 || consultation.audiences.length > 0) && (
                <ul className="govuk-list govuk-body-s">
                  {consultation.topics.map((topic) => (
                    <li key={topic}>{t("consultations:register.on-topic", { topic: t(`consultations:topic.${topic}`) })}</li>
                  ))}
                  {consultation.places.map((place, index) => (
                    <li key={index}>
                      {t("consultations:register.in-place")} <InLanguage text={place.name} />
                    </li>
                  ))}
                  {consultation.audiences.map((audience, index) => (
                    <li key={index}>
                      {t("consultations:register.for-audience")} <InLanguage text={audience.name} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        previous={isFirst ? null : { to: path + query, label: t("consultations:list.first") }}
        next={nextAfter ? { to: path + searchQuery(search, nextAfter) } : null}
      />
      <p className="govuk-body">
        <PageLink to={responsesPath(partnership)}>{t("consultations:list.have-reference")}</PageLink>
      </p>
      {all > 0 && (
        <ul className="govuk-list">
          <li>
            <PageLink to={consultationsAtomPath(partnership) + query} type="application/atom+xml">
              {t("consultations:register.atom")}
            </PageLink>
          </li>
          <li>
            <PageLink to={consultationsJsonPath(partnership) + query} type="application/json">
              {t("consultations:register.json")}
            </PageLink>
          </li>
        </ul>
      )}
    </>
  );
}
