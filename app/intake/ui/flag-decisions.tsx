import { useWords } from "#app/shared/ui/words.tsx";
import type { Decision } from "../flags.ts";

type FlagDecisionsProps = {
  decisions: readonly { id: string; at: Date; who: string | null; decision: Decision; reason: string | null; note: string | null; responses: number; changed: number }[];
};

/** What was decided about a flag, by whom and when, the latest first. */
export function FlagDecisions({ decisions }: FlagDecisionsProps) {
  const { t, number, instant } = useWords();
  if (decisions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("intake:flag.decisions")}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {decisions.map(({ id, at, who, decision, reason, note, responses, changed }) => {
          const count = decision === "keep" ? responses : changed;
          return (
            <li key={id}>
              <strong>{instant(at)}</strong> <bdi>{who ?? t("intake:nobody")}</bdi>
              <br />
              {t(`intake:flag.decision.${decision}`, { count, number: number(count), base: number(responses) })}{" "}
              {reason !== null && t("intake:flag.because", { reason: t(`office:excluded.${reason}`) })}
              {note !== null && (
                <blockquote className="govuk-inset-text" dir="auto">
                  {note}
                </blockquote>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
