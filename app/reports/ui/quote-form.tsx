import type { Segment } from "#app/moderation/redaction.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { sides } from "../quote.ts";

type QuoteFormProps = {
  text: { id: string; language: string; permission: string; segments: readonly Segment[] };
  typed: { words: string; side: string; why: string };
  errors: readonly { field: string; text: string }[];
};

/** Quotes an answer or a part of it. */
export function QuoteForm({ text, typed, errors }: QuoteFormProps) {
  const { t } = useWords();
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <>
      <RedactedWords segments={text.segments} language={text.language} />
      <p className="govuk-body">{t(`office:permission.${text.permission}`)}</p>
      <form method="post" noValidate>
        <input type="hidden" name="text" value={text.id} />
        <Textarea name="words" label={t("reports:choose.words")} hint={t("reports:choose.words-hint")} rows={4} value={typed.words} error={errorOf("words")} />
        <Radios name="side" label={t("reports:choose.side")} labelSize="m" value={typed.side} error={errorOf("side")} choices={sides.map((side) => ({ value: side, label: t(`reports:side.${side}`) }))} />
        <Textarea name="why" label={t("reports:choose.why-label")} hint={t("reports:choose.why-hint")} rows={3} value={typed.why} error={errorOf("why")} />
        <Button name="deed" value="choose">
          {t("reports:choose.do")}
        </Button>
      </form>
    </>
  );
}
