// The results of a consultation, question by question, counted up to the last response.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { errataOf } from "#app/forms/errata.ts";
import { Errata } from "#app/forms/ui/questions.tsx";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { sidesOf } from "../cross-tabulation.ts";
import { countExcluded } from "../exclusions.store.server.ts";
import { findTallies } from "../filtered.store.server.ts";
import { answersPath, crossTabulationPath, officeConsultationPath, resultsPath } from "../office-paths.ts";
import { mayReadAnswers, maySeeResults } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { chosenIn, pathWith, readResultFilter } from "../result-filter.ts";
import { pageOfResults, resultsOf } from "../results.ts";
import { listErrata, listVersions } from "../store.server.ts";
import { ChosenResponses } from "../ui/chosen-responses.tsx";
import { filterErrors } from "../ui/filter-fields.tsx";
import { LeftOut } from "../ui/left-out.tsx";
import { QuestionResult } from "../ui/question-result.tsx";
import { FilterForm } from "../ui/result-filter.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeResults);
  const published = await listVersions(db(), consultation.formId);
  const sides = sidesOf(published);
  const { searchParams } = new URL(args.request.url);
  const { filter, typed, problems } = readResultFilter(searchParams, sides);
  const { versions, matching, all, waits } = await findTallies(consultation.id, published, filter, now);
  const { results, nextAfter } = pageOfResults(resultsOf(versions), searchParams.get("after"));
  const words = wordsFor(language);
  const shown = {
    title: titleOf(words.t("office:results.title", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, nextAfter, waits, matching, all, sides, filter, typed, problems },
    results: problems.length > 0 || (matching === 0 && all > 0) ? [] : results,
    chosen: chosenIn(filter, sides),
    versions: versions.map(({ number, tally }) => ({ number, responses: tally.responses })),
    errata: await listErrata(db(), consultation.formId),
    mayReadAnswers: mayReadAnswers(roles),
    excluded: await countExcluded(db(), consultation.id),
  };
  return data(shown, { status: problems.length > 0 ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];
export const handle = { width: "work" };

export default function ResultsPage() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, consultation, results, nextAfter, versions, waits, matching, all, errata, excluded } = loaded;
  const { sides, filter, typed, problems, chosen, mayReadAnswers: mayRead } = loaded;
  const words = useWords();
  const { t, number } = words;
  const here = resultsPath(partnership, consultation);
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("office:results.back")} />
      <ErrorSummary errors={filterErrors(problems, words)} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("office:results.heading")}</PageHeading>
      {waits && <p className="govuk-body">{t("office:results.waits")}</p>}
      {all === 0 && <p className="govuk-body">{t("office:results.empty")}</p>}
      {all > 0 && (
        <>
          {chosen.length === 0 && problems.length === 0 && <p className="govuk-body">{t("office:results.responses", { count: all, number: number(all) })}</p>}
          <p className="govuk-body">{t("office:results.no-vote")}</p>
          <p className="govuk-body">
            <PageLink to={pathWith(crossTabulationPath(partnership, consultation), filter)}>{t("office:cross.heading")}</PageLink>
          </p>
          <FilterForm {...{ sides, filter, typed, problems }} />
        </>
      )}
      {problems.length === 0 && <ChosenResponses {...{ chosen, here, matching, all }} />}
      <LeftOut excluded={excluded} />
      {versions.length > 1 && (
        <>
          <p className="govuk-body">{t("office:results.versions")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {versions.map((version) => (
              <li key={version.number}>
                {t("office:results.version", {
                  count: version.responses,
                  number: number(version.responses),
                  version: number(version.number),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Errata errata={errataOf(errata)} />
      {results.map((result, index) => {
        const isNewSection = results[index - 1]?.section.id !== result.section.id;
        return (
          <Fragment key={result.question.id}>
            {isNewSection && (
              <h2 className="govuk-heading-m">
                <InLanguage text={result.section.heading} />
              </h2>
            )}
            <QuestionResult
              result={result}
              errata={errata}
              chosen={chosen}
              answersPath={mayRead ? pathWith(answersPath(partnership, consultation, result.question.id), filter) : null}
            />
          </Fragment>
        );
      })}
      <Pagination next={nextAfter && results.length > 0 ? { to: pathWith(here, filter, { after: nextAfter }) } : null} />
    </>
  );
}
