import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import type { Happening } from "../history.ts";

/** What happened to a consultation, who did it, when and why, the latest first. */
export function History({ happenings }: { happenings: readonly Happening[] }) {
  const { t } = useWords();
  if (happenings.length === 0) return <p className="govuk-body">{t("life:history.empty")}</p>;
  return (
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
      rows={happenings.map(({ id, when, what, who, note, reason }) => ({
        key: id,
        cells: [
          when,
          what,
          who,
          <>
            {reason && <InLanguage text={reason} />}
            {reason && note && <br />}
            {note && <span dir="auto">{note}</span>}
          </>,
        ],
      }))}
    />
  );
}
