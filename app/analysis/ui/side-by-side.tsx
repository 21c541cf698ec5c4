// What each of two readers gave to a text: a line for each code, with the words it was put on.
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { CodeGiven, Given } from "../settling.ts";

export function SideBySide({ given, readers }: { given: readonly CodeGiven[]; readers: readonly [string, string] }) {
  const { t } = useWords();
  return (
    <Table
      caption={t("differences:one.caption")}
      stacks
      columns={[
        { key: "code", heading: t("agreement:column.code") },
        { key: "first", heading: <bdi>{readers[0]}</bdi> },
        { key: "second", heading: <bdi>{readers[1]}</bdi> },
      ]}
      rows={given.map(({ codeId, name, first, second }) => ({ key: codeId, cells: [<bdi key="code">{name}</bdi>, <Places key="first" given={first} />, <Places key="second" given={second} />] }))}
    />
  );
}

function Places({ given }: { given: readonly Given[] }) {
  const { t } = useWords();
  if (given.length === 0) return <>{t("differences:one.not-given")}</>;
  return (
    <>
      {given.map(({ words, stance }, index) => (
        <span key={index} className="side-by-side__place">
          {words === null ? t("differences:one.whole") : <q dir="auto">{words}</q>} {stance !== null && t(`differences:stance.${stance}`)}
        </span>
      ))}
    </>
  );
}
