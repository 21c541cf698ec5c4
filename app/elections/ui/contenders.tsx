import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { NominationState } from "../nomination.ts";
import { NominationTag } from "./nomination-tag.tsx";

type ContendersProps = {
  contenders: readonly { id: string; name: string; organisation: Text; number: number | null }[];
  isConfirmed: boolean;
  waiting: readonly { id: string; name: string; state: NominationState }[];
  pathOf: (id: string) => string;
};

/** Who stands or would, and whose nomination still waits for something. */
export function Contenders({ contenders, isConfirmed, waiting, pathOf }: ContendersProps) {
  const { t, number } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t(isConfirmed ? "candidates:confirm.who" : "candidates:confirm.who-would")}</h2>
      {contenders.length === 0 && <p className="govuk-body">{t("candidates:confirm.nobody")}</p>}
      <ul className="govuk-list">
        {contenders.map((one) => (
          <li key={one.id}>
            {one.number !== null && <>{number(one.number)}. </>}
            <PageLink to={pathOf(one.id)}>
              <bdi>{one.name}</bdi>
            </PageLink>
            {Object.keys(one.organisation).length > 0 && (
              <>
                , <InLanguage text={one.organisation} />
              </>
            )}
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("candidates:confirm.waiting")}</h2>
          <ul className="govuk-list">
            {waiting.map(({ id, name, state }) => (
              <li key={id}>
                <PageLink to={pathOf(id)}>
                  <bdi>{name}</bdi>
                </PageLink>{" "}
                <NominationTag state={state} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
