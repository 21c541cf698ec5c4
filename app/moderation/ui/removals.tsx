import { Button } from "#app/shared/ui/button.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { removalReasons, type Removal } from "../redaction.ts";

/** The words that are removed, for officers alone, each with a button that puts it back. */
export function Removals({ text, language, removals }: { text: string; language: string; removals: readonly (Removal & { id: string })[] }) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <Table
        caption={t("moderation:removals.caption")}
        stacks
        rowsAreNamed={false}
        columns={[
          { key: "words", heading: t("moderation:removals.words") },
          { key: "why", heading: t("moderation:removals.why") },
          { key: "deed", heading: t("moderation:removals.put-back") },
        ]}
        rows={removals.map(({ id, start, end, reason }) => {
          const words = text.slice(start, end);
          return {
            key: id,
            cells: [
              <span key="words" lang={language} dir="auto">
                {words}
              </span>,
              t(`moderation:reason.${reason}`),
              <Button key="deed" name="deed" value={`put-back ${id}`} look="secondary">
                {t("moderation:removals.put-back")}
                <span className="govuk-visually-hidden">
                  {" "}
                  <bdi>{words}</bdi>
                </span>
              </Button>,
            ],
          };
        })}
      />
    </form>
  );
}

type RemoveFormProps = { words: string; why: string; wordsError: string | undefined; whyError: string | undefined };

/** Which words the public does not see, and why. */
export function RemoveForm({ words, why, wordsError, whyError }: RemoveFormProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("moderation:remove.heading")}</h2>
      <Textarea name="words" label={t("moderation:remove.words")} hint={t("moderation:remove.hint")} rows={2} value={words} error={wordsError} />
      <Radios name="why" small label={t("moderation:remove.why")} value={why} error={whyError} choices={removalReasons.map((reason) => ({ value: reason, label: t(`moderation:reason.${reason}`) }))} />
      <Button name="deed" value="remove" look="secondary">
        {t("moderation:remove.yes")}
      </Button>
    </form>
  );
}
