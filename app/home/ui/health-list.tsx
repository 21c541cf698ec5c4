import type { HealthLine } from "#app/home/health.ts";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

const colours = { fine: "green", look: "yellow", broken: "red" } as const;

const idOf = (name: string) => `line-${name}`;

/** What wants somebody's hand, each a link to what is said of it. */
export function HealthNews({ lines }: { lines: readonly HealthLine[] }) {
  const { t } = useWords();
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {lines
          .filter(({ state }) => state !== "fine")
          .map(({ name }) => (
            <li key={name}>
              <a className="govuk-link" href={`#${idOf(name)}`}>
                {t(`health:name.${name}`)}
              </a>
            </li>
          ))}
      </ul>
      <p className="govuk-body">{t("health:pass-on")}</p>
    </>
  );
}

/** What each fact is about, its state in a word, and what is to be said of it. */
export function HealthList({ lines }: { lines: readonly HealthLine[] }) {
  const { t } = useWords();
  return (
    <SummaryList
      rows={lines.map(({ name, state, says }) => ({
        key: name,
        label: (
          <span id={idOf(name)} tabIndex={-1}>
            {t(`health:name.${name}`)}
          </span>
        ),
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
