import { Button } from "#app/shared/ui/button.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { codePath, recodingPath } from "../paths.ts";

type CodeDeedsProps = {
  partnership: { slug: string };
  consultation: { id: string };
  frame: { id: string };
  code: { id: string };
  here: string;
  isRetired: boolean;
  mayAddUnder: boolean;
  mayRecode: boolean;
  /** Whether codes in use were made of it, to which its answers can be handed. */
  isSplit: boolean;
  kept: "always" | "has-codes" | null;
};

/** What can be done with a code besides rewording it. */
export function CodeDeeds({ partnership, consultation, frame, code, here, isRetired, mayAddUnder, mayRecode, isSplit, kept }: CodeDeedsProps) {
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
      {mayRecode &&
        (["place", "merge", "split"] as const).map((deed) => (
          <li key={deed}>
            <PageLink to={recodingPath(partnership, consultation, frame, code, deed)}>{t(`recoding:deed.${deed}`)}</PageLink>
          </li>
        ))}
      {isSplit && (
        <li>
          <PageLink to={recodingPath(partnership, consultation, frame, code, "sort")}>{t("recoding:deed.sort")}</PageLink>
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
