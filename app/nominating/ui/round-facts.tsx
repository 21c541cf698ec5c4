// What a round of nominations is about, for everybody.
import { bodyPath } from "#app/bodies/public-paths.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Props = {
  partnership: { slug: string };
  round: { about: Text; criteria: Text; seats: number; opensOn: string; closesOn: string; termStartsOn: string; termInMonths: number; line: { holder: Text; body: { slug: string; name: Text } } };
  invited: number;
};

export function RoundFacts({ partnership, round: { about, criteria, seats, opensOn, closesOn, termStartsOn, termInMonths, line }, invited }: Props) {
  const { t, date, number } = useWords();
  return (
    <>
      <Paragraphs text={about} className="govuk-body-l" />
      <SummaryList
        rows={[
          { key: "body", label: t("nominating:fact.body"), value: <PageLink to={bodyPath(partnership, line.body)}><InLanguage text={line.body.name} /></PageLink> },
          { key: "line", label: t("nominating:fact.line"), value: <InLanguage text={line.holder} /> },
          { key: "seats", label: t("nominating:fact.seats"), value: number(seats) },
          { key: "invited", label: t("nominating:fact.invited"), value: number(invited) },
          { key: "answers", label: t("nominating:fact.answers"), value: t("nominating:fact.from-to", { from: date(opensOn), to: date(closesOn) }) },
          { key: "term", label: t("nominating:fact.term"), value: t("nominating:fact.term-from", { date: date(termStartsOn), months: number(termInMonths) }) },
        ]}
      />
      {Object.keys(criteria).length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("nominating:fact.criteria")}</h2>
          <Paragraphs text={criteria} />
        </>
      )}
    </>
  );
}
