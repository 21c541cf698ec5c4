import { beforeName, type Entries } from "../edits.ts";

/** What stands in a form as it is opened, to be brought back with what is typed, so that nobody's change is lost. */
export function AsOpened({ entries }: { entries: Entries }) {
  return (
    <>
      {Object.entries(entries).map(([input, value]) => (
        <input key={input} type="hidden" name={beforeName(input)} value={value} />
      ))}
    </>
  );
}
