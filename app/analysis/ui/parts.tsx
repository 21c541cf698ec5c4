// Coders with how many parts of the work each gets, and what was wrong with what was typed.
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { longestSampleReason, partsField, type HandOutProblem } from "../hand-out.ts";

type PartsProps = { coders: readonly { id: string; name: string }[]; typed: Record<string, string>; errorAt: (field: string) => string | undefined };

export function Parts({ coders, typed, errorAt }: PartsProps) {
  const { t } = useWords();
  return (
    <fieldset className="govuk-fieldset" aria-describedby="parts-hint">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{t("work:parts.legend")}</legend>
      <div id="parts-hint" className="govuk-hint">
        {t("work:parts.hint")}
      </div>
      {coders.map(({ id, name }) => (
        <TextField key={id} name={partsField(id)} label={<bdi>{name}</bdi>} inputMode="numeric" width={4} value={typed[partsField(id)]} error={errorAt(partsField(id))} />
      ))}
    </fieldset>
  );
}

/** Every problem in words with a link to its field, and the words of one field. */
export function errorsOf(problems: readonly HandOutProblem[], { t, number }: Words) {
  const all = problems.map(({ field, code }) => ({ field, text: t(`work:problem.${code}`, { most: number(longestSampleReason) }) }));
  return { errors: all.map(({ field, text }) => ({ href: `#${field}`, text })), errorAt: (field: string) => all.find((one) => one.field === field)?.text };
}
