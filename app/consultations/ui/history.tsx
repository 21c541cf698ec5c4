import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import type { Happening } from "../history.ts";

type HistoryProps = {
  shown: readonly Happening[];
  isFirst: boolean;
  nextAfter: string | null;
  /** Where a page begins after the one named, or the first. */
  pathOf: (after: string | null) => string;
};

/** What happened to a consultation, who did it, when and why, the latest first, a page at a time. */
export function History({ shown, isFirst, nextAfter, pathOf }: HistoryProps) {
  const { t } = useWords();
  if (shown.length === 0) return <p className="govuk-body">{t("life:history.empty")}</p>;
  return (
    <>
      <Table
        caption={t("life:history.heading")}
        captionSize="hidden"
        stacks
        columns={[
          { key: "when", heading: t("life:history.when") },
          { key: "what", heading: t("life:history.what") },
          { key: "who", heading: t("life:history.who") },
          { key: "why", heading: t("life:history.why") },
        ]}
        rows={shown.map(({ id, when, what, who, note, reason }) => ({
          key: id,
          cells: [
            when,
            what,
            who,
            (reason ?? note) && (
              <>
                {reason && <InLanguage text={reason} />}
                {reason && note && <br />}
                {note && <span dir="auto">{note}</span>}
              </>
            ),
          ],
        }))}
      />
      <Pagination first={isFirst ? null : pathOf(null)} next={nextAfter === null ? null : { to: pathOf(nextAfter), label: t("life:history.older") }} />
    </>
  );
}
