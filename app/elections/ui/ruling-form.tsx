import { Button } from "#app/shared/ui/button.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { rulingReasons, rulings } from "../nomination.ts";

type RulingFormProps = { entries: { ruling: string; reason: string; words: string }; errors: readonly { href: string; text: string }[]; most: number };

/** Valid or invalid; an invalid one with a reason, and in words that the candidate reads. */
export function RulingForm({ entries, errors, most }: RulingFormProps) {
  const { t, number } = useWords();
  const errorAt = (field: string) => errors.find(({ href }) => href === `#${field}`)?.text;
  return (
    <form method="post" noValidate>
      <Radios name="ruling" label={t("candidates:one.field.ruling")} labelSize="s" hint={t("candidates:one.ruling-hint")} value={entries.ruling} error={errorAt("ruling")} choices={rulings.map((value) => ({ value, label: t(`candidates:ruling.${value}`) }))} />
      <Select
        name="reason"
        label={t("candidates:one.reason")}
        hint={t("candidates:one.reason-hint")}
        value={entries.reason}
        error={errorAt("reason")}
        options={[{ value: "", label: t("candidates:form.choose") }, ...rulingReasons.map((value) => ({ value, label: t(`candidates:reason.${value}`) }))]}
      />
      <Textarea name="words" label={t("candidates:one.words")} hint={t("candidates:one.words-hint", { most: number(most) })} value={entries.words} error={errorAt("words")} rows={5} />
      <Button name="deed" value="rule">{t("candidates:one.save-ruling")}</Button>
    </form>
  );
}
