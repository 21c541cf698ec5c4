// The fields of a nomination or of what a candidate says: the question model's, and its long choices as lists.
import { entryOf, type Entries } from "#app/forms/entries.ts";
import type { FormDefinition, QuestionOf } from "#app/forms/definition.ts";
import { FormErrors } from "#app/forms/ui/form-errors.tsx";
import { QuestionField } from "#app/forms/ui/question-field.tsx";
import { useLabelled } from "#app/forms/ui/question-label.tsx";
import { byLetter } from "#app/shared/by-letter.ts";
import { textIn } from "#app/shared/languages.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { OwnProblem, Refusal } from "../nomination-form.ts";

type FieldsProps = { definition: FormDefinition; entries: Entries; refusal: Refusal };

/** Chosen among the members of a network, of which there may be hundreds. */
const lists = ["organisation", "proposer", "seconder"];

export function NominationErrors({ definition, refusal: { errors, problems } }: Pick<FieldsProps, "definition" | "refusal">) {
  const { t } = useWords();
  const questions = definition.sections.flatMap((section) => section.questions);
  return <FormErrors questions={questions} errors={errors} others={problems.map(({ field, code }) => ({ href: `#${field}`, text: t(`candidates:problem.${code}`) }))} />;
}

/** `kept` is the photograph that was sent before, as it has to come back. */
export function NominationFields({ definition, entries, refusal, kept }: FieldsProps & { kept: string }) {
  return (
    <>
      <input type="hidden" name="photo.kept" value={kept} />
      {definition.sections.map(({ id, heading, intro, questions }) => (
        <section key={id} aria-labelledby={`section-${id}`}>
          <h2 className="govuk-heading-m" id={`section-${id}`}>
            <InLanguage text={heading} />
          </h2>
          {intro && <Paragraphs text={intro} />}
          {questions.map((question) =>
            question.type === "one-choice" && lists.includes(question.id) ? (
              <ListField key={question.id} question={question} entries={entries} refusal={refusal} />
            ) : question.type === "short-text" ? (
              <ShortField key={question.id} question={question} entries={entries} refusal={refusal} />
            ) : (
              <QuestionField key={question.id} question={question} entries={entries} errors={refusal.errors} />
            ),
          )}
        </section>
      ))}
    </>
  );
}

type OneProps<Type extends "one-choice" | "short-text"> = { question: QuestionOf<Type>; entries: Entries; refusal: Refusal };

function useOwnError({ id }: { id: string }, problems: readonly OwnProblem[]): string | undefined {
  const { t } = useWords();
  const own = problems.find(({ field }) => field === id);
  return own && t(`candidates:problem.${own.code}`);
}

function ListField({ question, entries, refusal }: OneProps<"one-choice">) {
  const { t, language } = useWords();
  const { error, ...labelled } = useLabelled({ question, errors: refusal.errors });
  const own = useOwnError(question, refusal.problems);
  const { options, groups } = byLetter(question.options.map(({ id, label }) => ({ value: id, label: textIn(label, language).text })), language);
  return (
    <Select
      {...labelled}
      name={question.id}
      value={entryOf(entries, question.id)}
      error={error ?? own}
      options={[{ value: "", label: t(question.required ? "candidates:form.choose" : "candidates:form.none") }, ...options]}
      groups={groups}
    />
  );
}

function ShortField({ question, entries, refusal }: OneProps<"short-text">) {
  const { error, ...labelled } = useLabelled({ question, errors: refusal.errors });
  const own = useOwnError(question, refusal.problems);
  return <TextField {...labelled} name={question.id} value={entryOf(entries, question.id)} error={error ?? own} />;
}
