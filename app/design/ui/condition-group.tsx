import { valueText } from "#app/forms/condition-words.ts";
import { valuesOf, type Question } from "#app/forms/question.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { howsFor, joins, type Group, type Leaf } from "../condition-draft.ts";
import { markOf } from "../condition-fields.ts";

export type GroupProps = {
  group: Group;
  /** "0" is the whole; "0-1" the second of what stands in it. */
  path: string;
  askable: readonly Question[];
  /** The questions' names, in the same order. */
  names: readonly string[];
  problems: readonly { field: string; text: string }[];
};

/** Conditions that hold together in one way, each about a question or a group of its own. */
export function ConditionGroup(props: GroupProps) {
  const { group, path, askable, names } = props;
  const { t } = useWords();
  const isWhole = path === "0";
  return (
    <div className={isWhole ? "condition-group" : "condition-group condition-group--inner"} id={`node-${path}`}>
      <input type="hidden" name={`node-${path}`} value={markOf(group)} />
      {group.parts.length > 1 || !isWhole ? (
        <Radios
          name={`how-${path}`}
          label={t(isWhole ? "conditions:editor.joined" : "conditions:editor.group")}
          labelSize="s"
          small
          value={group.how}
          choices={joins.map((join) => ({ value: join, label: t(`conditions:editor.join.${join}`) }))}
        />
      ) : (
        <input type="hidden" name={`how-${path}`} value={group.how} />
      )}
      {group.parts.map((part, index) => {
        const own = `${path}-${index}`;
        return part.kind === "group" ? <ConditionGroup key={own} {...props} group={part} path={own} /> : <Row key={own} {...props} leaf={part} path={own} />;
      })}
      <div className="condition-group__add">
        <Select
          name={`about-${path}`}
          label={t("conditions:editor.about")}
          options={askable.map(({ id }, index) => ({ value: id, label: names[index] ?? id }))}
        />
        <Button look="secondary" name="do" value={`add ${path}`}>
          {t("conditions:editor.add")}
        </Button>
        {isWhole && (
          <Button look="secondary" name="do" value={`group ${path}`}>
            {t("conditions:editor.add-group")}
          </Button>
        )}
      </div>
      {!isWhole && <Remove path={path} text={t("conditions:editor.remove-group")} />}
    </div>
  );
}

function Row({ leaf, path, askable, names, problems }: Omit<GroupProps, "group"> & { leaf: Leaf }) {
  const words = useWords();
  const { t, number } = words;
  const at = askable.findIndex(({ id }) => id === leaf.question);
  const question = askable[at];
  if (!question) return null;
  const errorOf = (field: string) => problems.find((problem) => problem.field === `${field}-${path}`)?.text;
  const hows = howsFor(question);
  const figures = { inputMode: "decimal" as const, width: 5 as const, ...(question.type === "money" && { prefix: "£" }) };
  return (
    <fieldset className="govuk-fieldset condition-row">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{names[at]}</legend>
      <input type="hidden" name={`node-${path}`} value={markOf(leaf)} />
      <Radios
        name={`how-${path}`}
        label={t("conditions:editor.asked")}
        labelSize="s"
        small
        value={leaf.how}
        choices={hows.map((how) => ({ value: how, label: t(`conditions:editor.how.${how}`) }))}
      />
      {hows.includes("is") && (
        <Checkboxes
          name={`values-${path}`}
          label={t("conditions:editor.values")}
          labelSize="s"
          small
          values={leaf.values}
          error={errorOf("values")}
          choices={valuesOf(question).map((value) => ({ value, label: valueText(question, value, words) }))}
        />
      )}
      {hows.includes("within") && (
        <>
          <TextField
            name={`low-${path}`}
            label={t("conditions:editor.low")}
            value={leaf.low}
            error={errorOf("low")}
            {...figures}
            {...(question.type === "rating" && { hint: t("conditions:editor.rating", { highest: number(question.highest) }) })}
          />
          <TextField name={`high-${path}`} label={t("conditions:editor.high")} value={leaf.high} error={errorOf("high")} {...figures} />
        </>
      )}
      <Remove path={path} text={t("conditions:editor.remove")} about={names[at]} />
    </fieldset>
  );
}

function Remove({ path, text, about }: { path: string; text: string; about?: string | undefined }) {
  return (
    <p className="govuk-body">
      <button type="submit" name="do" value={`remove ${path}`} className="link-button">
        {text}
        {about !== undefined && <span className="govuk-visually-hidden"> {about}</span>}
      </button>
    </p>
  );
}
