import { textIn, type Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Due = { id: string; title: Text; path: string; dueOn: string | null };

/** What is due and stands on no agenda, each with a button that puts it on this one. */
export function DueList({ due }: { due: readonly Due[] }) {
  const { t, language } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:due.for-agenda")}</h2>
      {due.length === 0 ? (
        <p className="govuk-body">{t("meetings:due.none-for-agenda")}</p>
      ) : (
        <form method="post" noValidate>
          <Table
            caption={t("meetings:due.for-agenda")}
            captionSize="hidden"
            stacks
            columns={(["what", "by", "put"] as const).map((key) => ({ key, heading: t(`meetings:due.column.${key}`) }))}
            rows={due.map(({ id, title, path, dueOn }) => ({
              key: id,
              cells: [
                <PageLink key="what" to={path}>
                  <InLanguage text={title} />
                </PageLink>,
                dueOn ?? t("meetings:due.no-date"),
                <button key="put" className="link-button" name="due" value={id}>
                  {t("meetings:due.put")}
                  <span className="govuk-visually-hidden"> {textIn(title, language).text}</span>
                </button>,
              ],
            }))}
          />
        </form>
      )}
    </>
  );
}
