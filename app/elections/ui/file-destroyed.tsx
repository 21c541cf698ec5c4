import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** That roll and sealed ballots are no longer there, since which day, and what stays. */
export function FileDestroyed({ on }: { on: string | null }) {
  const { t, date } = useWords();
  if (on === null) return null;
  return <InsetText>{t("results:kept.destroyed-on", { date: date(on) })}</InsetText>;
}
