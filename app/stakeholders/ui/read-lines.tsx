// What a pasted list says: which columns were recognised, the first of those who can be taken, the lines that cannot, and who is there already.
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { languageNames } from "#app/shared/languages.ts";
import type { Pasted } from "../pasted.ts";
import { useStakeholderProblems } from "./use-problems.tsx";

type ReadLinesProps = Pick<Pasted, "columns" | "hasHeadings" | "mistakes" | "repeats"> & {
  lines: number;
  people: number;
  first: Pasted["read"];
  mistaken: number;
  repeated: number;
  foreseen: { added: number; known: number; listed: number; filled: number; differs: unknown[] };
  mostShown: number;
};

export function ReadLines({ columns, hasHeadings, mistakes, repeats, lines, people, first, mistaken, repeated, foreseen, mostShown }: ReadLinesProps) {
  const { t, number } = useWords();
  const say = useStakeholderProblems();
  const more = (count: number) => count > mostShown && <p className="govuk-body">{t("stakeholders:add.more", { shown: number(mostShown), number: number(count) })}</p>;
  return (
    <>
      <SummaryList
        rows={[
          { key: "lines", label: t("stakeholders:add.lines"), value: number(lines) },
          { key: "added", label: t("stakeholders:add.new"), value: number(foreseen.added) },
          { key: "known", label: t("stakeholders:add.known"), value: t("stakeholders:add.known-of", { number: number(foreseen.known), listed: number(foreseen.listed) }) },
          { key: "repeated", label: t("stakeholders:add.repeated"), value: number(repeated) },
          { key: "mistaken", label: t("stakeholders:add.mistaken"), value: number(mistaken) },
        ]}
      />
      {foreseen.filled > 0 && <p className="govuk-body">{t("stakeholders:add.filled", { count: foreseen.filled, number: number(foreseen.filled) })}</p>}
      {foreseen.differs.length > 0 && <p className="govuk-body">{t("stakeholders:add.differs", { count: foreseen.differs.length, number: number(foreseen.differs.length) })}</p>}
      {mistaken > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("stakeholders:add.mistakes")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {mistakes.map(({ line, says, problems }) => (
              <li key={line}>
                <bdi>{says}</bdi>
                <br />
                {t("stakeholders:add.line", { line: number(line), says: problems.map(say).join("; ") })}
              </li>
            ))}
          </ul>
          {more(mistaken)}
        </>
      )}
      {repeated > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("stakeholders:add.repeats")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {repeats.map(({ line, of, differs }) => (
              <li key={line}>
                {differs.length === 0
                  ? t("stakeholders:add.repeat", { line: number(line), of: number(of) })
                  : t("stakeholders:add.repeat-differs", { line: number(line), of: number(of), fields: differs.map((field) => t(`stakeholders:field.${field}`)).join(", ") })}
              </li>
            ))}
          </ul>
          {more(repeated)}
        </>
      )}
      <h2 className="govuk-heading-m">{t("stakeholders:add.understood")}</h2>
      {hasHeadings ? (
        <ul className="govuk-list govuk-list--bullet">
          {columns.map(({ heading, meaning }, index) => (
            <li key={index}>
              {meaning === null ? t("stakeholders:add.not-used", { heading }) : t("stakeholders:add.column", { heading, field: t(`stakeholders:meaning.${meaning}`) })}
            </li>
          ))}
        </ul>
      ) : (
        <InsetText>{t("stakeholders:add.no-headings")}</InsetText>
      )}
      {first.length > 0 && (
        <Table
          caption={t("stakeholders:add.first", { count: first.length, number: number(first.length), all: number(people) })}
          captionSize="s"
          stacks
          rowsAreNamed={false}
          columns={(["name", "organisation", "email", "telephone", "post", "language"] as const).map((field) => ({ key: field, heading: t(`stakeholders:field.${field}`) }))}
          rows={first.map(({ line, head }) => ({
            key: String(line),
            cells: [head.name, head.organisation, head.email ?? "", head.telephone ?? "", head.post ?? "", languageNames[head.language]].map((text, index) => <bdi key={index}>{text}</bdi>),
          }))}
        />
      )}
      {people === 0 && <WarningText>{t("stakeholders:add.problem.nobody")}</WarningText>}
    </>
  );
}
