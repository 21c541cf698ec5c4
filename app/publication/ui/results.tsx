// Results as everybody reads them, and as they are previewed: the same drawing for both.
import { Fragment } from "react";
import { confidential } from "#app/disclosure/published-table.ts";
import { shownShare } from "#app/disclosure/share.ts";
import { dayOf } from "#app/shared/dates.ts";
import { formatList } from "#app/shared/formats.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { cellText, hidesSomething, roundsSomething, type PublishedResults, type ShownCross, type ShownTable } from "../published-results.ts";

const cellWords = ({ t, number }: Words) => ({ number, percent: (percent: string) => t("publication:percent", { percent }) });

export function Results({ results }: { results: PublishedResults }) {
  const { t, number, date, instant } = useWords();
  const { set, frozenAt, responses, excluded, versions, questions, groups, notPublished } = results;
  return (
    <>
      <p className="govuk-body">{t("publication:responses", { count: responses, number: number(responses) })}</p>
      {set !== null && <p className="govuk-body">{t("publication:from-set", { set: number(set), at: instant(new Date(frozenAt)) })}</p>}
      <p className="govuk-body">{t("publication:no-poll")}</p>
      {versions.length > 1 && (
        <>
          <p className="govuk-body">{t("versions:published.lead")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {versions.map((version) => (
              <li key={version.number}>{t("versions:public.since", { version: number(version.number), date: date(dayOf(new Date(version.since))) })}</li>
            ))}
          </ul>
        </>
      )}
      {hidesSomething(results) && <p className="govuk-body">{t("publication:confidential", { mark: confidential })}</p>}
      {roundsSomething(results) && <p className="govuk-body">{t("publication:rounded")}</p>}
      {excluded > 0 && <p className="govuk-body">{t("publication:excluded", { count: excluded, number: number(excluded) })}</p>}
      {notPublished > 0 && <p className="govuk-body">{t("publication:not-published", { count: notPublished, number: number(notPublished) })}</p>}
      {groups.length > 0 && (
        <section aria-labelledby="who">
          <h2 className="govuk-heading-m" id="who">
            {t("publication:who")}
          </h2>
          {groups.map((group) => (
            <PublishedTable key={group.key} table={group} />
          ))}
        </section>
      )}
      {questions.map((question, index) => (
        <Fragment key={question.key}>
          {!isSame(questions[index - 1]?.section, question.section) && textIn(question.section, "en").text !== "" && (
            <h2 className="govuk-heading-m">
              <InLanguage text={question.section} />
            </h2>
          )}
          <PublishedTable
            table={question}
            askedIn={question.versions.length < versions.length ? question.versions : []}
            isContinued={questions[index - 1]?.about != null && isSame(questions[index - 1]?.label, question.label)}
          />
        </Fragment>
      ))}
    </>
  );
}

const isSame = (one: Text | undefined, other: Text) => JSON.stringify(one) === JSON.stringify(other);

type PublishedTableProps = {
  table: ShownTable;
  /** The versions of the questions that asked it, where not all did. */
  askedIn?: readonly number[];
  /** Whether the same question stands above with another of the things it asks about. */
  isContinued?: boolean;
  /** Whether the tables by group are seen at once. */
  isOpen?: boolean;
};

/** One question or group: who answered, its chart with the table behind it, and the tables by group. */
export function PublishedTable({ table, askedIn = [], isContinued = false, isOpen = false }: PublishedTableProps) {
  const words = useWords();
  const { t, number, language } = words;
  const { base, rows, of, order, isSeveral, by, about, label } = table;
  const counted = base === null ? confidential : number(base);
  const figureOf = (count: number | null) => {
    if (count === null) return confidential;
    const share = shownShare(count, base);
    const percent = share && t("publication:percent", { percent: number(share.percent, share.decimals) });
    return percent === null ? t("publication:figure-alone", { number: number(count), base: counted }) : t("office:figure", { number: number(count), base: counted, share: percent });
  };
  const description = base === null ? t("publication:base-hidden") : t(`office:results.of.${of}`, { base: counted });
  const id = `result-${table.key.replace(/[^\w-]/g, "-")}`;
  return (
    <section className="question-result" aria-labelledby={isContinued ? undefined : id}>
      {!isContinued && (
        <h3 className="govuk-heading-s" id={id}>
          {table.number !== null && `${t("forms:numbered", { number: table.number })} `}
          <InLanguage text={label} />
        </h3>
      )}
      {!isContinued && askedIn.length > 0 && (
        <p className="govuk-body">{t("versions:published.only", { versions: formatList(language, askedIn.map((version) => number(version))) })}</p>
      )}
      {base === 0 ? (
        <p className="govuk-body">{t("publication:nobody")}</p>
      ) : (
        <BarChart
          title={<InLanguage text={about ?? label} />}
          hides={about ? "nothing" : "title"}
          description={description}
          full={base ?? 0}
          order={order}
          bars={rows.map((row) => ({ key: row.id, label: <InLanguage text={row.name} />, value: row.count ?? 0, figure: figureOf(row.count) }))}
          table={{
            columns: [
              { key: "answer", heading: t("office:results.answer") },
              { key: "count", heading: t("office:results.counted.answered"), numeric: true },
              { key: "share", heading: t("publication:share-of", { base: counted }), numeric: true },
            ],
            rows: rows.map((row) => {
              const share = shownShare(row.count, base);
              const percent = share === null ? (row.count === null ? confidential : t("publication:no-share")) : t("publication:percent", { percent: number(share.percent, share.decimals) });
              return { key: row.id, cells: [<InLanguage key="name" text={row.name} />, row.count === null ? confidential : number(row.count), percent] };
            }),
          }}
        >
          {isSeveral && <p className="govuk-body govuk-hint">{t("office:results.several")}</p>}
        </BarChart>
      )}
      {by.map((cross) => (
        <CrossTable key={cross.group} {...{ table, cross, isOpen }} />
      ))}
    </section>
  );
}

function CrossTable({ table, cross, isOpen }: { table: ShownTable; cross: ShownCross; isOpen: boolean }) {
  const words = useWords();
  const { t, number, language } = words;
  const cells = cellWords(words);
  const group = textIn(cross.name, language).text;
  const base = cross.base === null ? confidential : number(cross.base);
  return (
    <Details
      open={isOpen}
      summary={
        <>
          {t("publication:by", { group })}
          <span className="govuk-visually-hidden">
            {": "}
            <InLanguage text={table.about ?? table.label} />
          </span>
        </>
      }
    >
      <p className="govuk-body">{t("publication:cross-base", { base })}</p>
      {cross.isRounded && <p className="govuk-body govuk-hint">{t("publication:cross-rounded")}</p>}
      <Table
        caption={t("publication:by", { group })}
        captionSize="hidden"
        columns={[
          { key: "answer", heading: t("office:results.answer") },
          ...cross.columns.map(({ id, name }) => ({ key: `c-${id}`, heading: <InLanguage text={name} />, numeric: true })),
          { key: "all", heading: t("publication:all"), numeric: true },
        ]}
        rows={[
          ...cross.rows.map(({ id, name, count, counts }) => ({
            key: `r-${id}`,
            cells: [
              <InLanguage key="name" text={name} />,
              ...cross.columns.map((column, place) => cellText(counts[place] ?? null, column.count, cells)),
              cellText(count, cross.base, cells),
            ],
          })),
          {
            key: "base",
            cells: [t("publication:answered"), ...cross.columns.map(({ count }) => cellText(count, null, cells)), base],
          },
        ]}
      />
    </Details>
  );
}
