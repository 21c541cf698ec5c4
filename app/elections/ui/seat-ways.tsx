// The ways in which a seat may be filled, each with its rule and with why it is open or not, and where those that are open go on.
import type { Way } from "#app/bodies/vacancy.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export function SeatWays({ ways, byElection, coOption }: { ways: readonly Way[]; byElection: string | null; coOption: string | null }) {
  const { t } = useWords();
  const paths: Partial<Record<Way["way"], string | null>> = { "by-election": byElection, "co-option": coOption };
  return (
    <>
      <h2 className="govuk-heading-m">{t("seats:filling.title")}</h2>
      <SummaryList
        rows={ways.map(({ way, whyNot }) => ({
          ...{ key: way, label: t(`bodies:way.${way}`) },
          value: (
            <>
              {t(`seats:way-hint.${way}`)}
              <br />
              <strong>{whyNot === null ? t("offers:ways.open") : t("offers:ways.not", { why: t(`seats:way-not.${whyNot}`) })}</strong>
              {whyNot === null && paths[way] && (
                <>
                  <br />
                  <PageLink to={paths[way]}>{t(`offers:ways.go.${way}`)}</PageLink>
                </>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}
