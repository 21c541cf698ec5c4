import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { OutsideTheme } from "../outside-model.ts";

type OutsideThemeFormProps = {
  theme: OutsideTheme;
  /** The codes there are. */
  choices: readonly { value: string; label: string }[];
  typed: { code: string; name: string; definition: string } | null;
  errors: readonly { href: string; text: string }[];
};

/** A theme of a model outside, which a person makes a code, finds to be one there is, or dismisses. */
export function OutsideThemeForm({ theme, choices, typed, errors }: OutsideThemeFormProps) {
  const { t, number } = useWords();
  const errorAt = (field: string) => errors.find(({ href }) => href === `#${field}-${theme.id}`)?.text;
  return (
    <section aria-labelledby={`theme-${theme.id}`}>
      <h3 className="govuk-heading-s" id={`theme-${theme.id}`}>
        <bdi>{theme.label}</bdi>
      </h3>
      <p className="govuk-body">
        <bdi>{theme.description}</bdi>
      </p>
      <p className="govuk-body">{t("outside:themes.texts", { texts: number(theme.texts) })}</p>
      <form method="post" noValidate>
        <Select name="code" id={`code-${theme.id}`} label={t("outside:themes.code")} value={typed?.code ?? ""} error={errorAt("code")} options={[{ value: "", label: t("outside:themes.new") }, ...choices]} />
        <TextField name="name" id={`name-${theme.id}`} label={t("suggestions:themes.name")} hint={t("outside:themes.only-new")} value={typed?.name ?? theme.label} error={errorAt("name")} />
        <Textarea name="definition" id={`definition-${theme.id}`} rows={3} label={t("suggestions:themes.meaning")} value={typed?.definition ?? theme.description} error={errorAt("definition")} />
        <ButtonGroup>
          <Button name="deed" value={`take:${theme.id}`}>
            {t("suggestions:themes.take")}
          </Button>
          <Button look="secondary" name="deed" value={`dismiss:${theme.id}`}>
            {t("suggestions:themes.dismiss")}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
