// How a sample was drawn that was read twice, and how much of it both have read, in sentences.
import { useWords } from "#app/shared/ui/words.tsx";
import type { SampleDrawn } from "../agreement.ts";

export function SampleWords({ sample: { texts, drawn, both, handOuts } }: { sample: SampleDrawn }) {
  const { t, number, instant } = useWords();
  if (drawn === 0) return <>{t("agreement:sample.none")}</>;
  return (
    <>
      <p className="govuk-body">{t("agreement:sample.how-many", { drawn: number(drawn), texts: number(texts), both: number(both) })}</p>
      <ul className="govuk-list">
        {handOuts.map(({ seed, texts: of, share, least, reason, at }) => (
          <li key={seed}>
            {t("agreement:sample.drawn", { number: number(of), share: number(share), least: number(least), at: instant(at) })} <code dir="ltr">{seed}</code>
            {reason !== null && (
              <>
                {" "}
                {t("work:drawn.reason")} <bdi>{reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
