import { timeOf } from "#app/shared/dates.ts";
import { filled, textIn } from "#app/shared/languages.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { PublicItem, PublicPaper } from "../public-agenda.ts";
import { sizeText } from "#app/shared/sizes.ts";

type AgendaProps = { items: readonly PublicItem[]; paperPathOf: (paper: PublicPaper) => string };

/** An agenda, item by item, with the papers of each. */
export function Agenda({ items, paperPathOf }: AgendaProps) {
  const { t } = useWords();
  return (
    <ol className="points">
      {items.map((item, index) => (
        <li key={item.id}>
          <h3 className="govuk-heading-s">
            {t("meetings:agenda.number", { number: index + 1 })} <InLanguage text={item.title} />
          </h3>
          <ItemTags item={item} />
          {item.isPrivate && Object.keys(item.about).length === 0 ? <p className="govuk-body">{t("meetings:agenda.private-text")}</p> : <Paragraphs text={item.about} />}
          {item.kind === "emergency" && filled(item.justification) && (
            <>
              <p className="govuk-body govuk-!-font-weight-bold">{t("meetings:agenda.justification")}</p>
              <Paragraphs text={item.justification} />
            </>
          )}
          <PaperList papers={item.papers} paperPathOf={paperPathOf} />
        </li>
      ))}
    </ol>
  );
}

/** What an item is for, and what sets it apart from the others. */
export function ItemTags({ item: { purpose, kind, isPrivate, beginsAt } }: { item: Pick<PublicItem, "purpose" | "kind" | "isPrivate" | "beginsAt"> }) {
  const { t } = useWords();
  return (
    <p className="govuk-body">
      {kind !== "item" && <Tag colour={kind === "emergency" ? "red" : "grey"}>{t(`meetings:item-kind.${kind}`)}</Tag>} {t(`meetings:purpose.${purpose}`)}
      {beginsAt && <> · {t("meetings:agenda.at", { time: timeOf(beginsAt) })}</>} {isPrivate && <Tag colour="yellow">{t("meetings:agenda.private")}</Tag>}
    </p>
  );
}

function PaperList({ papers, paperPathOf }: { papers: readonly PublicPaper[]; paperPathOf: (paper: PublicPaper) => string }) {
  const words = useWords();
  const { t, language } = words;
  if (papers.length === 0) return null;
  return (
    <ul className="govuk-list">
      {papers.map((paper) => (
        <li key={paper.id}>
          <PageLink to={paperPathOf(paper)}>
            <InLanguage text={paper.title} />
          </PageLink>{" "}
          ({sizeText(paper.bytes, words)}) {paper.isLate && <Tag colour="yellow">{t("meetings:paper.late")}</Tag>}
          {paper.isLate && <p className="govuk-body-s">{t("meetings:paper.late-for", { reason: textIn(paper.lateFor, language).text })}</p>}
        </li>
      ))}
    </ul>
  );
}
