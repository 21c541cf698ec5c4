import type { QuestionType } from "#app/forms/question.ts";
import type { Language } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { figurePartsOf, fileKinds, listPartsOf, mayHaveNone, textPartsOf, ticksOf, type Fields } from "../question-parts.ts";
import type { RowDeed } from "../rows.ts";
import { FigurePart } from "./figure-part.tsx";
import { OptionRows } from "./option-rows.tsx";
import { TextPart } from "./text-part.tsx";
import { Tick } from "./tick.tsx";

type QuestionPartsProps = {
  type: QuestionType;
  languages: readonly Language[];
  fields: Fields;
  errorOf: (field: string) => string | undefined;
  /** The row of a list that was just changed. */
  changed: { list: string; row: string; deed: RowDeed["deed"] } | null;
  /** Whether the questions are numbered by themselves. */
  isNumbered: boolean;
};

/** Every part of a question of this type, each text in every language. */
export function QuestionParts({ type, languages, fields, errorOf, changed, isNumbered }: QuestionPartsProps) {
  const { t } = useWords();
  const shared = { languages, fields, errorOf };
  const texts = textPartsOf(type);
  const own = texts.filter(({ name }) => !["label", "hint", "heading"].includes(name));
  const wordsOf = (name: string) => {
    const as = type === "statement" && (name === "label" || name === "hint") ? `statement-${name}` : name;
    return { title: t(`editing:part.${as}.title`), hint: t(`editing:part.${as}.hint`) };
  };
  const ticks = ticksOf(type).map((name) => (
    <Tick key={name} name={name} label={t(`editing:part.${name}.title`)} hint={t(`editing:part.${name}.hint`)} isTicked={fields[name] === "yes"} />
  ));
  return (
    <>
      <TextPart name="label" rows={2} {...wordsOf("label")} {...shared} />
      <TextPart name="hint" rows={type === "statement" ? 5 : 2} {...wordsOf("hint")} {...shared} />
      {listPartsOf(type).map((list) => (
        <OptionRows key={list.name} list={list} {...shared} changed={changed?.list === list.name ? changed : null} />
      ))}
      {mayHaveNone(type) && (
        <>
          <Tick name="none" label={t("editing:part.none.title")} hint={t("editing:part.none.hint")} isTicked={fields.none === "yes"} />
          <TextPart name="none.label" title={t("editing:part.noneLabel.title")} {...shared} />
          {fields["none.writeIn"] !== undefined && <input type="hidden" name="none.writeIn" value="yes" />}
          {languages.map((language) => (
            <input key={language} type="hidden" name={`none.hint-${language}`} value={fields[`none.hint-${language}`] ?? ""} />
          ))}
        </>
      )}
      {type === "file" && (
        <Checkboxes
          name="kinds"
          label={t("editing:part.kinds.title")}
          labelSize="s"
          error={errorOf("kinds")}
          values={fileKinds.filter((kind) => fields[`kinds.${kind}`] === "yes")}
          choices={fileKinds.map((kind) => ({ value: kind, label: t(`editing:kind.${kind}`) }))}
          small
        />
      )}
      {figurePartsOf(type).map((part) => (
        <FigurePart key={part.name} part={part} fields={fields} errorOf={errorOf} />
      ))}
      {own.map(({ name }) => (
        <TextPart key={name} name={name} {...wordsOf(name)} {...shared} />
      ))}
      {ticks}
      <Details summary={t("editing:more")} open={["heading-en", "heading-cy", "heading-ur"].some((field) => errorOf(field)) || errorOf("number") !== undefined}>
        <TextPart name="heading" {...wordsOf("heading")} {...shared} />
        {type !== "statement" && !isNumbered && (
          <TextField name="number" label={t("editing:part.number.title")} labelSize="s" hint={t("editing:part.number.hint")} value={fields.number ?? ""} error={errorOf("number")} width={4} />
        )}
      </Details>
      {isNumbered && <input type="hidden" name="number" value={fields.number ?? ""} />}
    </>
  );
}
