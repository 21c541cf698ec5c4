import { within } from "#app/forms/wording.ts";
import { dayOf } from "#app/shared/dates.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationChange } from "../consultation-change.ts";

/** What was changed since people could first read it, the newest first. */
export function Changes({ changes }: { changes: readonly ConsultationChange[] }) {
  const words = useWords();
  const { t, date } = words;
  if (changes.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:change.heading")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {changes.map(({ id, at, kind, name }) => (
          <li key={id}>
            {t("consultations:change.on", { date: date(dayOf(at)) })}{" "}
            {t(`consultations:change.${kind}`, { name: within(name, words) })}
          </li>
        ))}
      </ul>
    </>
  );
}
