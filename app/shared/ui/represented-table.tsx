import type { ReactNode } from "react";
import { Table } from "./table.tsx";
import { Tag } from "./tag.tsx";
import { useWords } from "./words.tsx";

type RepresentedTableProps = {
  caption: string;
  groups: readonly {
    id: string;
    name: ReactNode;
    /** How many, and which share of those who answered, as they may be shown. */
    count: string;
    own: string;
    /** Which share of everybody. */
    reference: number;
    share: { interval: { low: number; high: number }; index: number | null; isUnder: boolean } | null;
  }[];
};

/** Those who answered beside everybody, group by group. [DOMAIN B11] */
export function RepresentedTable({ caption, groups }: RepresentedTableProps) {
  const { t, number, share } = useWords();
  return (
    <Table
      caption={caption}
      captionSize="hidden"
      stacks
      columns={[
        { key: "group", heading: t("tables:margins.column.group") },
        { key: "count", heading: t("tables:column.count"), numeric: true },
        { key: "share", heading: t("tables:represented.share"), numeric: true },
        { key: "reference", heading: t("tables:represented.everybody"), numeric: true },
        { key: "index", heading: t("tables:represented.index"), numeric: true },
        { key: "range", heading: t("tables:represented.range"), numeric: true },
        { key: "under", heading: t("tables:represented.says") },
      ]}
      rows={groups.map(({ id, name, count, own, reference, share: one }) => ({
        key: id,
        cells: [
          name,
          count,
          own,
          share(reference, 1),
          one?.index != null ? number(Math.round(one.index)) : "",
          one ? t("tables:range", { low: share(one.interval.low, 1), high: share(one.interval.high, 1) }) : "",
          one?.isUnder ? <Tag key="under" colour="yellow">{t("tables:represented.under")}</Tag> : "",
        ],
      }))}
    />
  );
}
