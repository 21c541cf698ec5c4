// Those who answered an equality question beside everybody, group by group.
import { within } from "#app/forms/wording.ts";
import { confidential } from "#app/disclosure/published-table.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { RepresentedEquality } from "../equality-representation.ts";

type EqualityRepresentedProps = { title: Text; represented: RepresentedEquality; margin: { area: string; source: string; asOf: string }; set: { number: number } };

export function EqualityRepresented({ title, represented: { base, groups }, margin: { area, source, asOf }, set }: EqualityRepresentedProps) {
  const words = useWords();
  const { t, number, share, date } = words;
  const heading = t("tables:represented.heading", { question: within(title, words) });
  return (
    <section>
      <h3 className="govuk-heading-s">{heading}</h3>
      <p className="govuk-body">
        {base === null ? t("equality:base-hidden") : t("equality:base", { set: number(set.number), base: number(base) })} {t("tables:represented.reference", { area, source, date: date(asOf) })}
      </p>
      <Table
        caption={heading}
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
        rows={groups.map(({ id, name, count, reference, share: one }) => ({
          key: id,
          cells: [
            <InLanguage key="name" text={name} />,
            count === null ? confidential : number(count),
            one ? share(one.interval.share, 1) : "",
            share(reference, 1),
            one?.index != null ? number(Math.round(one.index)) : "",
            one ? t("tables:range", { low: share(one.interval.low, 1), high: share(one.interval.high, 1) }) : "",
            one?.isUnder ? <Tag key="under" colour="yellow">{t("tables:represented.under")}</Tag> : "",
          ],
        }))}
      />
    </section>
  );
}
