import type { Language } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorMessage, FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InputsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { rowDeedValue, type RowDeed } from "../rows.ts";
import { rowsIn, type Fields, type ListPart } from "../question-parts.ts";
import { Tick } from "./tick.tsx";

type RowProps = {
  list: ListPart;
  languages: readonly Language[];
  fields: Fields;
  errorOf: (field: string) => string | undefined;
  /** The row that was just added or moved. */
  changed: { row: string; deed: RowDeed["deed"] } | null;
};

/** The options of a choice, or the rows or columns of a table, each with its words and what may be done to it. */
export function OptionRows(props: RowProps) {
  const { list, fields, errorOf } = props;
  const { t } = useWords();
  const rows = rowsIn(fields, list.name);
  const error = errorOf(list.name);
  return (
    <FieldsetGroup id={`${list.name}-rows`} label={t(`editing:part.${list.name}.title`)} labelSize="s" hint={t(`editing:part.${list.name}.hint`)}>
      <input type="hidden" name={list.name} value={rows.join(" ")} />
      {error && <ErrorMessage id={list.name} text={error} />}
      {rows.map((row, index) => (
        <Row key={row} row={row} index={index} count={rows.length} {...props} />
      ))}
      <Button look="secondary" name="do" value={rowDeedValue({ list: list.name, deed: "add" })} id={list.name} aria-describedby={error ? `${list.name}-error` : undefined}>
        {t(`editing:add.${list.name}`)}
      </Button>
    </FieldsetGroup>
  );
}

function Row({ list, row, index, count, languages, fields, errorOf, changed }: RowProps & { row: string; index: number; count: number }) {
  const { t, number } = useWords();
  const own = `${list.name}.${row}`;
  const title = t(`editing:row.${list.name}`, { number: number(index + 1) });
  const valueOf = (part: string) => (language: Language) => fields[`${own}.${part}-${language}`] ?? "";
  const errorIn = (part: string) => (language: Language) => errorOf(`${own}.${part}-${language}`);
  const isChanged = changed?.row === row;
  const hasMore = ["writeIn", "divider"].some((part) => fields[`${own}.${part}`] !== undefined || errorOf(`${own}.${part}`)) || languages.some((language) => valueOf("hint")(language) !== "" || errorIn("hint")(language));
  return (
    <fieldset className="govuk-fieldset option-row">
      <legend className="govuk-fieldset__legend">{title}</legend>
      <InputsInLanguages name={`${own}.label`} of={languages} valueOf={valueOf("label")} errorOf={errorIn("label")} focused={isChanged && changed.deed === "add"} />
      <Details summary={t("editing:row.more", { title })} open={hasMore}>
        <p className="govuk-body">{t("editing:part.optionHint.title")}</p>
        <InputsInLanguages name={`${own}.hint`} of={languages} valueOf={valueOf("hint")} errorOf={errorIn("hint")} />
        {list.mayBeWritten &&
          ["writeIn", "divider"].map((part) => (
            <Tick
              key={part}
              name={`${own}.${part}`}
              label={t(`editing:part.${part}.title`)}
              hint={t(`editing:part.${part}.hint`)}
              isTicked={fields[`${own}.${part}`] === "yes"}
              error={errorOf(`${own}.${part}`)}
            />
          ))}
      </Details>
      <div className="option-row__deeds">
        <StepButtons
          name={title}
          valueOf={(way) => rowDeedValue({ list: list.name, deed: way, row })}
          mayGo={(way) => (way === "up" ? index > 0 : index < count - 1)}
          moved={isChanged && (changed.deed === "up" || changed.deed === "down") ? changed.deed : null}
        />
        <button className="link-button" name="do" value={rowDeedValue({ list: list.name, deed: "remove", row })} autoFocus={isChanged && changed.deed === "remove"}>
          {t("editing:row.remove")}
          <span className="govuk-visually-hidden"> {title}</span>
        </button>
      </div>
    </fieldset>
  );
}
