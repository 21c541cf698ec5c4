// The consultations of a partnership: those one can answer first.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { turningPoints } from "../consultation.ts";
import { consultationPath, consultationsPath, responsesPath } from "../paths.ts";
import { listConsultations } from "../store.server.ts";
import { ConsultationState } from "../ui/consultation-state.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const after = new URL(request.url).searchParams.get("after");
  const { consultations, nextAfter } = await listConsultations(db(), {
    ...{ partnershipIds: [partnership.id], now: context.now, after },
  });
  const words = wordsFor(context.language);
  return data(
    {
      title: titleOf(words.t(after ? "consultations:list.more" : "consultations:list.heading"), context.language, partnership),
      ...{ partnership, consultations, nextAfter, isFirst: !after, now: context.now },
    },
    { headers: keepPage(partnership.id, context.now, consultations.flatMap(turningPoints)) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ListPage() {
  const { partnership, consultations, nextAfter, isFirst, now } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const path = consultationsPath(partnership);
  return (
    <>
      <PageHeading>{t(isFirst ? "consultations:list.heading" : "consultations:list.more")}</PageHeading>
      {consultations.length === 0 ? (
        <p className="govuk-body">{t("consultations:list.empty")}</p>
      ) : (
        <ul className="cards">
          {consultations.map((consultation) => (
            <li key={consultation.id} className="card">
              <h2 className="card__title">
                <PageLink to={consultationPath(partnership, consultation)}>
                  <InLanguage text={consultation.title} />
                </PageLink>
              </h2>
              <ConsultationState consultation={consultation} now={now} />
              <p className="govuk-body">
                <InLanguage text={consultation.summary} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination previous={isFirst ? null : { to: path, label: t("consultations:list.first") }} next={nextAfter ? { to: `${path}?after=${nextAfter}` } : null} />
      <p className="govuk-body">
        <PageLink to={responsesPath(partnership)}>{t("consultations:list.have-reference")}</PageLink>
      </p>
    </>
  );
}
