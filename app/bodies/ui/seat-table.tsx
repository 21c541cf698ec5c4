// The seats of a body one by one: for whom, who sits there until when, and which are to be filled.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Standing } from "../appointment.ts";
import type { SeatSector } from "../sector.ts";

export type Sitter = { path: string; name: string; organisation: Text | null; until: string; endsSoon: boolean; standing: Standing };

type Named = { title: Text; path: string };

export type SeatRow = {
  key: string;
  holder: Text;
  sector: SeatSector;
  seat: number;
  /** More than one seat in the line, so that its number says which. */
  isNumbered: boolean;
  /** "pool": filled by turns from those in the pool. */
  state: "held" | "vacant" | "open" | "pool";
  sitter: Sitter | null;
  /** The election that chose whoever sits there, and the one that is to fill it. */
  electedIn: Named | null;
  toBeElectedIn: Named | null;
  /** Nobody has said in which election, or by whom, whoever sits there was chosen. */
  isUntraced: boolean;
  /** Somebody chosen who is still to begin. */
  next: Sitter | null;
  /** Where somebody is put on it; null where nobody can be. */
  appointPath: string | null;
};

const colours: Record<Standing, TagColour> = { active: "green", inducting: "yellow", "to-come": "blue", over: "grey" };

export function SeatTable({ rows }: { rows: readonly SeatRow[] }) {
  const { t, number, date } = useWords();
  const sitting = (one: Sitter) => (
    <>
      <PageLink to={one.path}>
        <bdi>{one.name === "" ? t("seats:nameless") : one.name}</bdi>
      </PageLink>
      {one.organisation && (
        <span className="govuk-!-display-block">
          <InLanguage text={one.organisation} />
        </span>
      )}
    </>
  );
  const inElection = (say: string, { title, path }: Named) => (
    <p className="govuk-body-s govuk-!-margin-bottom-0">
      {say}{" "}
      <PageLink to={path}>
        <InLanguage text={title} />
      </PageLink>
    </p>
  );
  return (
    <Table
      caption={t("seats:table.caption")}
      captionSize="hidden"
      stacks
      columns={(["seat", "who", "until", "state"] as const).map((key) => ({ key, heading: t(`seats:table.${key}`) }))}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <>
            <InLanguage text={row.holder} /> {row.isNumbered && <bdi>{number(row.seat)}</bdi>}
            <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">{t(`bodies:sector.${row.sector}`)}</span>
          </>,
          <>
            {row.sitter && sitting(row.sitter)}
            {row.next && (
              <p className="govuk-body-s govuk-!-margin-bottom-0">
                {t("seats:table.next")} {sitting(row.next)}
              </p>
            )}
            {row.electedIn && inElection(t("structure:seat.elected-in"), row.electedIn)}
            {row.isUntraced && <p className="govuk-body-s govuk-!-margin-bottom-0">{t("seats:table.untraced")}</p>}
            {row.toBeElectedIn && inElection(t(row.sitter ? "structure:seat.elects-next" : "structure:seat.to-be-elected"), row.toBeElectedIn)}
            {row.state === "pool" && t("seats:table.from-pool")}
            {row.appointPath && !row.next && <PageLink to={row.appointPath}>{t("seats:table.appoint")}<span className="govuk-visually-hidden"> <InLanguage text={row.holder} /> {number(row.seat)}</span></PageLink>}
          </>,
          row.sitter ? (
            <>
              {date(row.sitter.until)} {row.sitter.endsSoon && <Tag colour="yellow">{t("seats:table.soon")}</Tag>}
            </>
          ) : (
            ""
          ),
          row.sitter ? <Tag colour={colours[row.sitter.standing]}>{t(`bodies:standing.${row.sitter.standing}`)}</Tag> : <Tag colour={row.state === "vacant" ? "red" : "grey"}>{t(`bodies:seat-state.${row.state}`)}</Tag>,
        ],
      }))}
    />
  );
}
