// Persons who would vote for more than one organisation, which nobody may, with the entries to look at.
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Conflict = { email: string; voters: { id: string; name: string; delegate: string }[] };

export function RollConflicts({ conflicts, hrefOf }: { conflicts: readonly Conflict[]; hrefOf: (id: string) => string }) {
  const { t } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <>
      <WarningText>{t("roll:conflict.text")}</WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {conflicts.map(({ email, voters }) => (
          <li key={email}>
            <bdi>{email}</bdi>
            <ul className="govuk-list">
              {voters.map(({ id, name, delegate }) => (
                <li key={id}>
                  <PageLink to={hrefOf(id)}>
                    <bdi>{delegate === "" ? name : `${name}, ${delegate}`}</bdi>
                  </PageLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
