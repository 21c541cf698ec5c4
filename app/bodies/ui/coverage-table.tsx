// Whom a version of seats provides for, of those that a partnership is advised to have, and whom it does not: said as advice.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Covered } from "../coverage.ts";

type Props = { covered: readonly Covered[]; lines: readonly { id: string; holder: Text }[] };

export function CoverageTable({ covered, lines }: Props) {
  const { t } = useWords();
  const holders = (ids: readonly string[]) => lines.filter(({ id }) => ids.includes(id)).map(({ holder }) => holder);
  const told = ({ by, maybe, unnamed }: Covered) => (
    <>
      {by.length > 0 && <Names texts={holders(by)} />}
      {by.length === 0 && maybe.length === 0 && <span className="govuk-!-display-block">{t("seats:coverage.none")}</span>}
      {maybe.length > 0 && (
        <>
          <span className="govuk-!-display-block">{t("seats:coverage.maybe")}</span>
          <Names texts={holders(maybe)} />
        </>
      )}
      {by.length > 0 && unnamed.length > 0 && (
        <>
          <span className="govuk-!-display-block">{t("seats:coverage.leads-missing")}</span>
          <Names texts={unnamed} />
        </>
      )}
    </>
  );
  return (
    <>
      <p className="govuk-body">{t("seats:coverage.lead")}</p>
      <Table
        caption={t("seats:coverage.title")}
        captionSize="hidden"
        stacks
        columns={[
          { key: "kind", heading: t("seats:coverage.column.kind") },
          { key: "lines", heading: t("seats:coverage.column.lines") },
        ]}
        rows={covered.map((one) => ({ key: one.kind, cells: [t(`seats:coverage.kind.${one.kind}`), told(one)] }))}
      />
    </>
  );
}

function Names({ texts }: { texts: readonly Text[] }) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-1">
      {texts.map((text, index) => (
        <li key={index}>
          <InLanguage text={text} />
        </li>
      ))}
    </ul>
  );
}
