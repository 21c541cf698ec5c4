// When the file of each election that is over goes, and what holds it.
import type { KeepingClock } from "#app/elections/keeping.ts";
import { officeElectionPath } from "#app/elections/paths.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { holdElectionPath } from "../paths.ts";

export type ShownElection = { id: string; title: Text; clock: KeepingClock | null; until: string | null; count: number; isChallenged: boolean; isHeld: boolean; isAwaited: boolean; destroyedOn: string | null };

export function ElectionClocks({ partnership, elections }: { partnership: { slug: string }; elections: readonly ShownElection[] }) {
  const { t, number, date } = useWords();
  if (elections.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">{t("privacy:election-clock.title")}</h2>
        <p className="govuk-body">{t("privacy:election-clock.empty")}</p>
      </>
    );
  }
  const file = ({ until, count, destroyedOn }: ShownElection) =>
    destroyedOn !== null ? t("privacy:election-clock.destroyed", { date: date(destroyedOn) }) : until === null ? "" : t("privacy:election-clock.until", { date: date(until), count, number: number(count) });
  return (
    <Table
      caption={t("privacy:election-clock.title")}
      stacks
      columns={[
        { key: "election", heading: t("privacy:election-clock.election") },
        { key: "from", heading: t("privacy:clock.from") },
        { key: "file", heading: t("privacy:election-clock.file") },
        { key: "hold", heading: t("privacy:clock.hold") },
      ]}
      rows={elections.map((one) => ({
        key: one.id,
        cells: [
          <PageLink key="title" to={officeElectionPath(partnership, one, "kept")}>
            <InLanguage text={one.title} />
          </PageLink>,
          one.clock ? t(`results:kept.from.${one.clock.from}`, { date: date(one.clock.on) }) : "",
          file(one),
          one.destroyedOn !== null ? (
            ""
          ) : (
            <span key="hold">
              {one.isChallenged && <Tag colour="yellow">{t("privacy:election-clock.challenged")}</Tag>} {one.isAwaited && <Tag colour="yellow">{t("privacy:election-clock.awaited")}</Tag>} {one.isHeld && <Tag colour="yellow">{t("privacy:clock.held")}</Tag>}{" "}
              <PageLink to={holdElectionPath(partnership, one)}>{t(one.isHeld ? "privacy:clock.lift" : "privacy:clock.place")}</PageLink>
            </span>
          ),
        ],
      }))}
    />
  );
}
