// Places that are kept for groups of candidates, in plain words, and why.
import { within } from "#app/shared/languages.ts";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Reserve } from "../election.ts";
import { placesOutside } from "../reserves.ts";

export function ReserveList({ reserves, seats }: { reserves: readonly Reserve[]; seats: number }) {
  const words = useWords();
  const { t, number } = words;
  const said = ({ name, least, most }: Reserve["groups"][number]) => {
    const values = { group: within(name, words), least: number(least), most: number(most ?? 0) };
    if (most === null) return t("elections:reserve.least", values);
    if (least === 0) return t("elections:reserve.most", values);
    return t(least === most ? "elections:reserve.exactly" : "elections:reserve.between", values);
  };
  return (
    <>
      {reserves.map((reserve) => ({ ...reserve, outside: placesOutside(reserve, seats) })).map(({ id, name, justification, groups, outside }) => (
        <section key={id}>
          <h3 className="govuk-heading-s">
            <InLanguage text={name} />
          </h3>
          <ul className="govuk-list govuk-list--bullet">
            {groups
              .filter(({ least, most }) => least > 0 || most !== null)
              .map((group) => (
                <li key={group.id}>{said(group)}</li>
              ))}
            {outside > 0 && <li>{t("elections:reserve.outside", { count: outside, places: number(outside) })}</li>}
          </ul>
          <Paragraphs text={justification} />
        </section>
      ))}
    </>
  );
}
