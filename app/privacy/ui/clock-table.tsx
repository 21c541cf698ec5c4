// When what goes of each consultation, and what holds it.
import { officeConsultationPath } from "#app/consultations/office-paths.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { holdPath } from "../paths.ts";
import { answerRules, type AnswerRule, type Clock } from "../retention.ts";

export type ShownClock = {
  id: string;
  title: Text;
  from: Clock | null;
  hold: string | null;
  isErased: boolean;
  until: { rule: AnswerRule; on: string | null; count: number }[];
};

export function ClockTable({ partnership, clocks }: { partnership: { slug: string }; clocks: readonly ShownClock[] }) {
  const { t, number, date } = useWords();
  const cell = ({ on, count }: ShownClock["until"][number], isErased: boolean) => {
    if (count === 0) return t(isErased ? "privacy:clock.gone" : "privacy:clock.none");
    const counted = t("privacy:clock.count", { count, number: number(count) });
    return on === null ? counted : t("privacy:clock.until", { date: date(on), counted });
  };
  if (clocks.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">{t("privacy:clock.title")}</h2>
        <p className="govuk-body">{t("privacy:clock.empty")}</p>
      </>
    );
  }
  return (
    <Table
      caption={t("privacy:clock.title")}
      stacks
      columns={[
        { key: "consultation", heading: t("privacy:retention.consultation") },
        { key: "from", heading: t("privacy:clock.from") },
        ...answerRules.map(({ name }) => ({ key: name, heading: t(`privacy:clock.${name}`) })),
        { key: "hold", heading: t("privacy:clock.hold") },
      ]}
      rows={clocks.map(({ id, title, from, hold, isErased, until }) => ({
        key: id,
        cells: [
          <PageLink key="title" to={officeConsultationPath(partnership, { id })}>
            <InLanguage text={title} />
          </PageLink>,
          from ? t(`privacy:clock.from-${from.from}`, { date: date(from.on) }) : t("privacy:clock.not-yet"),
          ...until.map((one) => cell(one, isErased)),
          <span key="hold">
            {hold !== null && <Tag colour="yellow">{t("privacy:clock.held")}</Tag>}{" "}
            <PageLink to={holdPath(partnership, { id })}>{t(hold === null ? "privacy:clock.place" : "privacy:clock.lift")}</PageLink>
          </span>,
        ],
      }))}
    />
  );
}
