// How a seat that somebody left free is filled: every way with its rule, those that are open to choose from, and where each goes on.
import { Button } from "#app/shared/ui/button.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { FillingWay, Way } from "../vacancy.ts";

type Props = {
  ways: readonly Way[];
  filling: { way: FillingWay; dueOn: string } | null;
  error: string | undefined;
  /** Where it is said who is next in the election; null where that election is not kept here. */
  nextPath: string | null;
  electionPath: string;
};

export function FillingForm({ ways, filling, error, nextPath, electionPath }: Props) {
  const { t, date } = useWords();
  const open = ways.flatMap(({ way, whyNot }) => (whyNot === null ? [way] : []));
  const shut = ways.filter(({ whyNot }) => whyNot !== null);
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("seats:filling.title")}</h2>
      {filling && <p className="govuk-body">{t("seats:filling.by", { way: t(`bodies:way.${filling.way}`), date: date(filling.dueOn) })}</p>}
      {open.length > 0 && (
        <>
          <Radios
            name="way"
            label={t("seats:field.way")}
            labelSize="s"
            error={error}
            value={filling?.way ?? open[0]}
            choices={open.map((value) => ({ value, label: t(`bodies:way.${value}`), hint: t(`seats:way-hint.${value}`) }))}
          />
          <Button name="deed" value="fill" look="secondary">
            {t("bodies:details.save")}
          </Button>
        </>
      )}
      {shut.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {shut.map(({ way, whyNot }) => (
            <li key={way}>{t("seats:filling.not", { way: t(`bodies:way.${way}`), why: t(`seats:way-not.${whyNot}`) })}</li>
          ))}
        </ul>
      )}
      <ul className="govuk-list">
        {open.includes("runner-up") && nextPath && (
          <li>
            <PageLink to={nextPath}>{t("seats:filling.next")}</PageLink>
          </li>
        )}
        {open.includes("by-election") && (
          <li>
            <PageLink to={electionPath}>{t("seats:filling.election")}</PageLink>
          </li>
        )}
      </ul>
    </form>
  );
}
