import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";

/** That nobody can respond for now, why, and until when where that is known. */
export function Paused({ consultation }: { consultation: Pick<Consultation, "pauseReason" | "pausedUntil"> }) {
  const { t, instant } = useWords();
  const { pauseReason, pausedUntil } = consultation;
  return (
    <InsetText>
      <p className="govuk-body">
        {pausedUntil ? t("consultations:paused.until", { until: instant(pausedUntil) }) : t("consultations:paused.undated")}
      </p>
      {pauseReason && <Paragraphs text={pauseReason} />}
      <p className="govuk-body">{t("consultations:paused.kept")}</p>
    </InsetText>
  );
}
