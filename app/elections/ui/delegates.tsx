// The delegates of one organisation, and how many of its places are named.
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Props = {
  name: string;
  /** How many delegates each organisation has. */
  each: number;
  isFull: boolean;
  named: readonly { id: string; delegate: string; place: number | null }[];
  /** The entry whose page this is. */
  shownId: string;
  hrefOf: (id: string) => string;
  /** Where another is named; null for those who may not. */
  nameTo: string | null;
};

export function Delegates({ name, each, isFull, named, shownId, hrefOf, nameTo }: Props) {
  const { t, number } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("roll:delegates.of", { name })}</h2>
      <p className="govuk-body">{t("roll:delegates.so-many", { named: number(named.length), each: number(each) })}</p>
      <ul className="govuk-list">
        {named.map(({ id, delegate, place }) => (
          <li key={id}>
            {place !== null && `${number(place)}. `}
            {id === shownId ? (
              <bdi>{delegate}</bdi>
            ) : (
              <PageLink to={hrefOf(id)}>
                <bdi>{delegate}</bdi>
              </PageLink>
            )}
          </li>
        ))}
      </ul>
      {nameTo !== null && !isFull && (
        <p className="govuk-body">
          <PageLink to={nameTo}>{t("roll:delegates.name")}</PageLink>
        </p>
      )}
    </>
  );
}
