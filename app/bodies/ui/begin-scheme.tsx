// How a version of seats begins: as the one that holds, with nothing, as another body's, or as a shape that others have used.
import type { Text } from "#app/shared/languages.ts";
import { textIn } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { templateCodes } from "../seat-template.ts";

type Props = {
  fields: ReturnType<typeof useFields>;
  hasCurrent: boolean;
  /** Whose seats it may begin with. */
  others: readonly { slug: string; name: Text }[];
};

export function BeginScheme({ fields: { entries, errorAt }, hasCurrent, others }: Props) {
  const { t, language } = useWords();
  const choice = (value: string) => ({ value, label: t(`seats:begin.${value}`), hint: t(`seats:begin.${value}-hint`) });
  const body = (
    <Select
      name="fromBody"
      label={t("seats:field.fromBody")}
      value={entries.fromBody ?? ""}
      error={errorAt("fromBody")}
      options={[{ value: "", label: t("seats:begin.choose-body") }, ...others.map(({ slug, name }) => ({ value: slug, label: textIn(name, language).text }))]}
    />
  );
  return (
    <form method="post" noValidate>
      <Radios
        name="from"
        label={t("seats:field.from")}
        hint={t("seats:field.from-hint")}
        value={entries.from || (hasCurrent ? "current" : "nothing")}
        error={errorAt("from")}
        choices={[
          ...(hasCurrent ? [choice("current")] : []),
          choice("nothing"),
          ...(others.length > 0 ? [{ ...choice("body"), conditional: body }] : []),
          ...templateCodes.map((code, index) => ({ value: code, label: t(`seats:template.${code}.name`), hint: t(`seats:template.${code}.text`), afterOr: index === 0 })),
        ]}
      />
      <Button look={hasCurrent ? "secondary" : "main"} name="deed" value="begin">
        {t(hasCurrent ? "seats:draft.begin" : "seats:draft.begin-first")}
      </Button>
    </form>
  );
}
