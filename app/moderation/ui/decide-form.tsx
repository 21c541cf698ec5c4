import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { needsReason, type Deed } from "../moderation.ts";

type DecideFormProps = { deeds: readonly Deed[]; reason: string; error: string | undefined };

/** What may be decided, each a button; why, where some of them need it. */
export function DecideForm({ deeds, reason, error }: DecideFormProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      {deeds.some(needsReason) && <Textarea name="reason" label={t("moderation:text.reason")} hint={t("moderation:text.reason-hint")} rows={3} value={reason} error={error} />}
      <ButtonGroup>
        {deeds.map((deed, index) => (
          <Button key={deed} name="deed" value={deed} look={index === 0 && deed !== "reopen" ? "main" : "secondary"}>
            {t(`moderation:deed.${deed}`)}
          </Button>
        ))}
      </ButtonGroup>
    </form>
  );
}
