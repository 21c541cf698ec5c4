// What responses are chosen by: who sent them, what they answered, and when they came in. A page that asks for more adds its own.
import type { Entries } from "#app/shared/edits.ts";
import { DateField, dateParts, type DateParts } from "#app/shared/ui/date-field.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { answerText } from "../answer-name.ts";
import type { Side } from "../cross-tabulation.ts";
import { answerValue, heldFieldNames, type FilterProblem, type ResultFilter } from "../result-filter.ts";
import { sideText } from "../side-text.ts";

/** What is wrong with the days, each with where it was typed. */
export function filterErrors(problems: readonly FilterProblem[], { t }: Pick<Words, "t">): { href: string; text: string }[] {
  return problems.map(({ field, code }) => ({ href: `#${field}-day`, text: t(`office:filter.problem.${code}`) }));
}

export type FilterFieldsProps = { sides: readonly Side[]; filter: ResultFilter; typed: Entries; problems: readonly FilterProblem[] };

/** The fields of a form that asks for some of the responses; what it asked for before goes with it. */
export function FilterFields({ sides, filter, typed, problems }: FilterFieldsProps) {
  const words = useWords();
  const { t } = words;
  const optionsOf = ({ values }: Side) => values.map(({ id, name }) => ({ value: id, label: answerText(name, words) }));
  const any = { value: "", label: t("office:filter.any") };
  const questions = sides.filter(({ of }) => "question" in of);
  const errorAt = (field: FilterProblem["field"]) => filterErrors(problems, words).find(({ href }) => href === `#${field}-day`)?.text;
  const dayOf = (field: string) => Object.fromEntries(dateParts.map((part) => [part, typed[`${field}-${part}`] ?? ""])) as DateParts;
  const carried = filter.said.filter(({ key }) => !key.startsWith("."));
  return (
    <>
      {carried.map((one) => (
        <input key={answerValue(one)} type="hidden" name="answer" value={answerValue(one)} />
      ))}
      {heldFieldNames.map((field) => {
        const side = sides.find(({ of }) => "held" in of && of.held === field);
        const value = filter.said.find(({ key }) => key === side?.key)?.value;
        return side && <Select key={field} name={field} label={sideText(side, words)} value={value ?? ""} options={[any, ...optionsOf(side)]} />;
      })}
      {questions.length > 0 && (
        <Select
          name="answer"
          label={t(carried.length > 0 ? "office:filter.another-answer" : "office:filter.answer")}
          hint={t("office:filter.answer-hint")}
          options={[any]}
          groups={questions.map((side) => ({
            label: sideText(side, words),
            options: optionsOf(side).map(({ value, label }) => ({ value: answerValue({ key: side.key, value }), label })),
          }))}
        />
      )}
      <DateField name="from" label={t("office:filter.from")} labelSize="s" value={dayOf("from")} error={errorAt("from")} />
      <DateField name="to" label={t("office:filter.to")} labelSize="s" value={dayOf("to")} error={errorAt("to")} />
    </>
  );
}
