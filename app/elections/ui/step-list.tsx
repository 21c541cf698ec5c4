// What was done in an election, by whom and when; with the reasons that were given.
import type { Text } from "#app/shared/languages.ts";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { StepKind } from "../election.ts";

export type ShownStep = {
  id: string;
  kind: StepKind;
  at: Date;
  reason: Text;
  /** Until when voting goes on instead, where it was extended. */
  until?: Date | null;
  /** Not told to the public. */
  by?: string | null;
};

export function StepList({ steps }: { steps: readonly ShownStep[] }) {
  const { t, instant, several } = useWords();
  if (steps.length === 0) return <p className="govuk-body">{t("elections:hub.no-steps")}</p>;
  return (
    <ol className="govuk-list">
      {steps.map(({ id, kind, at, reason, until, by }) => (
        <li key={id}>
          {several([t(`elections:step.${kind}`), instant(at), ...(by ? [`\u2068${by}\u2069`] : [])])}
          {until && <p className="govuk-body">{t("elections:notice.extended-until", { until: instant(until) })}</p>}
          {Object.keys(reason).length > 0 && <Paragraphs text={reason} />}
        </li>
      ))}
    </ol>
  );
}
