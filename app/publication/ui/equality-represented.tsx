// Those who answered an equality question beside everybody, group by group.
import { within } from "#app/forms/wording.ts";
import { confidential } from "#app/disclosure/published-table.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { RepresentedTable } from "#app/shared/ui/represented-table.tsx";
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
      <RepresentedTable
        caption={heading}
        groups={groups.map(({ name, count, ...group }) => ({ ...group, name: <InLanguage key="name" text={name} />, count: count === null ? confidential : number(count), own: group.share ? share(group.share.interval.share, 1) : "" }))}
      />
    </section>
  );
}
