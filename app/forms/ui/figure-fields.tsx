// Questions answered in figures: numbers, money, dates, the order of options and the sharing out of points.
import { DateField, dateParts } from "#app/shared/ui/date-field.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textIn } from "#app/shared/languages.ts";
import { entryOf, fieldId, fieldsOf } from "../entries.ts";
import { readNumber } from "#app/shared/typed.ts";
import { plainNumber, within } from "../wording.ts";
import { Lines } from "./lines.tsx";
import { useErrorOf, useLabelled, type QuestionProps } from "./question-label.tsx";

export function NumberField(props: QuestionProps<"number">) {
  const { question, entries } = props;
  const { language } = useWords();
  const unit = textIn(question.unit, language).text;
  return (
    <TextField
      {...useLabelled(props)}
      name={question.id}
      value={entryOf(entries, question.id)}
      inputMode={question.decimals ? "decimal" : "numeric"}
      spellCheck={false}
      width={10}
      {...(unit !== "" && { suffix: unit })}
    />
  );
}

export function MoneyField(props: QuestionProps<"money">) {
  const { question, entries } = props;
  return (
    <TextField
      {...useLabelled(props)}
      name={question.id}
      value={entryOf(entries, question.id)}
      inputMode="decimal"
      spellCheck={false}
      width={10}
      prefix="£"
    />
  );
}

export function DateQuestion(props: QuestionProps<"date">) {
  const { question, entries, errors } = props;
  const { t } = useWords();
  const { hint, ...labelled } = useLabelled(props);
  const errorOf = useErrorOf(question, errors);
  const own = errors.find((error) => error.questionId === question.id);
  // A missing part is one field's error, shown as the whole date's; a date that does not exist is all three's.
  const lacking = own?.code.startsWith("date-without-")
    ? dateParts.filter((part) => own.code.includes(part))
    : undefined;
  return (
    <DateField
      {...labelled}
      hint={hint ?? t("forms:date-example")}
      error={labelled.error ?? dateParts.map((part) => errorOf(part)).find((text) => text !== undefined)}
      name={question.id}
      separator="."
      value={Object.fromEntries(dateParts.map((part) => [part, entryOf(entries, `${question.id}.${part}`)]))}
      {...(lacking && { wrong: lacking })}
    />
  );
}

/** A position is picked for each option: nothing is dragged, and options may be left out. */
export function RankingField(props: QuestionProps<"ranking">) {
  const { question, entries, errors } = props;
  const words = useWords();
  const { hint, ...labelled } = useLabelled(props);
  const errorOf = useErrorOf(question, errors);
  const lowest = question.options.length;
  const positions = [
    { value: "", label: words.t("forms:ranking.none") },
    ...Array.from({ length: lowest }, (_, index) => ({
      value: String(index + 1),
      label: index === 0 ? words.t("forms:ranking.first") : words.number(index + 1),
    })),
  ];
  const explained = words.t("forms:ranking.explained", { lowest: words.number(lowest) });
  return (
    <FieldsetGroup {...labelled} id={question.id} hint={hint ? <Lines lines={[hint, explained]} /> : explained}>
      {question.options.map((option) => {
        const name = `${question.id}.${option.id}`;
        return (
          <Select
            key={option.id}
            name={name}
            id={fieldId(name)}
            label={<InLanguage text={option.label} />}
            hint={option.hint && <InLanguage text={option.hint} />}
            error={errorOf(option.id)}
            value={entryOf(entries, name)}
            options={positions}
          />
        );
      })}
    </FieldsetGroup>
  );
}

/** Points are typed for each option; what is used and left is said in words after each sending of the page. */
export function BudgetField(props: QuestionProps<"point-budget">) {
  const { question, entries, errors } = props;
  const words = useWords();
  const { hint, ...labelled } = useLabelled(props);
  const errorOf = useErrorOf(question, errors);
  const { points } = question;
  const unit = textIn(question.unit, words.language).text;
  const typed = fieldsOf(question).map((field) => entryOf(entries, field)).filter((entry) => entry !== "");
  const used = typed.reduce((sum, entry) => sum + (readNumber(entry)?.value ?? 0), 0);
  const amountOf = (count: number) =>
    unit === ""
      ? words.t("forms:points", { count, number: plainNumber(count, words) })
      : words.t("forms:quantity", { number: plainNumber(count, words), unit: within(question.unit, words) });
  const explained = words.t(question.spendAll ? "forms:budget.all" : "forms:budget.most", { amount: amountOf(points) });
  return (
    <FieldsetGroup {...labelled} id={question.id} hint={hint ? <Lines lines={[hint, explained]} /> : explained}>
      {question.options.map((option) => {
        const name = `${question.id}.${option.id}`;
        return (
          <TextField
            key={option.id}
            name={name}
            id={fieldId(name)}
            label={<InLanguage text={option.label} />}
            hint={option.hint && <InLanguage text={option.hint} />}
            error={errorOf(option.id)}
            value={entryOf(entries, name)}
            inputMode="numeric"
            spellCheck={false}
            width={5}
            {...(unit !== "" && { suffix: unit })}
          />
        );
      })}
      {typed.length > 0 && (
        <p className="govuk-body govuk-!-margin-top-3">
          {words.t("forms:budget.used", { used: plainNumber(used, words), total: amountOf(points) })}
        </p>
      )}
    </FieldsetGroup>
  );
}
