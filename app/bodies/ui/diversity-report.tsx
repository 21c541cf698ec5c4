import { isApart } from "#app/bodies/diversity.ts";
import { confidential, type PublishedTable } from "#app/disclosure/published-table.ts";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Who sits on all bodies together by what they say of themselves, as far as it may be seen. */
export function DiversityReport({ asked, tables }: { asked: number; tables: readonly PublishedTable[] }) {
  const { t, number } = useWords();
  const shown = (count: number | null) => (count === null ? confidential : number(count));
  const answered = tables.filter(({ base }) => base !== 0);
  return (
    <>
      <h2 className="govuk-heading-m">{t("structure:diversity.report")}</h2>
      <p className="govuk-body">{t("structure:diversity.asked", { count: asked, asked: number(asked) })}</p>
      {answered.length === 0 && <p className="govuk-body">{t("structure:diversity.none")}</p>}
      {answered.length > 0 && <p className="govuk-body">{t("structure:diversity.rounded")}</p>}
      {answered.map(({ id, base, rows }) => (
        <Table
          key={id}
          caption={t(`consultations:equality.question.${id}.label`)}
          captionSize="s"
          columns={[
            { key: "option", heading: t("structure:diversity.option") },
            { key: "people", heading: t("structure:diversity.people", { of: shown(base) }), numeric: true },
          ]}
          rows={rows.map(({ value, all }) => ({
            key: value,
            cells: [isApart(value) ? t("consultations:equality.prefer-not-to-say") : t(`consultations:equality.question.${id}.${value}`), shown(all)],
          }))}
        />
      ))}
    </>
  );
}
