import { Fragment, type ReactNode } from "react";
import { FieldsetGroup, type Labelled } from "./form-group.tsx";
import { useWords } from "./words.tsx";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown while the choice is made, by the stylesheet alone; an old browser shows it always. */
  conditional?: ReactNode;
  /** Stands apart from the choices before it, after the word "or". */
  afterOr?: boolean;
};

type RadioItemsProps = {
  name: string;
  id?: string;
  value?: string | undefined;
  choices: readonly Choice[];
  inline?: boolean;
  small?: boolean;
};

type RadiosProps = Labelled & RadioItemsProps;

/** The id of the choice with this index; the first has the field's own, so that an error can link to it. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

/** One choice of several. */
export function Radios({ name, id = name, value, choices, inline = false, small = false, ...labelled }: RadiosProps) {
  return (
    <FieldsetGroup id={id} {...labelled}>
      <RadioItems name={name} id={id} value={value} choices={choices} inline={inline} small={small} />
    </FieldsetGroup>
  );
}

/** The choices without a legend, for a fieldset that holds more than them. */
export function RadioItems({ name, id = name, value, choices, inline = false, small = false }: RadioItemsProps) {
  const { t } = useWords();
  const classes = ["govuk-radios", inline && "govuk-radios--inline", small && "govuk-radios--small"];
  return (
    <div className={classes.filter(Boolean).join(" ")} data-module="govuk-radios">
      {choices.map((choice, index) => {
        const ownId = choiceId(id, index);
        const chosen = choice.value === value;
        return (
          <Fragment key={choice.value}>
            {choice.afterOr && <div className="govuk-radios__divider">{t("shared:or")}</div>}
            <div className="govuk-radios__item">
              <input
                className="govuk-radios__input"
                id={ownId}
                name={name}
                type="radio"
                value={choice.value}
                defaultChecked={chosen}
                aria-describedby={choice.hint ? `${ownId}-item-hint` : undefined}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={ownId}>
                {choice.label}
              </label>
              {choice.hint && (
                <div id={`${ownId}-item-hint`} className="govuk-hint govuk-radios__hint">
                  {choice.hint}
                </div>
              )}
            </div>
            {choice.conditional && <div className="govuk-radios__conditional">{choice.conditional}</div>}
          </Fragment>
        );
      })}
    </div>
  );
}
