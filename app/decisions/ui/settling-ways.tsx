// From a decision of the full partnership straight to what it settles: who leads a body, which seats it has. [SG08, SG09]
import { textIn, type Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type Settling = {
  bodies: readonly { slug: string; name: Text }[];
  /** Whose chair it is likely about. */
  body: string;
  /** New seats that are being worked on. */
  drafts: readonly { version: number; name: Text; path: string }[];
};

export function SettlingWays({ bodies, body, drafts }: Settling) {
  const { t, language, number } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("decisions:settling.title")}</h2>
      <p className="govuk-body">{t("decisions:settling.text")}</p>
      {drafts.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {drafts.map(({ path, version, name }) => (
            <li key={path}>
              <PageLink to={path}>
                {t("decisions:settling.seats", { version: number(version) })} <InLanguage text={name} />
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      <form method="post" noValidate>
        <Select name="body" label={t("decisions:settling.body")} value={body} options={bodies.map(({ slug, name }) => ({ value: slug, label: textIn(name, language).text }))} />
        <Button look="secondary" name="deed" value="name-chair">
          {t("decisions:settling.chair")}
        </Button>
      </form>
    </>
  );
}
