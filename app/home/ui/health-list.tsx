import type { HealthLine } from "#app/home/health.ts";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

const colours = { fine: "green", look: "yellow", broken: "red" } as const;

/** What each fact is about, its state in a word, and what is to be said of it. */
export function HealthList({ lines }: { lines: readonly HealthLine[] }) {
  const { t } = useWords();
  return (
    <SummaryList
      rows={lines.map(({ name, state, says }) => ({
        key: name,
        label: t(`health:name.${name}`),
        value: (
          <>
            <Tag colour={colours[state]}>{t(`health:state.${state}`)}</Tag>
            <p className="govuk-body govuk-!-margin-bottom-0 govuk-!-margin-top-1">{says}</p>
          </>
        ),
      }))}
    />
  );
}
