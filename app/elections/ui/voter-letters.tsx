// The letters with codes to a voter, by what became of them; and, in the demonstration alone, what the last one says.
import { languageNames, type Language } from "#app/shared/languages.ts";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { LetterDelivery } from "../roll.ts";
import type { LetterPart } from "../voter-letters.ts";
import { LetterParts } from "./letter-parts.tsx";

type Shown = { id: string; issue: number; way: "email" | "post"; reason: string; delivery: LetterDelivery; isLast: boolean; attempts: number; problem: string | null; askedOn: string; sentOn: string | null };

export function VoterLetters({ letters, mayRule }: { letters: readonly Shown[]; mayRule: boolean }) {
  const { t, number } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("roll:letters.of-voter")}</h2>
      {letters.length === 0 ? (
        <p className="govuk-body">{t("roll:letters.none-yet")}</p>
      ) : (
        <Table
          caption={t("roll:letters.of-voter")}
          captionSize="hidden"
          stacks
          columns={(["code", "way", "asked", "state", "reason", "deed"] as const).map((key) => ({ key, heading: t(`roll:letters.column.${key}`) }))}
          rows={letters.map((one) => ({
            key: one.id,
            cells: [
              t(one.isLast ? "roll:letters.code-last" : "roll:letters.code-dead", { number: number(one.issue) }),
              t(`roll:way.${one.way}`),
              one.askedOn,
              <State key="state" {...one} />,
              <bdi key="reason">{one.reason}</bdi>,
              mayRule && (one.delivery === "sent" || one.delivery === "posted" || one.delivery === "returned") ? <Returned key="deed" {...one} /> : "",
            ],
          }))}
        />
      )}
    </>
  );
}

function State({ delivery, sentOn, attempts, problem }: Shown) {
  const { t, number } = useWords();
  return (
    <>
      {t(`roll:delivery.${delivery}`)}
      {sentOn && <> {t("roll:letters.on", { date: sentOn })}</>}
      {problem && <><br />{t("roll:letters.tried", { count: attempts, number: number(attempts) })} {t(`letters:problem.${problem}`)}</>}
    </>
  );
}

function Returned({ id, delivery }: Shown) {
  const { t } = useWords();
  const deed = delivery === "returned" ? "not-returned" : "returned";
  return (
    <form method="post">
      <input type="hidden" name="letter" value={id} />
      <button type="submit" className="link-button" name="deed" value={deed}>
        {t(`roll:deed.${deed}`)}
      </button>
    </form>
  );
}

export function LetterShown({ language, parts }: { language: Language; parts: readonly LetterPart[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="letter-shown">
      <h2 className="govuk-heading-m" id="letter-shown">{t("roll:shown.title")}</h2>
      <p className="govuk-body">{t("roll:shown.text", { language: languageNames[language] })}</p>
      <InsetText>
        <LetterParts language={language} parts={parts} />
      </InsetText>
    </section>
  );
}
