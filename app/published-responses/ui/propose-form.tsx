import type { Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { whoseChoices, type Whose } from "../publication.ts";

type ProposeFormProps = {
  questions: readonly { id: string; number: string | null; label: Text; isOpen: boolean }[];
  /** What is proposed or holds now. */
  held: { whose: Whose; questions: readonly string[] } | null;
  typed: readonly (readonly [string, string])[] | null;
  error: string | undefined;
};

/** Whose responses are to be published, and which of the answers that they chose stand beside what they wrote. */
export function ProposeForm({ questions, held, typed, error }: ProposeFormProps) {
  const { t } = useWords();
  const ticked = typed ? typed.flatMap(([name, value]) => (name === "questions" ? [value] : [])) : (held?.questions ?? []);
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("published-responses:propose.heading")}</h2>
      <Radios
        name="whose"
        label={t("published-responses:propose.whose")}
        hint={t("published-responses:propose.whose-hint")}
        value={typed ? undefined : held?.whose}
        error={error}
        choices={whoseChoices.map((value) => ({ value, label: t(`published-responses:whose.${value}`) }))}
      />
      {questions.length > 0 && (
        <Checkboxes
          name="questions"
          small
          label={t("published-responses:propose.questions")}
          hint={t("published-responses:propose.questions-hint")}
          values={ticked}
          choices={questions.map(({ id, number, label, isOpen }) => ({
            value: id,
            label: (
              <>
                {number !== null && `${number}. `}
                <InLanguage text={label} />
              </>
            ),
            ...(!isOpen && { hint: t("published-responses:propose.only-organisations") }),
          }))}
        />
      )}
      <Button name="deed" value="propose">
        {t("published-responses:propose.yes")}
      </Button>
    </form>
  );
}
