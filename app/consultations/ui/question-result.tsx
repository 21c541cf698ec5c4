// The results of one question: whom it was asked of, who answered, and what the answers were.
import { errataOf, type Erratum } from "#app/forms/errata.ts";
import { takesOwnWords } from "#app/forms/own-words.ts";
import { isQuantity } from "#app/forms/quantity.ts";
import { Errata } from "#app/forms/ui/questions.tsx";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isPersonal } from "#app/forms/question.ts";
import type { Chosen } from "../result-filter.ts";
import type { Chart, QuestionResult as Result } from "../results.ts";
import { AnswerName } from "./answer-name.tsx";
import { FilterSaid } from "./result-filter.tsx";
import { SpreadChart } from "./spread-chart.tsx";

type QuestionResultProps = {
  result: Result;
  errata: readonly Erratum[];
  /** What responses were chosen by; all of them where by nothing. */
  chosen: readonly Chosen[];
  /** Where the answers in people's own words are read; none where this person may not. */
  answersPath: string | null;
};

export function QuestionResult({ result, errata, chosen, answersPath }: QuestionResultProps) {
  const { t, number, share } = useWords();
  const { question, asked, answered, versions, spread } = result;
  const values = { count: asked, answered: number(answered), asked: number(asked), share: share(answered, asked) };
  return (
    <section className="question-result" aria-labelledby={`result-${question.id}`}>
      <h3 className="govuk-heading-s" id={`result-${question.id}`}>
        {question.number !== undefined && `${t("forms:numbered", { number: question.number })} `}
        <InLanguage text={question.label} />
      </h3>
      <Errata errata={errataOf(errata, question.id)} />
      {!result.isAsked && <p className="govuk-body">{t("office:results.no-longer-asked")}</p>}
      {versions.length === 1 && !result.isAsked && (
        <p className="govuk-body">{t("office:results.only-version", { version: number(versions[0] ?? 0) })}</p>
      )}
      <FilterSaid chosen={chosen} />
      {isPersonal(question) ? (
        <p className="govuk-body">{t("office:results.personal")}</p>
      ) : (
        <p className="govuk-body">{asked === 0 ? t("office:results.nobody-asked") : t("office:results.base", values)}</p>
      )}
      {result.charts.map((chart, index) => (
        <ResultChart key={index} result={result} chart={chart} />
      ))}
      {isQuantity(question) && spread && <SpreadChart question={question} spread={spread} />}
      {answered > 0 && takesOwnWords(question) && answersPath && (
        <p className="govuk-body">
          <PageLink to={answersPath}>
            {t("office:results.read")}
            <span className="govuk-visually-hidden">
              {": "}
              <InLanguage text={question.label} />
            </span>
          </PageLink>
        </p>
      )}
    </section>
  );
}

function ResultChart({ result, chart }: { result: Result; chart: Chart }) {
  const { t, number, share } = useWords();
  const { bars, base, of, about, places } = chart;
  const counted = number(base);
  const names = new Map(bars.map(({ id, name }) => [id, <AnswerName key={id} name={name} />]));
  const columns = [
    { key: "answer", heading: t("office:results.answer") },
    { key: "count", heading: t(`office:results.counted.${of}`), numeric: true },
    { key: "share", heading: t(`office:results.share-of.${of}`, { base: counted }), numeric: true },
  ];
  const placesTitle = t("office:results.places");
  return (
    <BarChart
      title={<InLanguage text={about ?? result.question.label} />}
      hides={about ? "nothing" : of === "answered" ? "title-and-description" : "title"}
      description={t(`office:results.of.${of}`, { base: counted })}
      full={base}
      order={chart.order}
      bars={bars.map(({ id, count }) => ({
        key: id,
        label: names.get(id),
        value: count,
        figure: t("office:figure", { number: number(count), base: counted, share: share(count, base) }),
      }))}
      table={
        places
          ? {
              columns: [
                { key: "answer", heading: placesTitle },
                ...places.map((_, index) => ({ key: String(index), heading: number(index + 1), numeric: true })),
                { key: "none", heading: t("forms:ranking.none"), numeric: true },
              ],
              rows: places.map(({ id, counts }) => ({
                key: id,
                cells: [names.get(id), ...counts.map((count) => number(count)), number(base - counts.reduce((sum, count) => sum + count, 0))],
              })),
            }
          : { columns, rows: bars.map(({ id, count }) => ({ key: id, cells: [names.get(id), number(count), share(count, base)] })) }
      }
    >
      {result.question.type === "several-choices" && <p className="govuk-body govuk-hint">{t("office:results.several")}</p>}
    </BarChart>
  );
}
