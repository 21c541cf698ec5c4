import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { AnalysisSet } from "../analysis-set.ts";
import { setPath } from "../paths.ts";

type SetTableProps = { partnership: { slug: string }; consultation: { id: string }; sets: readonly AnalysisSet[] };

/** Every set with its moment and how many are in it. */
export function SetTable({ partnership, consultation, sets }: SetTableProps) {
  const { t, number, instant } = useWords();
  return (
    <Table
      caption={t("analysis:sets.caption")}
      stacks
      columns={[
        { key: "set", heading: t("analysis:column.set") },
        { key: "moment", heading: t("analysis:column.moment") },
        { key: "included", heading: t("analysis:column.included"), numeric: true },
        { key: "excluded", heading: t("analysis:column.excluded"), numeric: true },
        { key: "reason", heading: t("analysis:column.reason") },
      ]}
      rows={sets.map((set) => ({
        key: set.id,
        cells: [
          <PageLink key="set" to={setPath(partnership, consultation, set)}>
            {t("analysis:set.name", { set: number(set.number) })}
          </PageLink>,
          set.frozenAt ? instant(set.frozenAt) : "",
          number(set.included),
          number(set.excluded),
          set.reason === null ? t("analysis:sets.first") : <bdi>{set.reason}</bdi>,
        ],
      }))}
    />
  );
}
