import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { CodeAgreement, Judged } from "../code-agreement.ts";
import type { CodeMeasured } from "../outside-model.ts";
import { Alpha, Kappa } from "./agreement-figures.tsx";

type ModelFiguresProps = { all: Judged; codes: readonly (CodeAgreement & CodeMeasured & { name: string })[]; set: number };

/** How far a model outside agrees with people, of all codes and of each, as that of a coder is told. */
export function ModelFigures({ all, codes, set }: ModelFiguresProps) {
  const { t, number, share } = useWords();
  const percent = (value: number | null) => (value === null ? t("agreement:none.dash") : share(value, 1));
  return (
    <>
      <h2 className="govuk-heading-m">{t("outside:measured.heading")}</h2>
      <p className="govuk-body">{t("outside:measured.lead")}</p>
      <SummaryList
        rows={[
          { key: "texts", label: t("outside:measured.texts"), value: number(all.texts) },
          { key: "alpha", label: t("agreement:column.alpha"), value: <Alpha judged={all} /> },
          { key: "kappa", label: t("agreement:column.kappa"), value: <Kappa judged={all} /> },
          { key: "raw", label: t("agreement:column.raw"), value: all.isEnough ? percent(all.raw) : t("agreement:none.dash") },
        ]}
      />
      {all.texts > 0 && (
        <Table
          caption={t("outside:measured.caption", { set: number(set), texts: number(all.texts) })}
          stacks
          columns={[
            { key: "code", heading: t("agreement:column.code") },
            { key: "alpha", heading: t("agreement:column.alpha") },
            { key: "kappa", heading: t("agreement:column.kappa") },
            { key: "raw", heading: t("agreement:column.raw"), numeric: true },
            { key: "suggested", heading: t("outside:measured.by-model"), numeric: true },
            { key: "carrying", heading: t("outside:measured.by-people"), numeric: true },
            { key: "precision", heading: t("suggestions:measure.precision"), numeric: true },
            { key: "recall", heading: t("suggestions:measure.recall"), numeric: true },
          ]}
          rows={codes.map((code) => ({
            key: code.codeId,
            cells: [
              <bdi key="code">{code.name}</bdi>,
              code.isKnown ? <Alpha key="alpha" judged={code} /> : t("outside:measured.unknown"),
              code.isKnown ? <Kappa key="kappa" judged={code} /> : t("agreement:none.dash"),
              code.isEnough ? percent(code.raw) : t("agreement:none.dash"),
              number(code.suggested),
              number(code.carrying),
              percent(code.precision),
              percent(code.recall),
            ],
          }))}
        />
      )}
    </>
  );
}
