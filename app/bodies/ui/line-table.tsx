// The lines of a version of seats: for whom, how many, how they are filled and for how long.
import type { ReactNode } from "react";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Basis, SeatRange } from "../seat-scheme.ts";
import type { SeatSector } from "../sector.ts";

export type LineShown = {
  id: string;
  holder: Text;
  sector: SeatSector;
  basis: Basis;
  isWithin: boolean;
  range: SeatRange;
  isRest: boolean;
  poolSize: number | null;
  chosenBy: Text;
  reserves: readonly { least: number; criterion: Text }[];
  termInMonths: number;
  mostTerms: number;
  isVoting: boolean;
  isRequired: boolean;
};

export function SeatRangeText({ range: { least, most } }: { range: SeatRange }) {
  const { t, number } = useWords();
  if (most === null) return <>{t("seats:count.or-more", { least: number(least) })}</>;
  return <>{least === most ? number(least) : t("seats:count.between", { least: number(least), most: number(most) })}</>;
}

export function LineTable({ caption, lines, change }: { caption: string; lines: readonly LineShown[]; change?: (line: LineShown, index: number) => ReactNode }) {
  const { t, number } = useWords();
  const keys = ["holder", "count", "basis", "term", ...(change ? ["change"] : [])];
  return (
    <Table
      caption={caption}
      captionSize="s"
      stacks
      columns={keys.map((key) => ({ key, heading: t(`seats:column.${key}`) }))}
      rows={lines.map((line, index) => ({
        key: line.id,
        cells: [
          <span key="holder" id={line.id}>
            {line.isWithin && <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">{t("seats:line.within")}</span>}
            <InLanguage text={line.holder} />
            <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">{t(`bodies:sector.${line.sector}`)}</span>
          </span>,
          <>
            <SeatRangeText range={line.range} /> {line.isRest && t("seats:count.rest")}
            {line.poolSize !== null && <span className="govuk-!-display-block">{t("seats:count.pool", { size: number(line.poolSize) })}</span>}
          </>,
          <>
            {t(`bodies:basis.${line.basis}`)}
            {Object.keys(line.chosenBy).length > 0 && (
              <span className="govuk-!-display-block">
                <InLanguage text={line.chosenBy} />
              </span>
            )}
            {line.reserves.map(({ least, criterion }, at) => (
              <span key={at} className="govuk-!-display-block">
                {t("seats:line.kept-for", { least: number(least) })} <InLanguage text={criterion} />
              </span>
            ))}
          </>,
          <>
            {t("seats:line.term", { months: number(line.termInMonths), terms: number(line.mostTerms) })}
            {!line.isVoting && <span className="govuk-!-display-block">{t("seats:line.no-vote")}</span>}
            {line.isRequired && <span className="govuk-!-display-block">{t("seats:line.required")}</span>}
          </>,
          ...(change ? [change(line, index)] : []),
        ],
      }))}
    />
  );
}
