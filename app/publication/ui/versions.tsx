import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";

export type ShownVersion = { id: string; number: number; publishedAt: Date; reason: Text | null; withdrawn: { at: Date; reason: Text } | null };

/** What was published when, why there was another, and what was taken back; nothing where nothing was. */
export function Versions({ versions }: { versions: readonly ShownVersion[] }) {
  const { t, number, instant } = useWords();
  if (versions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("publication:versions.heading")}</h2>
      <SummaryList
        rows={versions.map(({ id, number: version, publishedAt, reason, withdrawn }) => ({
          key: id,
          label: t("publication:versions.version", { number: number(version) }),
          value: (
            <>
              <p className="govuk-body">{t("publication:versions.published", { at: instant(publishedAt) })}</p>
              {reason && (
                <p className="govuk-body">
                  {t("publication:versions.reason")} <InLanguage text={reason} />
                </p>
              )}
              {withdrawn && (
                <p className="govuk-body">
                  {t("publication:versions.withdrawn", { at: instant(withdrawn.at) })} <InLanguage text={withdrawn.reason} />
                </p>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}
