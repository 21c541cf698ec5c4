import type { Answer } from "#app/forms/answer.ts";
import type { Question } from "#app/forms/question.ts";
import { AnswerLines } from "#app/forms/ui/answer-summary.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isChannel } from "../channel.ts";
import { isRespondentType, type Permission } from "../response.ts";

type Written = {
  id: string;
  receivedAt: Date;
  channel: string;
  language: string;
  respondentType: string;
  permission: Permission;
  confidentialityRequested: boolean;
  answer: Answer;
};

/** One answer as it was written, with what must be known before any of it is passed on. */
export function WrittenAnswer({ question, written }: { question: Question; written: Written }) {
  const { t, instant } = useWords();
  const { id, receivedAt, channel, respondentType, permission } = written;
  return (
    <article className="written-answer" aria-labelledby={`answer-${id}`}>
      <h2 className="govuk-heading-s" id={`answer-${id}`}>
        {t("office:answers.received", { at: instant(receivedAt) })}
      </h2>
      <AnswerLines question={question} answer={written.answer} answeredIn={written.language} />
      <p className="govuk-body-s">
        <Tag colour="grey">{t(`office:permission.${permission}`)}</Tag>{" "}
        {written.confidentialityRequested && <Tag colour="red">{t("office:answers.confidential")}</Tag>}{" "}
        {isChannel(channel) && t(`consultations:channel.${channel}`)}
        {" · "}
        {isRespondentType(respondentType) && t(`office:respondent.${respondentType}`)}
        {" · "}
        <bdi>{id}</bdi>
      </p>
    </article>
  );
}
