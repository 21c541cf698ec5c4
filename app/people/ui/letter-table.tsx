import type { LetterFilter } from "#app/people/kept-letters.ts";
import { problemName, type LetterState } from "#app/shared/sending.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { LetterStateTag } from "./letter-state.tsx";

export type LetterRow = {
  id: string;
  kind: string;
  to: string;
  writtenAt: string;
  sentAt: string | null;
  /** When it is tried again, where it has been tried. */
  nextAt: string | null;
  state: LetterState;
  attempts: number;
  lastProblem: string | null;
  /** Whether it can be tried again or given up. */
  isOurs: boolean;
};

type LetterTableProps = { rows: readonly LetterRow[]; filter: LetterFilter; askPathOf: (id: string) => string };

/** E-mails by kind, each with what became of it and what can be done about it. */
export function LetterTable({ rows, filter, askPathOf }: LetterTableProps) {
  const { t, number } = useWords();
  const isSent = filter === "sent";
  const columns = [
    { key: "kind", heading: t("letters:column.kind") },
    { key: "to", heading: t("letters:column.to") },
    { key: "written", heading: t("letters:column.written") },
    isSent ? { key: "sent", heading: t("letters:column.sent") } : { key: "state", heading: t("letters:column.state") },
    { key: "attempts", heading: t("letters:column.attempts"), numeric: true },
    ...(isSent ? [] : [{ key: "problem", heading: t("letters:column.problem") }]),
    ...(rows.some((row) => row.isOurs) ? [{ key: "deed", heading: t("letters:column.deed") }] : []),
  ];
  return (
    <Table
      caption={t("letters:caption", { filter: t(`letters:filter.${filter}`) })}
      captionSize="hidden"
      stacks
      columns={columns}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          t(`letters:kind.${row.kind}`),
          <bdi key="to">{row.to.replace("…", "…\u2060")}</bdi>, // a word joiner, because the two parts are one address
          row.writtenAt,
          isSent ? row.sentAt : <State key="state" row={row} />,
          number(row.attempts),
          ...(isSent ? [] : [row.lastProblem && <Problem key="problem" lastProblem={row.lastProblem} />]),
          ...(row.isOurs ? [<Deeds key="deeds" row={row} filter={filter} askPath={askPathOf(row.id)} />] : []),
        ],
      }))}
    />
  );
}

function State({ row }: { row: LetterRow }) {
  const { t } = useWords();
  return (
    <>
      <LetterStateTag state={row.state} />
      {row.nextAt && <p className="govuk-body-s govuk-!-margin-bottom-0">{t("letters:next", { at: row.nextAt })}</p>}
    </>
  );
}

/** In words, and as codes for whoever asks for them. */
function Problem({ lastProblem }: { lastProblem: string }) {
  const { t } = useWords();
  return (
    <>
      {t(`letters:problem.${problemName(lastProblem)}`)}
      <p className="govuk-body-s govuk-!-margin-bottom-0">
        {t("letters:code")} <bdi>{lastProblem}</bdi>
      </p>
    </>
  );
}

function Deeds({ row, filter, askPath }: { row: LetterRow; filter: LetterFilter; askPath: string }) {
  const { t } = useWords();
  const whose = { kind: t(`letters:kind.${row.kind}`), to: row.to };
  return (
    <form method="post" noValidate>
      <input type="hidden" name="letter" value={row.id} />
      <input type="hidden" name="filter" value={filter} />
      <button type="submit" className="link-button" name="deed" value="retry" aria-label={t("letters:retry.whose", whose)}>
        {t("letters:retry.one")}
      </button>
      <p className="govuk-!-margin-bottom-0">
        <PageLink to={askPath} aria-label={t("letters:giveUp.whose", whose)}>
          {t("letters:giveUp.link")}
        </PageLink>
      </p>
    </form>
  );
}
