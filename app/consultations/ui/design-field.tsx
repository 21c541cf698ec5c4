// A field of what a consultation says of itself, with what somebody else wrote there meanwhile.
import type { ReactNode } from "react";
import type { Entries } from "#app/shared/edits.ts";
import { languageNames, languages, type Language } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { inputIn, isWorded, type Field } from "../design-fields.ts";

type DesignFieldProps = {
  field: Field;
  entries: Entries;
  /** What is wrong, by the input. */
  errors: Entries;
  /** What somebody else wrote there meanwhile, by the input. */
  theirs: Entries;
};

export function DesignField({ field, entries, errors, theirs }: DesignFieldProps) {
  const { t, number } = useWords();
  const { name } = field;
  const label = t(`prepare:field.${name}`);
  const most = isWorded(field) ? number(field.longest) : "";
  const hint = t(`prepare:hint.${name}`, { most });
  if (isWorded(field)) {
    const at = (values: Entries) => (language: Language) => values[inputIn(name, language)];
    return (
      <FieldsInLanguages
        {...{ name, legend: label, hint }}
        {...(field.kind === "passage" ? { rows: field.longest > 2000 ? 8 : 4 } : {})}
        valueOf={(language) => at(entries)(language) ?? ""}
        errorOf={at(errors)}
        belowOf={(language) => <Theirs said={at(theirs)(language)} language={language} />}
      />
    );
  }
  const plain = { name, label, labelSize: "m" as const, hint, value: entries[name], error: errors[name] };
  const below = (said: ReactNode) => (
    <>
      {said}
      <Theirs said={theirs[name]} />
    </>
  );
  switch (field.kind) {
    case "telephone":
      return below(<TextField {...plain} type="tel" width={20} autoComplete="off" />);
    case "email":
      return below(<TextField {...plain} type="email" autoComplete="off" spellCheck={false} />);
    case "post":
      return below(<Textarea {...plain} rows={5} />);
    case "hours":
      return below(<TextField {...plain} width={4} inputMode="decimal" dir="ltr" autoComplete="off" />);
    case "yes-no":
      return below(<Radios {...plain} choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`prepare:equality.${value}`) }))} />);
    case "languages":
      return below(
        <Checkboxes
          {...{ ...plain, values: (entries[name] ?? "").split(" ") }}
          choices={languages.map((language) => ({ value: language, label: <bdi lang={language}>{languageNames[language]}</bdi> }))}
        />,
      );
    case "date":
    case "opening":
    case "closing":
      return <MomentField {...{ field, label, hint, entries, errors, theirs }} />;
  }
}

function MomentField({ field: { name, kind }, label, hint, entries, errors, theirs }: DesignFieldProps & { label: string; hint: string }) {
  const { t } = useWords();
  const wrong = dateParts.filter((part) => errors[`${name}-${part}`]);
  const error = wrong.map((part) => errors[`${name}-${part}`])[0];
  const value = Object.fromEntries(dateParts.map((part) => [part, entries[`${name}-${part}`] ?? ""]));
  const said = [...dateParts, "time"].map((part) => theirs[`${name}-${part}`]).filter(Boolean).join(" ");
  return (
    <>
      <DateField {...{ name, label, labelSize: "m", hint, value, error, wrong }} />
      {kind !== "date" && (
        <TextField
          name={`${name}-time`}
          label={t(`prepare:time.${name}`)}
          hint={t(`prepare:time-hint.${name}`)}
          width={5}
          autoComplete="off"
          value={entries[`${name}-time`]}
          error={errors[`${name}-time`]}
        />
      )}
      <Theirs said={Object.keys(theirs).some((input) => input.startsWith(`${name}-`)) ? said : undefined} />
    </>
  );
}
