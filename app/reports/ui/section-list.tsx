import { PageLink } from "#app/shared/ui/page-link.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Said } from "../blocks.ts";
import { SaidWords } from "./blocks.tsx";

export type ListedSection = { key: string; title: Said; path: string; state: "left-out" | "written" | "made"; quotes: { path: string; number: number } | null };

type SectionListProps = { sections: readonly ListedSection[]; mayWrite: boolean; moved: { key: string; way: "up" | "down" } | null };

/** Every section in its order, to be written in, quoted in, moved. */
export function SectionList({ sections, mayWrite, moved }: SectionListProps) {
  const { t, number } = useWords();
  return (
    <form method="post">
      <ol className="govuk-list govuk-list--spaced">
        {sections.map(({ key, title, path, state, quotes }, index) => (
          <li key={key} id={`section-${index + 1}`}>
            {mayWrite ? (
              <PageLink to={path}>
                <SaidWords said={title} />
              </PageLink>
            ) : (
              <SaidWords said={title} />
            )}{" "}
            {state !== "made" && <Tag colour={state === "left-out" ? "grey" : "blue"}>{t(`reports:office.state.${state}`)}</Tag>}
            {quotes && (
              <span className="govuk-!-display-block">
                <PageLink to={quotes.path}>
                  {t("reports:office.quotes", { number: number(quotes.number) })}
                  <span className="govuk-visually-hidden"> {title.text}</span>
                </PageLink>
              </span>
            )}
            {mayWrite && (
              <div className="outline-row__deeds">
                <StepButtons name={title.text} field="deed" valueOf={(way) => `${way} ${key}`} mayGo={(way) => (way === "up" ? index > 0 : index < sections.length - 1)} moved={moved?.key === key ? moved.way : null} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </form>
  );
}
