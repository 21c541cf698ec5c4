import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { decisions, type Exemption } from "../decision.ts";

type DecisionFormProps = { exemptions: readonly Exemption[]; isConfidential: boolean; typed: Record<string, string>; errorOf: (field: string) => string | undefined };

/** What is given of a response, by which exemption it is not, and what whoever sent it says to that. */
export function DecisionForm({ exemptions, isConfidential, typed, errorOf }: DecisionFormProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("information-requests:decide.heading")}</h2>
      <DateField
        name="consulted"
        label={t("information-requests:decide.consulted")}
        hint={t(isConfidential ? "information-requests:decide.consulted-needed" : "information-requests:decide.consulted-hint")}
        value={{ day: typed["consulted-day"] ?? "", month: typed["consulted-month"] ?? "", year: typed["consulted-year"] ?? "" }}
        error={errorOf("consulted")}
      />
      <Textarea name="respondentSaid" label={t("information-requests:decide.said")} rows={3} value={typed.respondentSaid ?? ""} error={errorOf("respondentSaid")} />
      <Radios name="decision" label={t("information-requests:decide.decision")} value={typed.decision} error={errorOf("decision")} choices={decisions.map((value) => ({ value, label: t(`information-requests:decision.${value}`) }))} />
      <Radios
        name="exemption"
        label={t("information-requests:decide.exemption")}
        hint={t("information-requests:decide.exemption-hint")}
        value={typed.exemption}
        error={errorOf("exemption")}
        choices={exemptions.map((value) => ({ value, label: t(`information-requests:exemption.${value}`) }))}
      />
      <Textarea name="publicInterest" label={t("information-requests:decide.interest")} hint={t("information-requests:decide.interest-hint")} rows={4} value={typed.publicInterest ?? ""} error={errorOf("publicInterest")} />
      <Button name="deed" value="decide">
        {t("information-requests:decide.yes")}
      </Button>
    </form>
  );
}
