import type { Question } from "#app/forms/question.ts";
import { optionsOf } from "#app/forms/question.ts";
import { errorText, questionName, within } from "#app/forms/wording.ts";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { NotCounted } from "../paper.ts";

/** What the paper says that is kept and not counted, each with the reason; nothing where there is none. */
export function NotCountedList({ notCounted }: { notCounted: readonly NotCounted[] }) {
  const words = useWords();
  const { t } = words;
  if (notCounted.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t("intake:not-counted.heading", { count: notCounted.length, number: words.number(notCounted.length) })}</h2>
      <p className="govuk-body">{t("intake:not-counted.text")}</p>
      <ul className="govuk-list govuk-list--bullet">
        {notCounted.map(({ question, why, typed, errors }) => (
          <li key={question.id}>
            <strong>{questionName(question, words)}</strong> <Typed question={question} typed={typed} />
            <br />
            {why === "against-rules" && errors[0] ? errorText([question], errors[0], words) : t(`intake:not-counted.${why}`)}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

/** What was typed, an option by its name. */
export function Typed({ question, typed }: { question: Question; typed: readonly string[] }) {
  const words = useWords();
  const nameOf = (one: string) => {
    const columns = question.type === "matrix" ? question.columns : [];
    const option = [...optionsOf(question), ...columns].find(({ id }) => id === one);
    return option ? within(option.label, words) : one;
  };
  return (
    <>
      {typed.map((one, index) => (
        <q key={index} className="typed">
          <bdi>{nameOf(one)}</bdi>
        </q>
      ))}
    </>
  );
}

/** Questions of whose answers a part cannot be read. */
export function Illegible({ questions }: { questions: readonly Question[] }) {
  const { t, number } = useWords();
  if (questions.length === 0) return null;
  return (
    <>
      <p className="govuk-body">{t("intake:illegible.text", { count: questions.length, number: number(questions.length) })}</p>
      <QuestionNames questions={questions} />
    </>
  );
}

/** Questions that the version of this number does not ask, under which something is typed. */
export function AskedElsewhere({ questions, version }: { questions: readonly Question[]; version: number }) {
  const { t, number } = useWords();
  if (questions.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">{t("intake:elsewhere", { version: number(version) })}</p>
      <QuestionNames questions={questions} />
    </InsetText>
  );
}

function QuestionNames({ questions }: { questions: readonly Question[] }) {
  const words = useWords();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {questions.map((question) => (
        <li key={question.id}>{questionName(question, words)}</li>
      ))}
    </ul>
  );
}
