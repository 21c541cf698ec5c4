import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { LiveQuote, Side } from "../quote.ts";

/** The quotes of a question in their order, each with why it was chosen. */
export function ChosenQuotes({ quotes }: { quotes: readonly (LiveQuote & { side: Side; why: string })[] }) {
  const { t, number } = useWords();
  if (quotes.length === 0) return <p className="govuk-body">{t("reports:choose.none-chosen")}</p>;
  return (
    <form method="post">
      <ol className="govuk-list govuk-list--spaced">
        {quotes.map(({ id, segments, language, side, why, name }, index) => (
          <li key={id}>
            {segments ? <RedactedWords segments={segments} language={language} /> : <p className="govuk-body">{t("reports:quotes.gone")}</p>}
            <p className="govuk-body-s">
              {name && (
                <>
                  <bdi>{name}</bdi>.{" "}
                </>
              )}
              {t(`reports:side.${side}`)}. {t("reports:choose.why")} <bdi>{why}</bdi>
            </p>
            <div className="outline-row__deeds">
              <StepButtons name={t("reports:choose.which", { number: number(index + 1) })} field="deed" valueOf={(way) => `${way} ${id}`} mayGo={(way) => (way === "up" ? index > 0 : index < quotes.length - 1)} />
              <button className="link-button" name="deed" value={`take-out ${id}`}>
                {t("reports:choose.take-out")}
                <span className="govuk-visually-hidden"> {t("reports:choose.which", { number: number(index + 1) })}</span>
              </button>
            </div>
          </li>
        ))}
      </ol>
    </form>
  );
}
