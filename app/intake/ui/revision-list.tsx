import { useWords } from "#app/shared/ui/words.tsx";

type RevisionListProps = { revisions: readonly { number: number; enteredAt: Date; reason: string | null; who: string | null }[] };

/** Who entered each revision and when, and why it was corrected; the latest first. */
export function RevisionList({ revisions }: RevisionListProps) {
  const { t, instant } = useWords();
  if (revisions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{t("intake:response.history")}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {revisions.map(({ number, enteredAt, reason, who }) => (
          <li key={number}>
            {t(number === 1 ? "intake:entered-by" : "intake:corrected-by", { at: instant(enteredAt), who: who ?? t("intake:nobody") })}
            {reason && (
              <>
                <br />
                <bdi>{reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
