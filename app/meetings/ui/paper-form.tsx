import type { Entries } from "#app/shared/edits.ts";
import { textIn } from "#app/shared/languages.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestOfPaper, paperTypes } from "../paper-form.ts";
import type { LateRule, Paper } from "../paper.ts";

type PaperFormProps = {
  entries: Entries;
  errors: Entries;
  revision: number;
  /** The file it has already. */
  fileName: string | null;
  isNew: boolean;
  dueOn: string;
  isLateNow: boolean;
  lateRule: LateRule;
};

/** A paper's title, and its text or its file; why it is late once it is, where the body takes that. */
export function PaperForm({ entries, errors, revision, fileName, isNew, dueOn, isLateNow, lateRule }: PaperFormProps) {
  const { t, number } = useWords();
  const texts = (name: keyof typeof longestOfPaper, rows?: number) => (
    <FieldsInLanguages
      name={name}
      legend={t(`meetings:paper.field.${name}`)}
      hint={t(`meetings:paper.hint.${name}`, { most: number(longestOfPaper[name]) })}
      {...(rows ? { rows } : {})}
      valueOf={(language) => entries[`${name}-${language}`] ?? ""}
      errorOf={(language) => errors[`${name}-${language}`]}
    />
  );
  return (
    <form method="post" encType="multipart/form-data" id="typed" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <InsetText>{isLateNow ? t(`meetings:send.late-${lateRule}`) : t("meetings:send.due", { date: dueOn })}</InsetText>
      {texts("title")}
      <FormGroup id="file" label={t("meetings:paper.field.file")} labelSize="m" hint={fileName ? t("meetings:paper.hint.file-there", { name: fileName }) : t("meetings:paper.hint.file")} error={errors.file}>
        <input
          className={errors.file ? "govuk-file-upload govuk-file-upload--error" : "govuk-file-upload"}
          id="file"
          name="file"
          type="file"
          accept={paperTypes.join(",")}
          aria-describedby={errors.file ? "file-hint file-error" : "file-hint"}
        />
      </FormGroup>
      {texts("text", 10)}
      {isLateNow && lateRule === "mark" && texts("lateFor", 2)}
      <ButtonGroup>
        <Button>{t("meetings:save")}</Button>
        {!isNew && <Button look="secondary" name="deed" value="remove">{t("meetings:paper.remove")}</Button>}
      </ButtonGroup>
    </form>
  );
}

/** A paper that went out: it stays as it was sent. */
export function PaperSent({ paper }: { paper: Pick<Paper, "text" | "file" | "isLate" | "lateFor"> }) {
  const { t, language } = useWords();
  return (
    <>
      <InsetText>{t("meetings:paper.sent")}</InsetText>
      {paper.isLate && <p className="govuk-body">{t("meetings:paper.late-for", { reason: textIn(paper.lateFor, language).text })}</p>}
      {paper.file ? <p className="govuk-body"><bdi>{paper.file.name}</bdi></p> : <Paragraphs text={paper.text} />}
    </>
  );
}
