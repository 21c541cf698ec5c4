import { Filters } from "#app/shared/ui/filters.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Meetings to come, or past ones. */
export function WhenFilters({ shown, pathOf }: { shown: "coming" | "past"; pathOf: (when: { when?: "past" }) => string }) {
  const { t } = useWords();
  const choices = (["coming", "past"] as const).map((value) => ({ value, text: t(`meetings:when.${value}`), to: pathOf(value === "past" ? { when: value } : {}) }));
  return <Filters label={t("meetings:office.which")} shown={shown} choices={choices} />;
}
