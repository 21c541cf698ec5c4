// The sheet of a count: what was done at each stage in words, then every candidate's votes after it and what it changed.
import type { Sheet } from "#app/counting/sheet.ts";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { entriesOf, inOrderOfResult, type ShownEntry } from "../result.ts";
import { nameOf, namesOf, sayAction, sayVotes } from "../said.ts";

/** Whether an entry goes on with the stage of the one before. */
function goesOn(entries: readonly ShownEntry[], index: number): boolean {
  return index > 0 && entries[index]!.entry.stage === entries[index - 1]!.entry.stage;
}

export function StageList({ sheet }: { sheet: Sheet }) {
  const words = useWords();
  const { t, number } = words;
  const entries = entriesOf(sheet);
  return (
    <ol className="govuk-list stage-list">
      {entries.map(({ entry }, index) => (
        <li key={index}>
          <strong>{t(goesOn(entries, index) ? "results:stages.then" : "results:stages.stage", { stage: number(entry.stage) })}</strong>{" "}
          {sayAction(sheet, entry, words)}
          {entry.elected.length > 0 && <> {t("results:stages.elected", { names: namesOf(sheet, entry.elected, words) })}</>}
        </li>
      ))}
    </ol>
  );
}

export function StageTable({ sheet }: { sheet: Sheet }) {
  const words = useWords();
  const { t, number } = words;
  const entries = entriesOf(sheet).filter(({ entry }, index) => index === 0 || entry.action !== "fill");
  const figure = (votes: string, change: string) => (
    <>
      {sayVotes(votes, words)}
      {/^[+−]/.test(change) && (
        <span className="stage-table__change">
          <bdi dir="ltr">{sayVotes(change, words)}</bdi>
        </span>
      )}
    </>
  );
  const columns = [
    { key: "candidate", heading: t("results:stages.candidate") },
    ...entries.map(({ entry }, index) => ({
      key: String(index),
      heading: t(goesOn(entries, index) ? "results:stages.then" : "results:stages.stage", { stage: number(entry.stage) }),
      numeric: true,
    })),
  ];
  const ofCandidates = inOrderOfResult(sheet).map((candidate) => ({
    key: String(candidate),
    cells: [
      <bdi key="name">{nameOf(sheet, candidate)}</bdi>,
      ...entries.map(({ changes }) => {
        const change = changes.find((one) => one.candidate === candidate);
        return change ? figure(change.votes, change.change) : "";
      }),
    ],
  }));
  const hasQuota = sheet.quota !== null;
  const rows = [
    ...ofCandidates,
    ...(hasQuota ? [{ key: "nobody", cells: [t("results:stages.nobody"), ...entries.map(({ entry, nonTransferableChange }) => figure(entry.nonTransferable, nonTransferableChange))] }] : []),
    ...(hasQuota ? [{ key: "quota", cells: [t("results:stages.quota"), ...entries.map(({ entry }) => sayVotes(entry.quota ?? sheet.quota ?? "0", words))] }] : []),
  ];
  return (
    <div className="stage-table">
      <Table caption={t("results:stages.caption")} captionSize="s" columns={columns} rows={rows} />
      {hasQuota && <p className="govuk-body">{t("results:stages.nobody-explained")}</p>}
    </div>
  );
}
