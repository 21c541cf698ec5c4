import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";

type WaitingThemesProps = {
  waiting: readonly { id: string; name: Text; answers: number; of: number }[];
  /** Themes there are. */
  of: number;
  /** The set that the answers are counted in; null where there is none. */
  set: number | null;
  pathOf: (themeId: string) => string;
};

/** The themes of the analysis that no reply is about yet; nothing where nothing was sorted by themes. */
export function WaitingThemes({ waiting, of, set, pathOf }: WaitingThemesProps) {
  const { t, number } = useWords();
  if (of === 0) return null;
  const counted = (answers: number, all: number) => t("replies:themes.answers", { answers: number(answers), of: number(all) });
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">{t("replies:themes.title")}</h2>
      <p className="govuk-body">
        {waiting.length === 0 ? t("replies:themes.none", { of: number(of) }) : t("replies:themes.waiting", { number: number(waiting.length), of: number(of) })}
        {set !== null && waiting.length > 0 && <> {t("replies:themes.set", { set: number(set) })}</>}
      </p>
      {waiting.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {waiting.map(({ id, name, answers, of: all }) => (
            <li key={id}>
              <PageLink to={pathOf(id)}>
                <InLanguage text={name} />
              </PageLink>
              {all > 0 && <>, {counted(answers, all)}</>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
