import { describedBy, FormGroup, type Labelled } from "./form-group.tsx";

type SelectProps = Labelled & {
  name: string;
  id?: string;
  value?: string | undefined;
  options: readonly Option[];
  /** More of them, under headings of their own. */
  groups?: readonly { label: string; options: readonly Option[] }[];
};

type Option = { value: string; label: string };

const drawn = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** One of a list, where radios would take too much room. */
export function Select({ name, id = name, value, options, groups = [], ...labelled }: SelectProps) {
  return (
    <FormGroup id={id} {...labelled}>
      <select
        className={labelled.error ? "govuk-select govuk-select--error" : "govuk-select"}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, labelled)}
      >
        {options.map(drawn)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(drawn)}
          </optgroup>
        ))}
      </select>
    </FormGroup>
  );
}
