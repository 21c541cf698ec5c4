// Answers as a list: for checking before they are sent, for the receipt and for printing.
import { Fragment } from "react";
import { directionOf } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList, type Press } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Answer, Answers } from "../answer.ts";
import { describeAnswer, type Said } from "../describe.ts";
import type { Question } from "../question.ts";
import { questionName } from "../wording.ts";

type AnswerSummaryProps = {
  questions: readonly Question[];
  answers: Answers;
  /** Where the question is answered again, or what is pressed for that; without it the answers can only be read. */
  changeAt?: (question: Question) => string | Press;
};

/** The visible questions with their answers, "Not provided" where there is none. */
export function AnswerSummary({ questions, answers, changeAt }: AnswerSummaryProps) {
  const words = useWords();
  const rows = questions
    .filter((question) => question.type !== "statement")
    .map((question) => ({
      key: question.id,
      label: (
        <>
          {question.number !== undefined && <>{words.t("forms:numbered", { number: question.number })} </>}
          <InLanguage text={question.label} />
        </>
      ),
      value: <AnswerLines question={question} answer={answers[question.id]} />,
      ...(changeAt && { change: { ...wayTo(changeAt(question)), what: questionName(question, words) } }),
    }));
  return <SummaryList rows={rows} />;
}

const wayTo = (change: string | Press) => (typeof change === "string" ? { to: change } : change);

/** One answer in words. */
function AnswerLines({ question, answer }: { question: Question; answer: Answer | null | undefined }) {
  const words = useWords();
  const lines = describeAnswer(question, answer, words);
  if (lines.length === 0) return <>{words.t("forms:not-provided")}</>;
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} className="govuk-body">
          {line.label && (
            <>
              <span className="govuk-!-font-weight-bold">
                <SaidText said={line.label} />
              </span>
              <br />
            </>
          )}
          <SaidText said={line.text} />
        </p>
      ))}
    </>
  );
}

// A person's own words are in a language only they know; their direction is read off the words.
function SaidText({ said }: { said: Said }) {
  const { language } = useWords();
  const text = said.text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
  if (said.language === "own") return <bdi>{text}</bdi>;
  if (said.language === language) return <>{text}</>;
  return (
    <span lang={said.language} dir={directionOf(said.language)}>
      {text}
    </span>
  );
}
