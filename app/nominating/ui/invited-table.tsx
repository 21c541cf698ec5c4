import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Answer, Way } from "../round.ts";

const wayColours: Record<Way, TagColour> = { "not-sent": "grey", waiting: "yellow", sent: "green", failed: "red", "to-print": "yellow", posted: "green" };
const answerColours: Record<Answer, TagColour> = { none: "grey", declined: "grey", asked: "yellow", withdrawn: "grey", "to-rule": "blue", invalid: "red", valid: "green" };

export type Invited = { id: string; path: string; organisation: Text; contact: string; way: Way; answer: Answer; name: string | null; reminded: string | null };

/** The organisations of a round for its officers: whether the letter came, and what they answered. */
export function InvitedTable({ rows }: { rows: readonly Invited[] }) {
  const { t } = useWords();
  return (
    <Table
      caption={t("nominating:invited.title")}
      stacks
      columns={(["organisation", "letter", "answer"] as const).map((key) => ({ key, heading: t(`nominating:invited.${key}`) }))}
      rows={rows.map(({ id, path, organisation, contact, way, answer, name, reminded }) => ({
        key: id,
        cells: [
          <span key="organisation">
            <PageLink to={path}>
              <InLanguage text={organisation} />
            </PageLink>
            <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">
              <bdi>{contact}</bdi>
            </span>
          </span>,
          <span key="way">
            <Tag colour={wayColours[way]}>{t(`nominating:way.${way}`)}</Tag>
            {reminded && <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">{t("nominating:invited.reminded", { date: reminded })}</span>}
          </span>,
          <span key="answer">
            <Tag colour={answerColours[answer]}>{t(`nominating:answer-state.${answer}`)}</Tag> {name && <bdi>{name}</bdi>}
          </span>,
        ],
      }))}
    />
  );
}
