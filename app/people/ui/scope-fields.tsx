import type { ConsultationChoice } from "#app/people/role.ts";
import { textIn } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type ScopeFieldsProps = {
  choices: readonly ConsultationChoice[];
  scope: string;
  consultations: readonly string[];
  errors: { scope?: string | undefined; consultation?: string | undefined };
};

/** Whether an analyst is one for all consultations or for some, and for which. */
export function ScopeFields({ choices, scope, consultations, errors }: ScopeFieldsProps) {
  const { t, language } = useWords();
  const which = (
    <Checkboxes
      name="consultation"
      label={t("roles:scope.which")}
      labelSize="s"
      small
      values={consultations}
      choices={choices.map(({ id, title }) => ({ value: id, label: textIn(title, language).text }))}
      error={errors.consultation}
    />
  );
  return (
    <Radios
      name="scope"
      label={t("roles:scope.label")}
      value={scope}
      choices={[
        { value: "all", label: t("roles:scope.all") },
        { value: "chosen", label: t("roles:scope.chosen"), conditional: which },
      ]}
      error={errors.scope}
    />
  );
}
