// The questions of one page: each under its sub-heading where that changes, with the corrections made to it.
import { Fragment } from "react";
import { textIn } from "#app/shared/languages.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { AnswerError } from "../answer.ts";
import type { Entries } from "../entries.ts";
import { errataOf, type Erratum } from "../errata.ts";
import type { Question } from "../question.ts";
import { FormPicture } from "./form-picture.tsx";
import { QuestionField } from "./question-field.tsx";

type QuestionsProps = {
  questions: readonly Question[];
  entries: Entries;
  errors: readonly AnswerError[];
  errata?: readonly Erratum[];
  /** The only question of the page is its h1. */
  asHeading?: boolean;
};

export function Questions({ questions, entries, errors, errata = [], asHeading = false }: QuestionsProps) {
  const { language } = useWords();
  const headings = questions.map((question) => textIn(question.heading, language).text);
  return (
    <>
      {questions.map((question, index) => (
        <Fragment key={question.id}>
          {asHeading && <PictureBeside question={question} />}
          {headings[index] !== "" && headings[index] !== headings[index - 1] && (
            <SubHeading question={question} asCaption={asHeading} />
          )}
          <Errata errata={errataOf(errata, question.id)} />
          {!asHeading && <PictureBeside question={question} />}
          <QuestionField question={question} entries={entries} errors={errors} asHeading={asHeading && questions.length === 1} />
        </Fragment>
      ))}
    </>
  );
}

/** A statement has its picture within. */
function PictureBeside({ question: { type, picture } }: { question: Question }) {
  return type === "statement" ? null : <FormPicture picture={picture} />;
}

function SubHeading({ question, asCaption }: { question: Question; asCaption: boolean }) {
  const heading = <InLanguage text={question.heading} />;
  return asCaption ? <span className="govuk-caption-l">{heading}</span> : <h2 className="govuk-heading-m">{heading}</h2>;
}

/** Corrections, each with its date. */
export function Errata({ errata }: { errata: readonly Erratum[] }) {
  const { t, date } = useWords();
  return (
    <>
      {errata.map((erratum, index) => (
        <InsetText key={index}>
          <p className="govuk-body govuk-!-font-weight-bold">{t("forms:erratum", { date: date(erratum.datedOn) })}</p>
          <Paragraphs text={erratum.text} />
        </InsetText>
      ))}
    </>
  );
}
