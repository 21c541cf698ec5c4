import { describeAnswer, type DescribedLine } from "#app/forms/describe.ts";
import { answerFor, type Answer } from "#app/forms/answer.ts";
import type { Question } from "#app/forms/question.ts";
import { directionOf } from "#app/shared/languages.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
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

type WrittenAnswerProps = {
  question: Question;
  written: Written;
  /** Where a file that was sent is had. */
  fileAt: (fileId: string) => string;
  /** Where an answer that shows somebody at risk is raised. */
  raiseAt: string;
};

/** One answer as it was written, with what must be known before any of it is passed on. */
export function WrittenAnswer({ question, written, fileAt, raiseAt }: WrittenAnswerProps) {
  const words = useWords();
  const { t, instant } = words;
  const { id, receivedAt, channel, language, respondentType, permission, confidentialityRequested } = written;
  const file = question.type === "file" ? answerFor(question, { [question.id]: written.answer }) : undefined;
  return (
    <article className="written-answer" aria-labelledby={`answer-${id}`}>
      <h2 className="govuk-heading-s" id={`answer-${id}`}>
        {t("office:answers.received", { at: instant(receivedAt) })}
      </h2>
      {file ? (
        <p className="govuk-body">
          <PageLink to={fileAt(file.fileId)}>
            <bdi>{file.name}</bdi>
          </PageLink>
        </p>
      ) : (
        describeAnswer(question, written.answer, words).map((line, index) => <Line key={index} line={line} answeredIn={language} />)
      )}
      <ul className="govuk-list written-answer__about">
        {confidentialityRequested && (
          <li>
            <Tag colour="red">{t("office:answers.confidential")}</Tag>
          </li>
        )}
        <li>{t(`office:permission.${permission}`)}</li>
        {isRespondentType(respondentType) && <li>{t(`office:respondent.${respondentType}`)}</li>}
        {isChannel(channel) && <li>{t(`consultations:channel.${channel}`)}</li>}
        <li>
          <bdi>{id}</bdi>
        </li>
        <li>
          <PageLink to={raiseAt}>
            {t("office:answers.raise")}
            <span className="govuk-visually-hidden"> ({id})</span>
          </PageLink>
        </li>
      </ul>
    </article>
  );
}

// The language of somebody's own words is most likely the one they were asked in; their direction is read off the words.
function Line({ line: { label, text }, answeredIn }: { line: DescribedLine; answeredIn: string }) {
  if (text.language === "own") {
    return (
      <blockquote className="govuk-inset-text written-answer__words" lang={answeredIn} dir="auto">
        {text.text}
      </blockquote>
    );
  }
  return (
    <p className="govuk-body">
      {label && label.language !== "own" && (
        <>
          <bdi>{label.text}</bdi>{" "}
        </>
      )}
      <span lang={text.language} dir={directionOf(text.language)}>
        {text.text}
      </span>
    </p>
  );
}
