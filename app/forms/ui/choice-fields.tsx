// Questions answered by choosing.
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { RadioItems, Radios, type Choice } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { entriesOf, entryOf, fieldId } from "../entries.ts";
import { agreementLevels, yesNoUnsure, type Option } from "../question.ts";
import { agreementText, plainNumber, yesNoText } from "../wording.ts";
import { useErrorOf, useLabelled, type QuestionProps } from "./question-label.tsx";

export function ChoiceField(props: QuestionProps<"one-choice">) {
  const { question, entries } = props;
  const writeIn = <WriteIn {...props} />;
  return (
    <Radios
      {...useLabelled(props)}
      name={question.id}
      value={entryOf(entries, question.id)}
      choices={question.options.map((option) => choiceOf(option, writeIn))}
    />
  );
}

export function ChoicesField(props: QuestionProps<"several-choices">) {
  const { question, entries } = props;
  const { t } = useWords();
  const { hint, ...labelled } = useLabelled(props);
  const writeIn = <WriteIn {...props} />;
  const none = question.noneOption && { ...choiceOf(question.noneOption, writeIn), afterOr: true, exclusive: true };
  return (
    <Checkboxes
      {...labelled}
      hint={hint ?? t("forms:all-that-apply")}
      name={question.id}
      values={entriesOf(entries, question.id)}
      choices={[...question.options.map((option) => choiceOf(option, writeIn)), ...(none ? [none] : [])]}
    />
  );
}

function choiceOf(option: Option, writeIn: Choice["conditional"]): Choice {
  return {
    value: option.id,
    label: <InLanguage text={option.label} />,
    hint: option.hint && <InLanguage text={option.hint} />,
    afterOr: option.divider ?? false,
    ...(option.writeIn && { conditional: writeIn }),
  };
}

function WriteIn({ question, entries, errors }: QuestionProps<"one-choice" | "several-choices">) {
  const { t } = useWords();
  const name = `${question.id}.other`;
  return (
    <TextField
      label={t("forms:write-in")}
      name={name}
      id={fieldId(name)}
      value={entryOf(entries, name)}
      error={useErrorOf(question, errors)("other")}
    />
  );
}

export function YesNoField(props: QuestionProps<"yes-no-unsure">) {
  const words = useWords();
  const choices = yesNoUnsure.map((value) => ({ value, label: yesNoText(value, words) }));
  const { id } = props.question;
  return <Radios {...useLabelled(props)} name={id} value={entryOf(props.entries, id)} choices={choices} />;
}

/** The level and its reasons under one legend, so that the two are heard and answered together. */
export function AgreementField(props: QuestionProps<"agreement">) {
  const { question, entries, errors } = props;
  const words = useWords();
  const reasons = `${question.id}.reasons`;
  const errorOf = useErrorOf(question, errors);
  const choices = agreementLevels.map((value) => ({
    value,
    label: agreementText(value, words),
    afterOr: value === "do-not-know",
  }));
  return (
    <FieldsetGroup {...useLabelled(props)} id={question.id}>
      <div className="govuk-form-group">
        <RadioItems name={question.id} value={entryOf(entries, question.id)} choices={choices} />
      </div>
      {question.reasons && (
        <Textarea
          label={
            <>
              {question.reasonsLabel ? <InLanguage text={question.reasonsLabel} /> : words.t("forms:reasons")}{" "}
              {words.t("forms:optional")}
            </>
          }
          name={reasons}
          id={fieldId(reasons)}
          value={entryOf(entries, reasons)}
          rows={5}
          error={errorOf("reasons")}
        />
      )}
    </FieldsetGroup>
  );
}

export function RatingField(props: QuestionProps<"rating">) {
  const { question, entries } = props;
  const words = useWords();
  const { lowLabel, highLabel, highest } = question;
  const hintOf = (value: number) => (value === 1 ? lowLabel : value === highest ? highLabel : undefined);
  const choices = Array.from({ length: highest }, (_, index) => index + 1).map((value) => {
    const hint = hintOf(value);
    return { value: String(value), label: plainNumber(value, words), hint: hint && <InLanguage text={hint} /> };
  });
  return <Radios {...useLabelled(props)} name={question.id} value={entryOf(entries, question.id)} choices={choices} />;
}

/** Repeated single choices, never a grid: a grid cannot be read on a phone or by ear. */
export function MatrixField(props: QuestionProps<"matrix">) {
  const { question, entries, errors } = props;
  const errorOf = useErrorOf(question, errors);
  return (
    <FieldsetGroup {...useLabelled(props)} id={question.id}>
      {question.rows.map((row) => {
        const name = `${question.id}.${row.id}`;
        return (
          <Radios
            key={row.id}
            name={name}
            id={fieldId(name)}
            label={<InLanguage text={row.label} />}
            labelSize="s"
            hint={row.hint && <InLanguage text={row.hint} />}
            error={errorOf(row.id)}
            value={entryOf(entries, name)}
            choices={question.columns.map((column) => choiceOf(column, undefined))}
            small
          />
        );
      })}
    </FieldsetGroup>
  );
}
