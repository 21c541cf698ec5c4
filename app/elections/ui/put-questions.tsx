// Questions with every candidate's answer under each, in the order of the ballot paper; who has not answered is told alike.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { StatementText } from "./statement-text.tsx";

type Candidate = { id: string; number: number; name: string };
type Question = { id: string; text: Text; answers: readonly { nominationId: string; text: Text }[] };

export function PutQuestions({ questions, candidates }: { questions: readonly Question[]; candidates: readonly Candidate[] }) {
  const { t, number } = useWords();
  return (
    <>
      {questions.map(({ id, text, answers }) => (
        <section key={id} aria-labelledby={`question-${id}`} className="hustings">
          <h2 className="govuk-heading-m plain-text" id={`question-${id}`}>
            <InLanguage text={text} />
          </h2>
          {candidates.map((one) => {
            const answer = answers.find(({ nominationId }) => nominationId === one.id)?.text;
            return (
              <div key={one.id} className="hustings__answer">
                <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
                  {number(one.number)}. <bdi>{one.name}</bdi>
                </h3>
                {answer ? <StatementText text={answer} /> : <p className="govuk-body">{t("candidates:questions.no-answer")}</p>}
              </div>
            );
          })}
        </section>
      ))}
    </>
  );
}

/** Why questions were not put; what they were is told to nobody. */
export function DeclinedQuestions({ questions }: { questions: readonly { id: string; reason: Text }[] }) {
  const { t, number } = useWords();
  if (questions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("candidates:questions.declined", { count: questions.length, number: number(questions.length) })}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {questions.map(({ id, reason }) => (
          <li key={id}>
            <Paragraphs text={reason} />
          </li>
        ))}
      </ul>
    </>
  );
}
