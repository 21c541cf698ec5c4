// Reserved places to be typed: each category with its groups, and room for one more of each.
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { inputOf, longest, shownOf } from "../reserve-form.ts";

export function ReserveFields({ fields: { entries, field, inEach, theirs } }: { fields: Fields }) {
  const { t, number } = useWords();
  const kept = (input: string) => <input type="hidden" name={input} value={entries[input] ?? ""} />;
  const counted = (input: string) => (
    <>
      <TextField {...field(input)} width={3} inputMode="numeric" dir="ltr" autoComplete="off" />
      <Theirs said={theirs(input)} />
    </>
  );
  return (
    <>
      {shownOf(entries).map((groups, index) => {
        const category = index + 1;
        return (
          <section key={category}>
            <h2 className="govuk-heading-m">{t("elections:reserves.category", { number: number(category) })}</h2>
            {kept(inputOf(category, "id"))}
            {inEach(inputOf(category, "name"), { most: longest.name })}
            {inEach(inputOf(category, "justification"), { rows: 4, most: longest.justification })}
            {Array.from({ length: groups }, (_, at) => at + 1).map((group) => (
              <section key={group}>
                <h3 className="govuk-heading-s">{t("elections:reserves.group", { category: number(category), number: number(group) })}</h3>
                {kept(inputOf(category, "id", group))}
                {inEach(inputOf(category, "name", group), { most: longest.name })}
                {counted(inputOf(category, "least", group))}
                {counted(inputOf(category, "most", group))}
              </section>
            ))}
          </section>
        );
      })}
    </>
  );
}
