import type { Answers } from "#app/forms/answer.ts";
import type { VisibleSection } from "#app/forms/routing.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { speakingForOthers, type SaidOfOneself } from "../response.ts";

type AnswersSentProps = { sections: readonly VisibleSection[]; answers: Answers; said: SaidOfOneself };

/** A copy of what was sent, to read and to print. */
export function AnswersSent({ sections, answers, said }: AnswersSentProps) {
  const { t } = useWords();
  const speaker = speakingForOthers.includes(said.respondentType) ? "organisation" : "person";
  const own = (text: string | null | undefined) => text && <bdi>{text}</bdi>;
  const rows = [
    { key: "as", label: t("consultations:sending.as.label"), value: t(`consultations:sending.as.${said.respondentType}`) },
    { key: "organisation", label: t("consultations:sending.organisation.name"), value: own(said.organisation?.name) },
    { key: "members", label: t("consultations:sending.organisation.members"), value: own(said.organisation?.membersRepresented) },
    { key: "how", label: t("consultations:sending.organisation.how"), value: own(said.organisation?.howViewsGathered) },
    { key: "name", label: t("consultations:sending.name.label"), value: own(said.name) },
    { key: "email", label: t("consultations:sending.email.label"), value: own(said.email) },
    {
      key: "permission",
      label: t("consultations:sending.permission.label"),
      value: t(`consultations:sending.permission.${speaker}.${said.permission}`),
    },
    {
      key: "confidential",
      label: t("consultations:sending.confidential.label"),
      value: said.confidentialityRequested ? own(said.confidentialityReason) : t("consultations:sending.confidential.no"),
    },
  ].filter(({ value }) => value);
  return (
    <>
      {sections.map(({ section, questions }) => (
        <section key={section.id}>
          <h3 className="govuk-heading-s">
            <InLanguage text={section.heading} />
          </h3>
          <AnswerSummary questions={questions} answers={answers} />
        </section>
      ))}
      <section>
        <h3 className="govuk-heading-s">{t("consultations:check.about-you")}</h3>
        <SummaryList rows={rows} />
      </section>
    </>
  );
}
