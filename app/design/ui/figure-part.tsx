import { DateField } from "#app/shared/ui/date-field.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Fields, FigurePart as Part } from "../question-parts.ts";

type FigurePartProps = { part: Part; fields: Fields; errorOf: (field: string) => string | undefined };

/** A limit: a number, an amount or a day. */
export function FigurePart({ part: { name, look }, fields, errorOf }: FigurePartProps) {
  const { t } = useWords();
  const title = t(`editing:part.${name}.title`);
  const hint = t(`editing:part.${name}.hint`);
  if (look === "date") {
    const value = { day: fields[`${name}.day`] ?? "", month: fields[`${name}.month`] ?? "", year: fields[`${name}.year`] ?? "" };
    return <DateField name={name} separator="." label={title} labelSize="s" hint={hint} value={value} error={errorOf(`${name}.day`)} />;
  }
  return (
    <TextField
      name={name}
      label={title}
      labelSize="s"
      hint={hint}
      value={fields[name] ?? ""}
      error={errorOf(name)}
      width={5}
      inputMode={look === "count" ? "numeric" : "decimal"}
      spellCheck={false}
      {...(look === "pence" && { prefix: "£" })}
      {...(look === "megabytes" && { suffix: t("editing:megabytes") })}
    />
  );
}
