// Figures of agreement as they are written: with the words for how far they can be relied on, and said where there is none.
import { useWords } from "#app/shared/ui/words.tsx";
import type { Judged } from "../code-agreement.ts";
import { fewestTexts } from "../code-agreement.ts";

/** Krippendorff's alpha with what it means; or why there is none. */
export function Alpha({ judged: { alpha, reliability, isEnough } }: { judged: Judged }) {
  const { t, number } = useWords();
  if (!isEnough) return <>{t("agreement:none.few", { least: number(fewestTexts) })}</>;
  if (alpha === null || reliability === null) return <>{t("agreement:none.same")}</>;
  return (
    <>
      <bdi dir="ltr">{number(alpha, 3)}</bdi> {t(`agreement:reliability.${reliability}`)}
    </>
  );
}

/** Cohen's kappa of two coders, with its band. */
export function Kappa({ judged: { kappa, strength, isEnough, coders } }: { judged: Judged }) {
  const { t, number } = useWords();
  if (!isEnough) return <>{t("agreement:none.dash")}</>;
  if (coders > 2) return <>{t("agreement:none.several")}</>;
  if (kappa === null || strength === null) return <>{t("agreement:none.same")}</>;
  return (
    <>
      <bdi dir="ltr">{number(kappa, 3)}</bdi> {t(`agreement:strength.${strength}`)}
    </>
  );
}
