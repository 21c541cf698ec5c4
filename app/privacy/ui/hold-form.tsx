import { Button } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type HoldFormProps = {
  hold: { reason: string; placedAt: Date; by: string | null } | null;
  /** What a hold keeps, and what lifting one lets go. */
  text: string;
  liftText: string;
  refused: { reason: string; error: string } | undefined;
};

/** Places a hold, with a reason, or lifts the one that stands. */
export function HoldForm({ hold, text, liftText, refused }: HoldFormProps) {
  const { t, instant } = useWords();
  return hold ? (
    <form method="post" noValidate>
      <p className="govuk-body">{hold.by === null ? t("privacy:hold.since", { at: instant(hold.placedAt) }) : t("privacy:hold.since-by", { at: instant(hold.placedAt), name: hold.by })}</p>
      <InsetText>{hold.reason}</InsetText>
      <p className="govuk-body">{liftText}</p>
      <Button look="warning" name="deed" value="lift">
        {t("privacy:hold.lift")}
      </Button>
    </form>
  ) : (
    <form method="post" noValidate>
      <p className="govuk-body">{text}</p>
      <Textarea name="reason" label={t("privacy:hold.reason")} hint={t("privacy:hold.reason-hint")} rows={4} value={refused?.reason} error={refused?.error} />
      <Button name="deed" value="hold">
        {t("privacy:hold.place")}
      </Button>
    </form>
  );
}
