import { exclusionReasons } from "#app/consultations/exclusion.ts";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Why responses are left out, to choose from. */
export function ExclusionReasons({ value, error }: { value?: string | undefined; error: string | undefined }) {
  const { t } = useWords();
  return (
    <Radios
      name="reason"
      label={t("intake:exclude.reason")}
      value={value}
      error={error}
      choices={exclusionReasons.map((reason) => ({ value: reason, label: t(`office:excluded.${reason}`) }))}
    />
  );
}
