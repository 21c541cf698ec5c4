import type { Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestNotice, type NoticeKind } from "../notice.ts";

type NoticeFormProps = { kind: NoticeKind; text: Text; latest: string; errors: Record<string, string> };

/** Writes a new version, beginning with the words of the one before; `errors` by the input. */
export function NoticeForm({ kind, text, latest, errors }: NoticeFormProps) {
  const { t, number } = useWords();
  return (
    <form method="post" noValidate>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="latest" value={latest} />
      <FieldsInLanguages
        name={kind}
        legend={t(`prepare:notices.write-${kind}`)}
        hint={t("prepare:notices.write-hint", { most: number(longestNotice) })}
        rows={14}
        valueOf={(language) => text[language] ?? ""}
        errorOf={(language) => errors[`${kind}-${language}`]}
      />
      <Button>{t("prepare:notices.save")}</Button>
    </form>
  );
}
