import type { Language } from "#app/shared/languages.ts";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Fields } from "../question-parts.ts";
import { layouts } from "../section-fields.ts";
import { TextPart } from "./text-part.tsx";

type SectionFieldsProps = { languages: readonly Language[]; fields: Fields; errorOf: (field: string) => string | undefined };

/** A section's heading and introduction in every language, and how its questions are laid out. */
export function SectionFields({ languages, fields, errorOf }: SectionFieldsProps) {
  const { t } = useWords();
  const shared = { languages, fields, errorOf };
  return (
    <>
      <TextPart name="heading" title={t("editing:part.heading.title")} hint={t("editing:section.heading-hint")} {...shared} />
      <TextPart name="intro" rows={5} title={t("editing:part.intro.title")} hint={t("editing:part.intro.hint")} {...shared} />
      <Radios
        name="layout"
        label={t("editing:part.layout.title")}
        labelSize="s"
        value={fields.layout ?? "one-page"}
        choices={layouts.map((layout) => ({ value: layout, label: t(`editing:layout.${layout}.name`), hint: t(`editing:layout.${layout}.hint`) }))}
      />
    </>
  );
}
