// Which texts are read: words that they have, who said them, when and how, what else they answered, and what they are marked with.
import { answerText } from "#app/consultations/answer-name.ts";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { answerValue, heldFieldNames, type FilterProblem } from "#app/consultations/result-filter.ts";
import { sideText } from "#app/consultations/side-text.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField, dateParts, type DateParts } from "#app/shared/ui/date-field.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { stances } from "../coding.ts";
import { noCode } from "../coding-filter.ts";
import type { CodingChoices } from "../coding-shown.ts";
import { longestSearch, type Reading } from "../reading.ts";
import { markFilters } from "../text-mark.ts";

/** What is wrong with the days, each with where it was typed. */
export function dayErrors(problems: readonly FilterProblem[], { t }: Pick<Words, "t">): { href: string; text: string }[] {
  return problems.map(({ field, code }) => ({ href: `#${field}-day`, text: t(`office:filter.problem.${code}`) }));
}

type ReadingFilterProps = { reading: Reading; sides: readonly Side[]; choices: CodingChoices; typed: Entries; problems: readonly FilterProblem[] };

export function ReadingFilter({ reading: { set, words: searchedFor, mark, coding, filter }, sides, choices, typed, problems }: ReadingFilterProps) {
  const words = useWords();
  const { t } = words;
  const optionsOf = ({ values }: Side) => values.map(({ id, name }) => ({ value: id, label: answerText(name, words) }));
  const any = { value: "", label: t("office:filter.any") };
  const questions = sides.filter(({ of }) => "question" in of);
  const carried = filter.said.filter(({ key }) => !key.startsWith("."));
  const errorAt = (field: FilterProblem["field"]) => dayErrors(problems, words).find(({ href }) => href === `#${field}-day`)?.text;
  const dayOf = (field: string) => Object.fromEntries(dateParts.map((part) => [part, typed[`${field}-${part}`] ?? ""])) as DateParts;
  return (
    <form method="get" noValidate role="search">
      {set !== null && <input type="hidden" name="set" value={set} />}
      {carried.map((one) => (
        <input key={answerValue(one)} type="hidden" name="answer" value={answerValue(one)} />
      ))}
      <TextField name="q" label={t("reading:filter.words")} hint={t("reading:filter.words-hint")} value={searchedFor} maxLength={longestSearch} />
      <Details summary={t("reading:filter.more")} open={problems.length > 0}>
        <Select name="mark" label={t("reading:filter.mark")} value={mark ?? ""} options={[any, ...markFilters.map((value) => ({ value, label: t(`reading:only.${value}`) }))]} />
        {choices.frames.length > 0 && (
          <>
            <Select
              name="code"
              label={t("coding:filter.code")}
              value={coding.code ?? ""}
              options={[any, { value: noCode, label: t("coding:filter.none") }]}
              groups={choices.frames.map((frame) => ({ label: frame.name, options: frame.codes }))}
            />
            <Select name="coder" label={t("coding:filter.coder")} value={coding.coderId ?? ""} options={[any, ...choices.coders]} />
            <Select name="stance" label={t("coding:stance.label")} value={coding.stance ?? ""} options={[any, ...stances.map((stance) => ({ value: stance, label: t(`coding:stance.${stance}`) }))]} />
          </>
        )}
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
      </Details>
      <Button look="secondary">{t("reading:filter.show")}</Button>
    </form>
  );
}
