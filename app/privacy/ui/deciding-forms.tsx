// Takes two more months for a request, and writes down what became of it.
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { decisions } from "../request.ts";

type Refused = { at: "extend" | "decision" | "reason"; error: string; reason: string; decision: string };

export function DecidingForms({ mayExtend, refused }: { mayExtend: boolean; refused: Refused | null }) {
  const { t } = useWords();
  const errorAt = (at: Refused["at"]) => (refused?.at === at ? refused.error : undefined);
  const isExtending = refused?.at === "extend";
  return (
    <>
      <h2 className="govuk-heading-l">{t("privacy:request.decide-title")}</h2>
      <form method="post" noValidate>
        <Radios
          name="decision"
          label={t("privacy:request.decide-label")}
          value={isExtending ? "" : refused?.decision}
          error={errorAt("decision")}
          choices={decisions.map((decision) => ({ value: decision, label: t(`privacy:request.decision.${decision}`), hint: t(`privacy:request.decision-hint.${decision}`) }))}
        />
        <Textarea
          name="reason"
          label={t("privacy:request.reason")}
          hint={t("privacy:request.reason-hint")}
          rows={4}
          value={isExtending ? "" : refused?.reason}
          error={errorAt("reason")}
        />
        <Button name="deed" value="decide">
          {t("privacy:request.decide")}
        </Button>
      </form>
      {mayExtend && (
        <Details summary={t("privacy:request.extend-title")} open={isExtending}>
          <form method="post" noValidate>
            <Textarea
              name="reason"
              id="extend"
              label={t("privacy:request.extend-label")}
              hint={t("privacy:request.extend-hint")}
              rows={4}
              value={isExtending ? refused.reason : ""}
              error={errorAt("extend")}
            />
            <Button look="secondary" name="deed" value="extend">
              {t("privacy:request.extend")}
            </Button>
          </form>
        </Details>
      )}
    </>
  );
}
