import type { BodyHealth } from "#app/bodies/structure-health.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type NamedBody = { id: string; name: Text; path: string };

/** The name of a body, leading to its page. */
export function BodyName({ id, named }: { id: string; named: readonly NamedBody[] }) {
  const body = named.find((one) => one.id === id);
  if (!body) return null;
  return (
    <PageLink to={body.path}>
      <InLanguage text={body.name} />
    </PageLink>
  );
}

/** Seats to be filled, terms that end soon and what is not said yet, body by body. */
export function BodiesReport({ bodies, named }: { bodies: readonly BodyHealth[]; named: readonly NamedBody[] }) {
  const { t, date, number } = useWords();
  return (
    <Table
      caption={t("structure:health.bodies")}
      stacks
      columns={[
        { key: "body", heading: t("structure:table.body") },
        { key: "held", heading: t("structure:table.held") },
        { key: "vacant", heading: t("structure:table.vacant") },
        { key: "ending", heading: t("structure:table.ending") },
        { key: "lacks", heading: t("structure:table.lacks") },
      ]}
      rows={bodies.map(({ id, counts, ending, lacks }) => ({
        key: id,
        cells: [
          <BodyName key="name" id={id} named={named} />,
          counts ? t("structure:count-of", { count: number(counts.held), of: number(counts.held + counts.vacant) }) : t("structure:not-said"),
          !counts ? "–" : counts.vacant === 0 ? number(0) : <Tag colour="yellow">{t("structure:health.vacant", { count: counts.vacant, seats: number(counts.vacant) })}</Tag>,
          ending ? t("structure:health.ending", { count: ending.of, ending: number(ending.count), of: number(ending.of), date: date(ending.firstOn) }) : "–",
          lacks.length === 0 ? "–" : (
            <ul className="govuk-list">
              {lacks.map((lack) => (
                <li key={lack}>{t(`structure:lacks.${lack}`)}</li>
              ))}
            </ul>
          ),
        ],
      }))}
    />
  );
}
