import { filled } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationContact } from "../consultation.ts";
import { wayRows } from "./other-ways.tsx";

/** Who answers questions about a consultation; nothing where it names nobody. */
export function QuestionsAbout({ contact = {} }: { contact?: ConsultationContact | undefined }) {
  const { t } = useWords();
  const { name, ...ways } = contact;
  const rows = [
    ...(filled(name ?? {}) ? [{ key: "name", label: t("consultations:questions-about.name"), value: <InLanguage text={name} /> }] : []),
    ...wayRows(ways).map(({ key, value }) => ({ key, value, label: t(`consultations:ways.by.${key}`) })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:questions-about.heading")}</h2>
      <SummaryList rows={rows} />
    </>
  );
}
