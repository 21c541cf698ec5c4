// Those who answered beside everybody, group by group.
import { RepresentedTable } from "#app/shared/ui/represented-table.tsx";
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
      <RepresentedTable
        caption={t("tables:represented.heading", { question: title })}
        groups={groups.map(({ name, count, ...group }) => ({ ...group, name: <NamedAnswer key="name" name={name} />, count: number(count), own: group.share ? share(count, base) : "" }))}
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
