// The keys with which differences are settled, and the switch for them.
import { useWords } from "#app/shared/ui/words.tsx";
import type { Keys } from "./reading-keys.tsx";

const names = ["1–9", "n", "d", "j"] as const;
const wordsOf: Record<(typeof names)[number], string> = { "1–9": "tick", n: "note", d: "settle", j: "next" };

export function SettleKeys({ keys }: { keys: Keys }) {
  const { t } = useWords();
  if (!keys.isThere) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{t("reading:keys.heading")}</span>
      </summary>
      <div className="govuk-details__text">
        <dl className="reading__keys">
          {names.map((name) => (
            <div key={name}>
              <dt>
                <kbd>{name.toUpperCase()}</kbd>
              </dt>
              <dd>{t(`differences:key.${wordsOf[name]}`)}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={keys.toggle}>
          {t(keys.isOn ? "reading:keys.off" : "reading:keys.on")}
        </button>
      </div>
    </details>
  );
}
