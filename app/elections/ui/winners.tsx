// Who was elected and why, in the order of election; and who was not.
import type { Sheet } from "#app/counting/sheet.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { unelectedOf, winnersOf } from "../result.ts";
import { nameOf, sayVotes } from "../said.ts";

/** What is shown beside a name, by candidate: an organisation. */
export type Beside = ReadonlyMap<number, string>;

export function Winners({ sheet, beside }: { sheet: Sheet; beside: Beside }) {
  const words = useWords();
  const { t, number } = words;
  const winners = winnersOf(sheet);
  if (winners.length === 0) return <p className="govuk-body">{t("results:nobody")}</p>;
  return (
    <ol className="winners">
      {winners.map(({ candidate, stage, how, votes, quota }) => (
        <li key={candidate} className="winners__one">
          <Named name={nameOf(sheet, candidate)} beside={beside.get(candidate)} />
          <p className="govuk-body">{t(`results:why.${how}`, { stage: number(stage), votes: sayVotes(votes, words), quota: quota === null ? "" : sayVotes(quota, words) })}</p>
        </li>
      ))}
    </ol>
  );
}

export function Unelected({ sheet, beside }: { sheet: Sheet; beside: Beside }) {
  const words = useWords();
  const { t, number } = words;
  return (
    <ul className="winners">
      {unelectedOf(sheet).map(({ candidate, fate, stage, votes }) => (
        <li key={candidate} className="winners__one">
          <Named name={nameOf(sheet, candidate)} beside={beside.get(candidate)} />
          <p className="govuk-body">{t(`results:others.${fate}`, { stage: number(stage), votes: sayVotes(votes, words) })}</p>
        </li>
      ))}
    </ul>
  );
}

export function Named({ name, beside }: { name: string; beside: string | undefined }) {
  return (
    <p className="winners__name">
      <bdi>{name}</bdi>
      {beside && (
        <span className="winners__beside">
          <bdi>{beside}</bdi>
        </span>
      )}
    </p>
  );
}
