// Those from whom some seats are filled by turns.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Sitter } from "./seat-table.tsx";

type Props = { holder: Text; seats: number | null; size: number | null; people: readonly Sitter[]; appointPath: string | null };

export function PoolList({ holder, seats, size, people, appointPath }: Props) {
  const { t, number, date } = useWords();
  return (
    <>
      <h3 className="govuk-heading-s">
        {t("seats:pool.title")} <InLanguage text={holder} />
      </h3>
      <p className="govuk-body">{t(size === null ? "seats:pool.unlimited" : "seats:pool.of", { people: number(people.length), size: number(size ?? 0) })} {t("seats:pool.fills", { count: seats ?? 0, seats: number(seats ?? 0) })}</p>
      <ul className="govuk-list govuk-list--bullet">
        {people.map((one) => (
          <li key={one.path}>
            <PageLink to={one.path}>
              <bdi>{one.name === "" ? t("seats:nameless") : one.name}</bdi>
            </PageLink>{" "}
            <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">
              {one.organisation && (
                <>
                  <InLanguage text={one.organisation} />
                  <br />
                </>
              )}
              {t("seats:pool.until", { standing: t(`bodies:standing.${one.standing}`), date: date(one.until) })}
            </span>
          </li>
        ))}
      </ul>
      {appointPath && (
        <p className="govuk-body">
          <PageLink to={appointPath}>{t("seats:pool.add")}</PageLink>
        </p>
      )}
    </>
  );
}
