import { partnershipPath } from "#app/partnerships/paths.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";

export type ListedPartnership = { id: string; slug: string; name: Text; below: readonly ListedPartnership[] };

/** Partnerships to go to, each with those below it. */
export function PartnershipList({ partnerships }: { partnerships: readonly ListedPartnership[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {partnerships.map(({ id, slug, name, below }) => (
        <li key={id}>
          <PageLink to={partnershipPath({ slug })}>
            <InLanguage text={name} />
          </PageLink>
          {below.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {below.map((one) => (
                <li key={one.id}>
                  <PageLink to={partnershipPath(one)}>
                    <InLanguage text={one.name} />
                  </PageLink>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
