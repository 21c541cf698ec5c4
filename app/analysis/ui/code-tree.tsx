import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Way } from "#app/shared/way.ts";
import type { Level } from "../code.ts";

export type TreeRow = {
  id: string;
  name: Text;
  definition: Text;
  level: Level;
  isCrossCutting: boolean;
  isEquality: boolean;
  to: string;
  /** Answers that carry it or one under it; null where there is no set. */
  count: number | null;
  ways: readonly Way[];
};

type CodeTreeProps = { caption: string; rows: readonly TreeRow[]; coded: number; moved?: { id: string; way: Way } | null };

/** The codes of a codeframe under one another, with how many answers carry each. */
export function CodeTree({ caption, rows, coded, moved = null }: CodeTreeProps) {
  const { t, number, language } = useWords();
  const share = (count: number) => (coded === 0 ? "" : t("codeframe:share", { share: number((100 * count) / coded, 1) }));
  return (
    <form method="post" noValidate>
      <Table
        caption={caption}
        stacks
        rowsAreNamed
        columns={[
          { key: "code", heading: t("codeframe:column.code") },
          { key: "definition", heading: t("codeframe:column.definition") },
          { key: "count", heading: t("codeframe:column.answers"), numeric: true },
          { key: "order", heading: t("codeframe:column.order") },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <div key="code" id={`code-${row.id}`} className={`code-at-${row.level}`}>
              <span className="govuk-visually-hidden">{t(`codeframe:level.${row.level}`)}: </span>
              <PageLink to={row.to}>
                <InLanguage text={row.name} />
              </PageLink>
              {row.isCrossCutting && <Mark word={t("codeframe:mark.isCrossCutting")} />}
              {row.isEquality && <Mark word={t("codeframe:mark.isEquality")} />}
            </div>,
            <InLanguage key="definition" text={row.definition} />,
            row.count === null ? t("codeframe:frames.no-set") : `${number(row.count)} ${share(row.count)}`.trim(),
            row.ways.length === 0 ? null : (
              <StepButtons
                key="order"
                name={textIn(row.name, language).text}
                valueOf={(way) => `${way}:${row.id}`}
                mayGo={(way) => row.ways.includes(way)}
                moved={moved?.id === row.id ? moved.way : null}
              />
            ),
          ],
        }))}
      />
    </form>
  );
}

function Mark({ word }: { word: string }) {
  return (
    <>
      {" "}
      <Tag colour="grey">{word}</Tag>
    </>
  );
}
