// Persons who would vote for more than one organisation, which nobody may, or who may stand on the roll twice, with the entries to look at.
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";

/** `of` is what the entries have in common. */
type Conflict = { of: string; voters: { id: string; name: string; delegate: string }[] };

export function RollConflicts({ conflicts, text, hrefOf }: { conflicts: readonly Conflict[]; text: string; hrefOf: (id: string) => string }) {
  if (conflicts.length === 0) return null;
  return (
    <>
      <WarningText>{text}</WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {conflicts.map(({ of, voters }) => (
          <li key={of}>
            <bdi>{of}</bdi>
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
