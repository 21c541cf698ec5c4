import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { changedQuestionsPath } from "../paths.ts";

/** That other questions are asked now than those a draft was begun with, and where it can go over to them. */
export function QuestionsChanged({ partnership, consultation }: { partnership: { slug: string }; consultation: { id: string } }) {
  const { t } = useWords();
  return (
    <InsetText>
      <p className="govuk-body">{t("versions:begun-before.told")}</p>
      <PageLink to={changedQuestionsPath(partnership, consultation)}>{t("versions:begun-before.link")}</PageLink>
    </InsetText>
  );
}
