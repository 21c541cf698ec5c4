import { Button } from "#app/shared/ui/button.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { codePath } from "../paths.ts";

type CodeDeedsProps = {
  partnership: { slug: string };
  consultation: { id: string };
  frame: { id: string };
  code: { id: string };
  here: string;
  isRetired: boolean;
  mayAddUnder: boolean;
  kept: "always" | "has-codes" | null;
};

/** What can be done with a code besides rewording it. */
export function CodeDeeds({ partnership, consultation, frame, code, here, isRetired, mayAddUnder, kept }: CodeDeedsProps) {
  const { t } = useWords();
  if (isRetired) {
    return (
      <form method="post" noValidate>
        <Button look="secondary" name="deed" value="restore">
          {t("codeframe:deed.restore")}
        </Button>
      </form>
    );
  }
  return (
    <ul className="govuk-list">
      {mayAddUnder && (
        <li>
          <PageLink to={codePath(partnership, consultation, frame, "new", code.id)}>{t("codeframe:deed.add-under")}</PageLink>
        </li>
      )}
      {kept === null && (
        <li>
          <PageLink to={`${here}?ask=retire`}>{t("codeframe:deed.retire")}</PageLink>
        </li>
      )}
    </ul>
  );
}
