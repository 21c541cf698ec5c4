// A candidate answers questions that were put to all.
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { directionOf, languages, type Text } from "#app/shared/languages.ts";
import { answerWords, type HustingsProblem } from "../hustings.ts";
import { electionPath } from "../paths.ts";
import { StatementText } from "./statement-text.tsx";

type Own = { partnership: { slug: string }; election: { id: string }; token: string; questions: { id: string; text: Text; answer: Text | null }[]; areAnswersOpen: boolean };

export function OwnQuestions({ shown: { partnership, election, token, questions, areAnswersOpen } }: { shown: Own }) {
  const { t } = useWords();
  if (questions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("candidates:mine.questions")}</h2>
      {questions.map(({ id, text, answer }) => (
        <section key={id} aria-labelledby={`question-${id}`}>
          <h3 className="govuk-heading-s plain-text" id={`question-${id}`}>
            <InLanguage text={text} />
          </h3>
          {answer ? <StatementText text={answer} /> : <p className="govuk-body">{t("candidates:mine.not-answered")}</p>}
          {areAnswersOpen && (
            <p className="govuk-body">
              <PageLink to={electionPath(partnership, election, "candidate", { key: token, ask: "answer", question: id })} aria-describedby={`question-${id}`}>
                {t(answer ? "candidates:mine.answer.change" : "candidates:mine.answer.link")}
              </PageLink>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

type AnswerProps = {
  question: { id: string; text: Text; entries: Record<string, string> };
  token: string;
  election: { title: Text };
  backTo: string;
  refused: { problems: HustingsProblem[]; entries: Record<string, string> } | null;
};

export function AnswerForm({ question, token, election, backTo, refused }: AnswerProps) {
  const { t, number } = useWords();
  const entries = refused?.entries ?? question.entries;
  const errors = (refused?.problems ?? []).map(({ field, code, most = 0 }) => ({ href: `#${field}`, text: t(`candidates:problem.${code}`, { most: number(most) }) }));
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("candidates:mine.answer.title")}</PageHeading>
      <div className="govuk-inset-text plain-text">
        <InLanguage text={question.text} />
      </div>
      <p className="govuk-body">{t("candidates:mine.answer.text", { most: number(answerWords) })}</p>
      <form method="post" noValidate>
        <input type="hidden" name="key" value={token} />
        <input type="hidden" name="question" value={question.id} />
        {languages.map((language) => (
          <Textarea
            key={language}
            name={`answer-${language}`}
            label={t(`shared:in-language.${language}`)}
            value={entries[`answer-${language}`] ?? ""}
            error={errors.find(({ href }) => href === `#answer-${language}`)?.text}
            rows={6}
            maxWords={answerWords}
            lang={language}
            dir={directionOf(language)}
          />
        ))}
        <Button name="deed" value="answer">
          {t("candidates:mine.answer.yes")}
        </Button>
      </form>
    </>
  );
}
