import type { Language } from "#app/shared/languages.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { PictureFields } from "../picture-fields.ts";

type PictureFormProps = {
  fields: PictureFields;
  stood: string;
  /** A picture that was uploaded already and is not saved yet. */
  kept: string | null;
  hasPicture: boolean;
  languages: readonly Language[];
  accept: string;
  limits: { most: string; width: string };
  errors: Record<string, string>;
};

/** What is uploaded and what is said of it. */
export function PictureForm({ fields, stood, kept, hasPicture, languages, accept, limits, errors }: PictureFormProps) {
  const { t } = useWords();
  const inLanguages = (part: "alt" | "caption") => ({
    name: part,
    of: languages,
    valueOf: (language: Language) => fields[`${part}-${language}`] ?? "",
    errorOf: (language: Language) => errors[`${part}-${language}`],
  });
  const error = errors["file"];
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="stood" value={stood} />
      {kept !== null && <input type="hidden" name="kept" value={kept} />}
      <FormGroup id="file" label={t(hasPicture || kept !== null ? "editing:picture.other-file" : "editing:picture.file")} labelSize="m" hint={t("editing:picture.file-hint", limits)} error={error}>
        <input className="govuk-file-upload" id="file" name="file" type="file" accept={accept} aria-describedby={error ? "file-hint file-error" : "file-hint"} />
      </FormGroup>
      <Radios
        name="meaning"
        label={t("editing:picture.meaning")}
        labelSize="m"
        value={fields["meaning"]}
        error={errors["meaning"]}
        choices={[
          { value: "told", label: t("editing:picture.told") },
          { value: "decorative", label: t("editing:picture.decorative") },
        ]}
      />
      <FieldsInLanguages legend={t("editing:picture.alt")} hint={t("editing:picture.alt-hint")} {...inLanguages("alt")} />
      <FieldsInLanguages legend={t("editing:picture.caption")} hint={t("editing:picture.caption-hint")} {...inLanguages("caption")} />
      <ButtonGroup>
        <Button name="do" value="save">
          {t("editing:picture.save")}
        </Button>
        {hasPicture && (
          <Button look="secondary" name="do" value="remove">
            {t("editing:picture.remove")}
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}
