import { Fragment } from "react";
import { FieldsetGroup, type Labelled } from "./form-group.tsx";
import { choiceId, type Choice } from "./radios.tsx";
import { useWords } from "./words.tsx";

type CheckboxesProps = Labelled & {
  name: string;
  id?: string;
  values?: readonly string[];
  /** An exclusive choice ("None of these") empties the others where scripts run; the server must say so too. */
  choices: readonly (Choice & { exclusive?: boolean })[];
  small?: boolean;
};

/** Several choices, or a single one that is either made or not. */
export function Checkboxes({ name, id = name, values = [], choices, small = false, ...labelled }: CheckboxesProps) {
  const { t } = useWords();
  return (
    <FieldsetGroup id={id} {...labelled}>
      <div
        className={small ? "govuk-checkboxes govuk-checkboxes--small" : "govuk-checkboxes"}
        data-module="govuk-checkboxes"
      >
        {choices.map((choice, index) => {
          const ownId = choiceId(id, index);
          const chosen = values.includes(choice.value);
          return (
            <Fragment key={choice.value}>
              {choice.afterOr && <div className="govuk-checkboxes__divider">{t("shared:or")}</div>}
              <div className="govuk-checkboxes__item">
                <input
                  className="govuk-checkboxes__input"
                  id={ownId}
                  name={name}
                  type="checkbox"
                  value={choice.value}
                  defaultChecked={chosen}
                  aria-describedby={choice.hint ? `${ownId}-item-hint` : undefined}
                  data-behaviour={choice.exclusive ? "exclusive" : undefined}
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={ownId}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div id={`${ownId}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
                    {choice.hint}
                  </div>
                )}
              </div>
              {choice.conditional && <div className="govuk-checkboxes__conditional">{choice.conditional}</div>}
            </Fragment>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
