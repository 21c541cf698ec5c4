// The results of a consultation, question by question, counted up to the last response.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { errataOf } from "#app/forms/errata.ts";
import { Errata } from "#app/forms/ui/questions.tsx";
import { emptyTally } from "#app/forms/tally.ts";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countExcluded } from "../exclusions.store.server.ts";
import { mayReadAnswers, maySeeResults } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { answersPath, crossTabulationPath, officeConsultationPath, resultsPath } from "../paths.ts";
import { pageOfResults, resultsOf } from "../results.ts";
import { listErrata, listVersions } from "../store.server.ts";
import { countUp, listTallies, mostCountedForAReader } from "../tallies.store.server.ts";
import { LeftOut } from "../ui/left-out.tsx";
import { QuestionResult } from "../ui/question-result.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeResults);
  await countUp(consultation.id, now, mostCountedForAReader);
  const { counted, waits } = await listTallies(db(), consultation.id);
  const published = await listVersions(db(), consultation.formId);
  const versions = published.map(({ id, number, definition }) => {
    const found = counted.find(({ version }) => version.id === id);
    return { id, number, definition, tally: found?.tally ?? emptyTally() };
  });
  const { results, nextAfter } = pageOfResults(resultsOf(versions), new URL(args.request.url).searchParams.get("after"));
  const words = wordsFor(language);
  return {
    title: titleOf(words.t("office:results.title", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, results, nextAfter, waits },
    versions: versions.map(({ number, tally }) => ({ number, responses: tally.responses })),
    errata: await listErrata(db(), consultation.formId),
    mayReadAnswers: mayReadAnswers(roles),
    excluded: await countExcluded(db(), consultation.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function ResultsPage() {
  const { partnership, consultation, results, nextAfter, versions, waits, errata, excluded, mayReadAnswers: mayRead } =
    useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const responses = versions.reduce((sum, version) => sum + version.responses, 0);
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("office:results.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("office:results.heading")}</PageHeading>
      {waits && <p className="govuk-body">{t("office:results.waits")}</p>}
      {responses === 0 && <p className="govuk-body">{t("office:results.empty")}</p>}
      {responses > 0 && (
        <>
          <p className="govuk-body">{t("office:results.responses", { count: responses, number: number(responses) })}</p>
          <p className="govuk-body">{t("office:results.no-vote")}</p>
          <p className="govuk-body">
            <PageLink to={crossTabulationPath(partnership, consultation)}>{t("office:cross.heading")}</PageLink>
          </p>
        </>
      )}
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
              answersPath={mayRead ? answersPath(partnership, consultation, result.question.id) : null}
            />
          </Fragment>
        );
      })}
      <Pagination next={nextAfter ? { to: `${resultsPath(partnership, consultation)}?after=${nextAfter}` } : null} />
    </>
  );
}
