// One question by another: who answered the one in a certain way, and how they answered the other.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCrossTabulation } from "../cross-tabulation.server.ts";
import { crossTabulationPath, resultsPath } from "../office-paths.ts";
import { pathWith } from "../result-filter.ts";
import { sideText } from "../side-text.ts";
import { ChosenResponses } from "../ui/chosen-responses.tsx";
import { CrossTabulation } from "../ui/cross-tabulation.tsx";
import { filterErrors } from "../ui/filter-fields.tsx";
import { LeftOut } from "../ui/left-out.tsx";
import { FilterCarried, FilterForm } from "../ui/result-filter.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { signedIn: _, isWrong, ...found } = await findCrossTabulation(args);
  const { partnership, consultation } = found;
  const title = titleOf(words.t("office:cross.title", { title: within(consultation.title, words) }), words.language, partnership);
  return data({ title, ...found }, { status: isWrong ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];
export const handle = { width: "work" };

export default function CrossTabulationPage() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, consultation, problems, waits, sides, chosen, shown, matching, all, excluded } = loaded;
  const { filter, typed, filterProblems, chosenFilters } = loaded;
  const words = useWords();
  const { t } = words;
  const options = [{ value: "", label: t("office:cross.none") }, ...sides.map((side) => ({ value: side.key, label: sideText(side, words) }))];
  const problemOf = (side: "rows" | "columns") => {
    const found = problems.find((problem) => problem.side === side);
    return found && t(`office:cross.problem.${found.code}`);
  };
  const errors = [
    ...(["rows", "columns"] as const).flatMap((side) => {
      const text = problemOf(side);
      return text ? [{ href: `#${side}`, text }] : [];
    }),
    ...filterErrors(filterProblems, words),
  ];
  const here = useHref(crossTabulationPath(partnership, consultation));
  const search = pathWith("", filter, chosen);
  const asked = chosen.rows && chosen.columns ? chosen : {};
  return (
    <>
      <BackLink to={pathWith(resultsPath(partnership, consultation), filter)} text={t("office:answers.back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("office:cross.heading")}</PageHeading>
      <p className="govuk-body">{t("office:cross.lead")}</p>
      {waits && <p className="govuk-body">{t("office:results.waits")}</p>}
      <LeftOut excluded={excluded} />
      {filterProblems.length === 0 && <ChosenResponses chosen={chosenFilters} here={crossTabulationPath(partnership, consultation)} more={asked} {...{ matching, all }} />}
      <form method="get" noValidate>
        <FilterCarried filter={filter} typed={typed} />
        <Select name="rows" label={t("office:cross.rows")} value={chosen.rows} error={problemOf("rows")} options={options} />
        <Select name="columns" label={t("office:cross.columns")} value={chosen.columns} error={problemOf("columns")} options={options} />
        <Button>{t("office:cross.show")}</Button>
      </form>
      <FilterForm {...{ sides, filter, typed }} problems={filterProblems} more={asked} />
      {shown && <CrossTabulation {...shown} chosen={chosenFilters} />}
      {shown && shown.table.both > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("office:cross.download.heading")}</h2>
          <p className="govuk-body">{t("office:cross.download.care")}</p>
          <ul className="govuk-list govuk-list--spaced">
            {(["xlsx", "csv"] as const).map((format) => (
              <li key={format}>
                <a className="govuk-link" href={`${here}.${format}${search}`}>
                  {t(`office:cross.download.${format}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
