import type { ReactNode } from "react";
import { textIn, type Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type BodyFilterProps = {
  bodies: readonly { slug: string; name: Text }[];
  shown: string | null;
  /** What else is asked of the list and stays so. */
  kept: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** Narrows a list down to one body, and by whatever stands within. */
export function BodyFilter({ bodies, shown, kept, children }: BodyFilterProps) {
  const { t, language } = useWords();
  return (
    <form method="get" noValidate>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="body"
        label={t("meetings:office.body")}
        value={shown ?? ""}
        options={[{ value: "", label: t("meetings:office.every-body") }, ...bodies.map(({ slug, name }) => ({ value: slug, label: textIn(name, language).text }))]}
      />
      {children}
      <Button look="secondary">{t("meetings:office.show")}</Button>
    </form>
  );
}
