import { describedBy, FormGroup, type Labelled } from "./form-group.tsx";

type SelectProps = Labelled & {
  name: string;
  id?: string;
  value?: string | undefined;
  options: readonly { value: string; label: string }[];
};

/** One of a list, where radios would take too much room. */
export function Select({ name, id = name, value, options, ...labelled }: SelectProps) {
  return (
    <FormGroup id={id} {...labelled}>
      <select
        className={labelled.error ? "govuk-select govuk-select--error" : "govuk-select"}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, labelled)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
