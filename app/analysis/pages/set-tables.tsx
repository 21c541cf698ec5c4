// One question by another in a set, or one by itself: how many, of how many, and of whom it can be said.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { pathWith } from "#app/consultations/result-filter.ts";
import { sideText } from "#app/consultations/side-text.ts";
import { ChosenResponses } from "#app/consultations/ui/chosen-responses.tsx";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { setPath, setTablesPath, surveyDesignPath } from "../paths.ts";
import { findSetTable } from "../set-table.server.ts";
import { AnswerBars } from "../ui/answer-bars.tsx";
import { campaignsSaid } from "../ui/campaign-view.tsx";
import { Represented } from "../ui/represented.tsx";
import { TableForm } from "../ui/table-form.tsx";
import { TwoQuestions } from "../ui/two-questions.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { t, number, language } = wordsFor(args.context.language);
  const { signedIn: _, isWrong, ...found } = await findSetTable(args);
  const title = titleOf(t("tables:title", { set: number(found.set.number) }), language, found.partnership);
  return data({ title, ...found }, { status: isWrong ? 422 : 200 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SetTablesPage() {
  const { partnership, consultation, set, sides, chosen, shown, tested, design, filter, typed, problems, filterProblems, chosenFilters, matching, all, represented, campaigns } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number, share, instant } = words;
  const here = setTablesPath(partnership, consultation, set);
  const said = Object.fromEntries([
    ...problems.map(({ side, code }) => [side, t(`tables:problem.${code}`)]),
    ...filterProblems.map(({ field, code }) => [field, t(`office:filter.problem.${code}`)]),
  ]) as Record<string, string>;
  const more = { ...chosen, ...(campaigns.view !== "all" && { campaigns: campaigns.view }) };
  const file = pathWith(`${useHref(here)}.csv`, filter, more);
  const note = campaignsSaid(campaigns, words);
  return (
    <>
      <BackLink to={setPath(partnership, consultation, set)} text={t("tables:back", { set: number(set.number) })} />
      <ErrorSummary errors={Object.entries(said).map(([field, text]) => ({ href: field === "from" || field === "to" ? `#${field}-day` : `#${field}`, text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("tables:heading", { set: number(set.number) })}</PageHeading>
      <p className="govuk-body">{t("tables:lead", { at: instant(set.frozenAt), included: number(set.included) })}</p>
      <p className="govuk-body">
        {t(design.isSample ? "tables:design.is-sample" : "tables:design.is-open")} <PageLink to={surveyDesignPath(partnership, consultation)}>{t("tables:design.change")}</PageLink>
      </p>
      {filterProblems.length === 0 && <ChosenResponses chosen={chosenFilters} more={more} {...{ here, matching, all }} />}
      <TableForm {...{ sides, campaigns, chosen, filter, typed }} problems={said} />
      {shown && (
        <>
          <h2 className="govuk-heading-m">
            {shown.columns ? t("office:cross.caption", { rows: sideText(shown.rows, words), columns: sideText(shown.columns, words) }) : sideText(shown.rows, words)}
          </h2>
          <p className="govuk-body">{t("tables:from-set", { set: number(set.number), at: instant(set.frozenAt) })} {note}</p>
          {shown.columns && <TwoQuestions rows={shown.rows} columns={shown.columns} two={shown.two} {...{ design, tested, note }} />}
          {!shown.columns && shown.one.answered === 0 && <p className="govuk-body">{t("tables:empty")}</p>}
          {!shown.columns && shown.one.answered > 0 && (
            <>
              <p className="govuk-body">
                {t("tables:answered", { answered: number(shown.one.answered), responses: number(shown.one.responses), share: share(shown.one.answered, shown.one.responses), blank: number(shown.one.responses - shown.one.answered) })}
              </p>
              <AnswerBars title={sideText(shown.rows, words)} values={shown.one.values} base={shown.one.answered} note={note} design={design} />
            </>
          )}
          {represented && <Represented title={sideText(shown.rows, words)} {...represented} {...{ set, note }} />}
          <h2 className="govuk-heading-m">{t("office:cross.download.heading")}</h2>
          <p className="govuk-body">{t("office:cross.download.care")}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={file}>
              {t("tables:download", { set: number(set.number) })}
            </a>
          </p>
        </>
      )}
    </>
  );
}
