import type { OfficeResponse } from "#app/consultations/office-response.ts";
import { isLanguage, languageNames } from "#app/shared/languages.ts";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type ResponseFactsProps = {
  response: Pick<OfficeResponse, "channel" | "language" | "respondentType" | "permission" | "confidentialityRequested" | "receivedAt" | "revision">;
  isLate: boolean;
};

/** What is fixed about a response that was sent: nothing that names or reaches the person. */
export function ResponseFacts({ response, isLate }: ResponseFactsProps) {
  const { t, instant, number } = useWords();
  const { channel, language, respondentType, permission, confidentialityRequested, receivedAt, revision } = response;
  const at = instant(receivedAt);
  return (
    <SummaryList
      rows={[
        { key: "channel", label: t("intake:details.channel"), value: t(`consultations:channel.${channel}`) },
        { key: "received", label: t("intake:details.received"), value: isLate ? t("intake:late-on", { date: at }) : at },
        { key: "language", label: t("intake:details.language"), value: isLanguage(language) ? languageNames[language] : language },
        { key: "as", label: t("intake:details.as"), value: t(`office:respondent.${respondentType}`) },
        { key: "publish", label: t("intake:details.publish"), value: t(`office:permission.${permission}`) },
        ...(confidentialityRequested
          ? [{ key: "confidential", label: t("intake:details.confidential"), value: t("intake:details.confidential-yes") }]
          : []),
        { key: "revision", label: t("intake:response.revision"), value: number(revision) },
      ]}
    />
  );
}
