import type { StructureHealth } from "#app/bodies/structure-health.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { BodyName, type NamedBody } from "./bodies-report.tsx";

type Props = { health: StructureHealth; named: readonly NamedBody[]; organisations: readonly { id: string; name: Text }[] };

// Local policy: whoever looks over a structure sees the strongest overlaps, not each of hundreds.
const mostOverlaps = 50;

/** Bodies that may be doing the same, organisations whose areas are not those of the body, themes that nobody looks after. */
export function GapsReport({ health, named, organisations }: Props) {
  const { t, number } = useWords();
  const mismatches = health.bodies.flatMap(({ id, mismatches: own }) => own.map((one) => ({ bodyId: id, ...one })));
  return (
    <>
      <h2 className="govuk-heading-m">{t("structure:overlap.title")}</h2>
      <p className="govuk-body">{t("structure:overlap.text")}</p>
      {health.overlaps.length === 0 ? (
        <p className="govuk-body">{t("structure:overlap.none")}</p>
      ) : (
        <Table
          caption={t("structure:overlap.count", { count: health.overlaps.length, pairs: number(health.overlaps.length), shown: number(Math.min(mostOverlaps, health.overlaps.length)) })}
          captionSize="s"
          stacks
          columns={[
            { key: "one", heading: t("structure:table.body") },
            { key: "other", heading: t("structure:overlap.other") },
            { key: "people", heading: t("structure:overlap.people") },
            { key: "themes", heading: t("structure:overlap.themes") },
            { key: "areas", heading: t("structure:overlap.areas") },
          ]}
          rows={health.overlaps.slice(0, mostOverlaps).map(({ one, other, people, ofPeople, themes, areas }) => ({
            key: `${one} ${other}`,
            cells: [
              <BodyName key="one" id={one} named={named} />,
              <BodyName key="other" id={other} named={named} />,
              t("structure:overlap.of-people", { count: ofPeople, people: number(people), of: number(ofPeople) }),
              themes.length === 0 ? "–" : themes.map((theme) => t(`bodies:theme.${theme}`)).join(" · "),
              areas === null ? t("structure:overlap.whole") : areas.length === 0 ? "–" : <bdi>{areas.join(" · ")}</bdi>,
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("structure:mismatch.title")}</h2>
      {mismatches.length === 0 ? (
        <p className="govuk-body">{t("structure:mismatch.none")}</p>
      ) : (
        <Table
          caption={t("structure:mismatch.title")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "organisation", heading: t("structure:mismatch.organisation") },
            { key: "body", heading: t("structure:table.body") },
            { key: "missing", heading: t("structure:mismatch.missing") },
            { key: "beyond", heading: t("structure:mismatch.beyond") },
          ]}
          rows={mismatches.map(({ bodyId, organisationId, missing, beyond }) => ({
            key: `${bodyId} ${organisationId}`,
            cells: [
              <InLanguage key="name" text={organisations.find(({ id }) => id === organisationId)?.name} />,
              <BodyName key="body" id={bodyId} named={named} />,
              missing.length === 0 ? "–" : <bdi>{missing.join(" · ")}</bdi>,
              beyond.length === 0 ? "–" : <bdi>{beyond.join(" · ")}</bdi>,
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("structure:theme.title")}</h2>
      <p className="govuk-body">{t("structure:theme.text")}</p>
      <Table
        caption={t("structure:theme.title")}
        captionSize="hidden"
        stacks
        columns={[
          { key: "theme", heading: t("structure:theme.theme") },
          { key: "owners", heading: t("structure:theme.owners") },
          { key: "kept", heading: t("structure:theme.kept") },
        ]}
        rows={health.themes.map(({ theme, owners, keptInMindBy }) => ({
          key: theme,
          cells: [
            t(`bodies:theme.${theme}`),
            owners.length === 0 ? <Tag colour="red">{t("structure:theme.nobody")}</Tag> : <Names ids={owners} named={named} />,
            keptInMindBy.length === 0 ? "–" : <Names ids={keptInMindBy} named={named} />,
          ],
        }))}
      />
    </>
  );
}

function Names({ ids, named }: { ids: readonly string[]; named: readonly NamedBody[] }) {
  return (
    <ul className="govuk-list">
      {ids.map((id) => (
        <li key={id}>
          <BodyName id={id} named={named} />
        </li>
      ))}
    </ul>
  );
}
