// Elected seats that end in turns: which end when, and who sits there until then or until another day. [D4]
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Turn = { endsOn: string; seats: readonly { key: string; holder: Text; seat: number; sitter: { name: string; until: string } | null }[] };

export function TurnList({ turns }: { turns: readonly Turn[] }) {
  const { t, number, date } = useWords();
  if (turns.length === 0) return null;
  return (
    <Table
      caption={t("seats:turns.title")}
      captionSize="s"
      stacks
      columns={[
        { key: "ends", heading: t("seats:turns.ends") },
        { key: "count", heading: t("seats:turns.count"), numeric: true },
        { key: "who", heading: t("seats:turns.who") },
      ]}
      rows={turns.map(({ endsOn, seats }) => ({
        key: endsOn,
        cells: [
          date(endsOn),
          number(seats.length),
          <ul key="who" className="govuk-list">
            {seats.map(({ key, holder, seat, sitter }) => (
              <li key={key}>
                <InLanguage text={holder} /> <bdi>{number(seat)}</bdi>: {sitter ? <bdi>{sitter.name || t("seats:nameless")}</bdi> : t("seats:turns.free")}
                {sitter && sitter.until !== endsOn && <> ({t("seats:turns.until", { date: date(sitter.until) })})</>}
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  );
}
