// What a roll says: which columns were recognised, who is new or known, the lines that cannot be taken and those that repeat another.
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import type { Roll, RollColumn, RollMistake } from "../roll-file.ts";

type RollReadProps = Pick<Roll, "columns" | "repeats"> & {
  mistakes: Pick<RollMistake, "line" | "says" | "problems">[];
  lines: number;
  organisations: number;
  mistaken: number;
  repeated: number;
  foreseen: { organisations: number; members: number; known: number; left: number; filled: number; differs: { organisation: string; columns: RollColumn[] }[] };
  mostShown: number;
};

export function RollRead({ columns, repeats, mistakes, lines, organisations, mistaken, repeated, foreseen, mostShown }: RollReadProps) {
  const { t, number, several } = useWords();
  const named = (all: readonly RollColumn[]) => several(all.map((column) => t(`networks:roll.column.${column}`)));
  const more = (count: number) => count > mostShown && <p className="govuk-body">{t("networks:roll.more", { shown: number(mostShown), number: number(count) })}</p>;
  const counted = { lines, members: foreseen.members, organisations: foreseen.organisations, known: foreseen.known, filled: foreseen.filled, left: foreseen.left, repeated, mistaken };
  return (
    <>
      <SummaryList rows={Object.entries(counted).map(([key, count]) => ({ key, label: t(`networks:roll.count.${key}`), value: number(count) }))} />
      {organisations === 0 && <WarningText>{t("networks:roll.refused.nobody")}</WarningText>}
      {mistaken > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("networks:roll.mistakes")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {mistakes.map(({ line, says, problems }) => (
              <li key={line}>
                <bdi>{says}</bdi>
                <br />
                {t("networks:roll.line", { line: number(line), says: several(problems.map(({ column, code }) => t(`networks:roll.problem.${code}`, { column: t(`networks:roll.column.${column}`) }))) })}
              </li>
            ))}
          </ul>
          {more(mistaken)}
        </>
      )}
      {repeated > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("networks:roll.repeats")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {repeats.map(({ line, of, differs }) => (
              <li key={line}>{t(differs.length === 0 ? "networks:roll.repeat" : "networks:roll.repeat-differs", { line: number(line), of: number(of), columns: named(differs) })}</li>
            ))}
          </ul>
          {more(repeated)}
        </>
      )}
      {foreseen.differs.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("networks:roll.differs")}</h2>
          <p className="govuk-body">{t("networks:roll.differs-text")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {foreseen.differs.slice(0, mostShown).map(({ organisation, columns: all }) => (
              <li key={organisation}>
                <bdi>{organisation}</bdi>: {named(all)}
              </li>
            ))}
          </ul>
          {more(foreseen.differs.length)}
        </>
      )}
      <h2 className="govuk-heading-m">{t("networks:roll.understood")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {columns.map(({ heading, column }, index) => (
          <li key={index}>{column === null ? t("networks:roll.not-used", { heading }) : t("networks:roll.as", { heading, column: t(`networks:roll.column.${column}`) })}</li>
        ))}
      </ul>
    </>
  );
}
