import { textIn, type Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import type { AgendaItem } from "../agenda.ts";
import { agendaItemPath, officeAgendaPath, officePaperPath } from "../paths.ts";
import { ItemTags } from "./agenda.tsx";

type OfficeItemsProps = {
  partnership: { slug: string };
  meeting: { id: string };
  items: readonly AgendaItem[];
  papers: readonly { id: string; itemId: string; title: Text; isSent: boolean; isLate: boolean }[];
  mayChange: boolean;
  /** What has just been moved, as "up.<id>". */
  moved: string | null;
};

/** The items with their papers, each to be moved amongst those of its kind, changed or taken off. */
export function OfficeItems({ partnership, meeting, items, papers, mayChange, moved }: OfficeItemsProps) {
  const { t, language } = useWords();
  const [way = "", movedId] = (moved ?? "").split(".");
  return (
    <form method="post" noValidate>
      <ol className="points">
        {items.map((item, index) => {
          const name = textIn(item.title, language).text;
          const hidden = <span className="govuk-visually-hidden"> {name}</span>;
          const alike = items.filter(({ kind }) => kind === item.kind);
          const place = alike.indexOf(item);
          const own = papers.filter(({ itemId }) => itemId === item.id);
          return (
            <li key={item.id}>
              <h2 className="govuk-heading-s">
                {t("meetings:agenda.number", { number: index + 1 })} <InLanguage text={item.title} />
              </h2>
              <ItemTags item={{ ...item, beginsAt: null }} />
              {own.length > 0 && (
                <ul className="govuk-list">
                  {own.map(({ id, title, isSent, isLate }) => (
                    <li key={id}>
                      <PageLink to={officePaperPath(partnership, meeting, item, { id })}>
                        <InLanguage text={title} />
                      </PageLink>{" "}
                      <Tag colour={isLate ? "yellow" : isSent ? "green" : "grey"}>{t(`meetings:paper.state.${isLate ? "late" : isSent ? "sent" : "waiting"}`)}</Tag>
                    </li>
                  ))}
                </ul>
              )}
              {mayChange && (
                <p className="govuk-body actions">
                  <PageLink to={agendaItemPath(partnership, meeting, item)}>
                    {t("shared:change")}
                    {hidden}
                  </PageLink>{" "}
                  <PageLink to={officePaperPath(partnership, meeting, item, "new")}>
                    {t("meetings:paper.add")}
                    {hidden}
                  </PageLink>{" "}
                  <StepButtons
                    name={name}
                    valueOf={(to) => `${to}.${item.id}`}
                    mayGo={(to) => (to === "up" ? place > 0 : place < alike.length - 1)}
                    moved={movedId === item.id && isWay(way) ? way : null}
                  />{" "}
                  <PageLink to={officeAgendaPath(partnership, meeting, { ask: item.id })}>
                    {t("meetings:item.remove")}
                    {hidden}
                  </PageLink>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </form>
  );
}
