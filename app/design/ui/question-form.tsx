import { useHref } from "@remix-run/react";
import type { ReactNode } from "react";
import type { QuestionType } from "#app/forms/question.ts";
import type { Language } from "#app/shared/languages.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Fields } from "../question-parts.ts";
import type { RowDeed } from "../rows.ts";
import { QuestionParts } from "./question-parts.tsx";
import { SaveFirst } from "./save-first.tsx";

type QuestionFormProps = {
  type: QuestionType;
  languages: readonly Language[];
  fields: Fields;
  errors: Record<string, string>;
  changed: { list: string; row: string; deed: RowDeed["deed"] } | null;
  isNumbered: boolean;
  /** The number of the last edit when this was read. */
  edits: number;
  isEditable: boolean;
  above?: ReactNode;
  /** Where it is posted to, if not to the page's own address. */
  postTo?: string;
};

/** A question to be written; where the form may not be edited the fields can be read and not changed. */
export function QuestionForm({ type, languages, fields, errors, changed, isNumbered, edits, isEditable, above, postTo }: QuestionFormProps) {
  const { t } = useWords();
  const elsewhere = useHref(postTo ?? "");
  return (
    <form method="post" noValidate action={postTo && elsewhere}>
      <SaveFirst />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="edits" value={edits} />
      {above}
      <fieldset className="govuk-fieldset" disabled={!isEditable}>
        <legend className="govuk-visually-hidden">{t(`editing:type.${type}.name`)}</legend>
        <QuestionParts type={type} languages={languages} fields={fields} errorOf={(field) => errors[field]} changed={changed} isNumbered={isNumbered} />
        {isEditable && (
          <ButtonGroup>
            <Button name="do" value="save">
              {t(postTo ? "editing:question.add-again" : "editing:save")}
            </Button>
          </ButtonGroup>
        )}
      </fieldset>
    </form>
  );
}
