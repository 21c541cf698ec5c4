import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import type { Fields, Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type CodeRefused = Refused;

type CodeFormProps = { fields: Fields; longest: Record<"name" | "definition" | "include" | "exclude" | "example", number>; under: string | null; isNew: boolean };

/** What a code is called, what it means, and its marks. */
export function CodeForm({ fields: { entries, before, inEach }, longest, under, isNew }: CodeFormProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      {under !== null && <input type="hidden" name="under" value={under} />}
      {inEach("name", { most: longest.name })}
      {inEach("definition", { rows: 3, most: longest.definition })}
      {inEach("include", { rows: 3, most: longest.include })}
      {inEach("exclude", { rows: 3, most: longest.exclude })}
      {inEach("example", { rows: 3, most: longest.example })}
      <Checkboxes
        small
        name="marks"
        label={t("codeframe:code.marks")}
        labelSize="m"
        values={(entries.marks ?? "").split(" ")}
        choices={(["isCrossCutting", "isEquality"] as const).map((mark) => ({ value: mark, label: t(`codeframe:mark.${mark}`), hint: t(`codeframe:mark.${mark}-hint`) }))}
      />
      <AsOpened entries={before} />
      <Button>{t(isNew ? "codeframe:code.add" : "codeframe:code.save")}</Button>
    </form>
  );
}
