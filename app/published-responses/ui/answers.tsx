import { answerName } from "#app/consultations/answer-name.ts";
import type { BarName } from "#app/consultations/results.ts";
import { removalReasons } from "#app/moderation/redaction.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ShownAnswer } from "../answers.ts";

/** What a response says, question by question; why something is not there, and what the words in brackets mean. */
export function Answers({ answers, language }: { answers: readonly ShownAnswer[]; language: string }) {
  const { t } = useWords();
  const removed = removalReasons.filter((reason) => answers.some(({ segments }) => segments?.some((segment) => "removed" in segment && segment.removed === reason)));
  return (
    <>
      {answers.map(({ question, chosen, segments, notThere }) => (
        <section key={question.id} aria-labelledby={`question-${question.id}`}>
          <h2 className="govuk-heading-m" id={`question-${question.id}`}>
            {question.number !== null && `${question.number}. `}
            <InLanguage text={question.label} />
          </h2>
          {chosen.map(({ about, names }, index) => (
            <Chosen key={index} about={about} names={names} />
          ))}
          {segments && <RedactedWords segments={segments} language={language} />}
          {notThere && <p className="govuk-body">{t(`published-responses:not-there.${notThere}`)}</p>}
        </section>
      ))}
      {removed.length > 0 && (
        <Details summary={t("published-responses:removed.why")}>
          <dl>
            {removed.map((reason) => (
              <div key={reason}>
                <dt className="govuk-!-font-weight-bold">
                  <bdi>{t(`moderation:removed.${reason}`)}</bdi>
                </dt>
                <dd className="govuk-!-margin-left-0 govuk-!-margin-bottom-2">{t(`moderation:reason.${reason}`)}</dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </>
  );
}

function Chosen({ about, names }: ShownAnswer["chosen"][number]) {
  return (
    <p className="govuk-body">
      {about && (
        <>
          <InLanguage text={about} />:{" "}
        </>
      )}
      {names.map((name, index) => (
        <span key={index}>
          {index > 0 && "; "}
          <Name name={name} />
        </span>
      ))}
    </p>
  );
}

function Name({ name }: { name: BarName }) {
  const said = answerName(name, useWords());
  return typeof said === "string" ? <>{said}</> : <InLanguage text={said} />;
}
