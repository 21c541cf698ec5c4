import type { Said, SaidFact } from "#app/audit/said.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type EntryRow = { id: string; at: string; who: string; what: string; about: Said; facts: SaidFact[] };

/** Entries of the audit log in words, each with the facts that were written with it. */
export function EntryTable({ rows }: { rows: readonly EntryRow[] }) {
  const { t } = useWords();
  return (
    <Table
      caption={t("audit:entries")}
      captionSize="hidden"
      stacks
      rowsAreNamed={false}
      columns={(["at", "who", "what", "about", "facts"] as const).map((key) => ({ key, heading: t(`audit:column.${key}`) }))}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.at,
          <bdi key="who">{row.who}</bdi>,
          row.what,
          <About key="about" about={row.about} />,
          row.facts.length === 0 ? null : <Facts key="facts" facts={row.facts} />,
        ],
      }))}
    />
  );
}

function About({ about: { kind, id, name, title, to } }: { about: Said }) {
  const { t } = useWords();
  const named = title ? <InLanguage text={title} /> : name && <bdi>{name}</bdi>;
  return (
    <>
      {t("audit:about", { kind })} {id && <bdi>{id}</bdi>} {to && named ? <PageLink to={to}>{named}</PageLink> : named}
    </>
  );
}

function Facts({ facts }: { facts: readonly SaidFact[] }) {
  const { t } = useWords();
  return facts.map(({ name, label, value }) => (
    <p key={name} className="govuk-body-s govuk-!-margin-bottom-0">
      {t("audit:about", { kind: label })} <bdi>{value}</bdi>
    </p>
  ));
}
