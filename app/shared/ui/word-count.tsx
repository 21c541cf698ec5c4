// Tells how many words are wanted, and counts them while typing where scripts run (govuk-frontend's character count).
// The script counts runs of characters between spaces, in every language; a server that checks must count the same.
import type { ReactNode } from "react";
import type { Words } from "#app/shared/words.ts";
import { useWords } from "./words.tsx";

/** Wraps the form group of a textarea that has this id, the class `govuk-js-character-count` and `wordCountId(id)` described. */
export function WordCount({ id, most, children }: { id: string; most: number; children: ReactNode }) {
  const words = useWords();
  return (
    <div className="govuk-character-count" data-module="govuk-character-count" data-maxwords={most} {...spoken(words)}>
      {children}
      <div id={wordCountId(id)} className="govuk-hint govuk-character-count__message">
        {words.t("shared:words.limit", { count: most, number: words.number(most) })}
      </div>
    </div>
  );
}

export function wordCountId(id: string): string {
  return `${id}-info`;
}

/** A number of each plural kind that some language we ship has, to ask for each form of a text once. */
const oneOfEachKind = [0, 1, 2, 3, 6, 10];

function spoken({ language, t }: Words): Record<string, string> {
  const kindOf = new Intl.PluralRules(language);
  const attributes: Record<string, string> = { "data-i18n.words-at-limit": t("shared:words.none") };
  for (const count of oneOfEachKind) {
    const kind = kindOf.select(count);
    // because the script puts its own figure where it finds %{count}
    attributes[`data-i18n.words-under-limit.${kind}`] = t("shared:words.left", { count, number: "%{count}" });
    attributes[`data-i18n.words-over-limit.${kind}`] = t("shared:words.over", { count, number: "%{count}" });
  }
  return attributes;
}
