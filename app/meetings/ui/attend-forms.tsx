import { accessFacts } from "#app/shared/access-facts.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { sayings, substituteValue } from "../attendance.ts";
import { NeedAnswer } from "./needs.tsx";

type SayFormProps = { said: string | undefined; standIn: string; substitutes: readonly string[]; substitute: string | undefined; error: string | undefined; standInError: string | undefined };

/** Whether whoever sits there comes, sends apologies, or sends somebody in their stead. */
export function SayForm({ said, standIn, substitutes, substitute, error, standInError }: SayFormProps) {
  const { t } = useWords();
  const known = substitutes.indexOf(standIn);
  const chosen = substitute ?? (standIn === "" ? undefined : known === -1 ? "other" : substituteValue(known));
  const other = (label: string, hint?: string) => <TextField name="standIn" label={label} hint={hint} value={known === -1 ? standIn : ""} error={standInError} autoComplete="off" width={20} />;
  return (
    <form method="post" noValidate>
      <Radios name="said" label={t("meetings:attend.ask")} value={said} error={error} choices={sayings.map((value) => ({ value, label: t(`meetings:say.${value}`) }))} />
      {substitutes.length === 0 ? (
        other(t("meetings:attend.stand-in"), t("meetings:attend.stand-in-hint"))
      ) : (
        <Radios
          name="substitute"
          label={t("meetings:attend.who-comes")}
          labelSize="s"
          hint={t("meetings:attend.who-comes-hint")}
          value={chosen}
          choices={[
            ...substitutes.map((name, index) => ({ value: substituteValue(index), label: <bdi>{name}</bdi> })),
            { value: "other", label: t("meetings:attend.somebody-else"), conditional: other(t("meetings:attend.other-name")) },
          ]}
        />
      )}
      <Button name="deed" value="say">{t("meetings:attend.say")}</Button>
    </form>
  );
}

/** Whoever sits elsewhere in the partnership may come to watch and speak; they have no vote. */
export function ObserveForm({ isObserving }: { isObserving: boolean }) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <p className="govuk-body">{t(isObserving ? "meetings:attend.observing" : "meetings:attend.observer")}</p>
      <Button look={isObserving ? "secondary" : "main"} name="deed" value={isObserving ? "not-observe" : "observe"}>
        {t(isObserving ? "meetings:attend.not-observe" : "meetings:attend.observe")}
      </Button>
    </form>
  );
}

type Need = { id: string; name: string; need: string; text: string; answer: { isMet: boolean; how: string } | null };
type MyNeedsProps = { needs: readonly Need[]; typed: Record<string, string>; error: string | undefined; textError: string | undefined };

/** What somebody needs at meetings, whether it is met at this one, and something more that they need. */
export function MyNeeds({ needs, typed, error, textError }: MyNeedsProps) {
  const { t } = useWords();
  const said = ({ need, text }: Need) => (need === "other" ? text : t(`shared:access.${need}`));
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:needs.mine")}</h2>
      <p className="govuk-body">{t("meetings:needs.mine-text")}</p>
      {needs.length > 0 && (
        <form method="post" noValidate>
          <ul className="govuk-list govuk-list--spaced">
            {needs.map((need) => (
              <li key={need.id}>
                <bdi>{said(need)}</bdi> <NeedAnswer answer={need.answer} />{" "}
                <button className="link-button" name="end" value={need.id}>
                  {t("meetings:needs.end")}
                  <span className="govuk-visually-hidden"> {said(need)}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" noValidate>
        <Select
          name="need"
          label={t("meetings:needs.what")}
          value={typed.need}
          error={error}
          options={[{ value: "", label: t("meetings:needs.choose") }, ...accessFacts.map((fact) => ({ value: fact, label: t(`shared:access.${fact}`) })), { value: "other", label: t("meetings:needs.other") }]}
        />
        <TextField name="text" label={t("meetings:needs.text")} value={typed.text} error={textError} autoComplete="off" />
        <Button look="secondary" name="deed" value="need">{t("meetings:needs.say")}</Button>
      </form>
    </>
  );
}
