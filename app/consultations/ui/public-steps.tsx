import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { sayStep, type Step } from "../history.ts";

export type PublicStep = Pick<Step, "kind" | "facts" | "at" | "reason">;

/** What has happened to a consultation since it opened that everybody may read of, the latest first, each with its reason. */
export function PublicSteps({ steps }: { steps: readonly PublicStep[] }) {
  const words = useWords();
  if (steps.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{words.t("life:public.heading")}</h2>
      {steps.map((step, index) => (
        <section key={index}>
          <h3 className="govuk-heading-s">{words.instant(step.at)}</h3>
          <p className="govuk-body">{sayStep(step, words)}</p>
          {step.reason && <Paragraphs text={step.reason} />}
        </section>
      ))}
    </>
  );
}
