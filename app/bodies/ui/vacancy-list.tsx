// Seats that somebody left before the time: since when, why, and how and by when they are being filled.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { EndReason, FillingWay } from "../vacancy.ts";

type Props = {
  vacancies: readonly { path: string; holder: Text; seat: number; openedOn: string; endedFor: EndReason | null; filling: { way: FillingWay; dueOn: string } | null; isLate: boolean }[];
};

export function VacancyList({ vacancies }: Props) {
  const { t, number, date } = useWords();
  if (vacancies.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{t("seats:vacancies.title")}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {vacancies.map(({ path, holder, seat, openedOn, endedFor, filling, isLate }) => (
          <li key={path}>
            <InLanguage text={holder} /> <bdi>{number(seat)}</bdi>, {t("seats:vacancies.since", { date: date(openedOn), reason: t(`bodies:ended.${endedFor}`) })}.{" "}
            <PageLink to={path}>{filling ? t("seats:filling.by", { way: t(`bodies:way.${filling.way}`), date: date(filling.dueOn) }) : t("seats:vacancies.to-choose")}</PageLink>{" "}
            {isLate && <Tag colour="red">{t("seats:vacancies.late")}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
