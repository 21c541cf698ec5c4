// Those who answered beside everybody, group by group.
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Margin } from "../margin.ts";
import type { Representation } from "../representation.ts";
import { fewestForShares } from "../set-table.ts";
import { NamedAnswer } from "./answer-bars.tsx";

type RepresentedProps = { title: string; margin: Margin; of: Representation; set: { number: number }; note: string | null };

export function Represented({ title, margin, of, set, note }: RepresentedProps) {
  const { t, number, share, date } = useWords();
  const { groups, base, elsewhere, blank } = of;
  const under = groups.filter(({ share: one }) => one?.isUnder).length;
  return (
    <section>
      <h2 className="govuk-heading-m">{t("tables:represented.heading", { question: title })}</h2>
      <p className="govuk-body">
        {t("tables:represented.from", { set: number(set.number), base: number(base) })} {t("tables:represented.reference", { area: margin.area, source: margin.source, date: date(margin.asOf) })} {note}
      </p>
      <p className="govuk-body">{base < fewestForShares ? t("tables:few", { fewest: number(fewestForShares) }) : t("tables:represented.under-count", { under: number(under), groups: number(groups.length) })}</p>
      <Table
        caption={t("tables:represented.heading", { question: title })}
        captionSize="hidden"
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
            <NamedAnswer key="name" name={name} />,
            number(count),
            one ? share(count, base) : "",
            share(reference, 1),
            one?.index != null ? number(Math.round(one.index)) : "",
            one ? t("tables:range", { low: share(one.interval.low, 1), high: share(one.interval.high, 1) }) : "",
            one?.isUnder ? <Tag key="under" colour="yellow">{t("tables:represented.under")}</Tag> : "",
          ],
        }))}
      />
      <p className="govuk-body">{t("tables:represented.apart", { blank: number(blank), elsewhere: number(elsewhere.reduce((sum, { count }) => sum + count, 0)) })}</p>
      {elsewhere.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {elsewhere.map(({ id, name, count }) => (
            <li key={id}>
              <NamedAnswer name={name} /> – {number(count)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
