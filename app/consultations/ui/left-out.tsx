import { useWords } from "#app/shared/ui/words.tsx";
import { excludedInAll, type Excluded } from "../exclusion.ts";

/** How many responses are left out of what is shown, and why; nothing where none is. */
export function LeftOut({ excluded }: { excluded: Excluded }) {
  const { t, number } = useWords();
  const all = excludedInAll(excluded);
  if (all === 0) return null;
  return (
    <>
      <p className="govuk-body">{t("office:results.left-out", { number: number(all) })}</p>
      <ul className="govuk-list govuk-list--bullet">
        {excluded.map(({ reason, count }) => (
          <li key={reason}>{t("office:results.left-out-reason", { reason: t(`office:excluded.${reason}`), number: number(count) })}</li>
        ))}
      </ul>
    </>
  );
}
