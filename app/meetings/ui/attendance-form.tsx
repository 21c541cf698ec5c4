import { seniorities, type Seniority } from "#app/bodies/seniority.ts";
import type { Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { comings, substituteValue, type Came, type Said } from "../attendance.ts";

type Seat = { id: string; name: string; from: Text; said: Said | null; came: Came | null; standIn: string; substitutes: readonly string[]; seniority: Seniority };

/** Each seat with what was said beforehand; once the meeting has begun, whether it was taken, by whom and how senior they are. */
export function SeatsForm({ seats, hasBegun }: { seats: readonly Seat[]; hasBegun: boolean }) {
  const { t } = useWords();
  const named = (id: string, key: string) => `${key}.${id}`;
  const choose = (id: string, key: "came" | "seniority", value: string, name: string, options: { value: string; label: string }[]) => (
    <select key={key} className="govuk-select" name={named(id, key)} aria-label={`${t(`meetings:attendance.column.${key}`)}: ${name}`} defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  const columns = hasBegun ? (["who", "said", "came", "standIn", "seniority"] as const) : (["who", "said"] as const);
  return (
    <form method="post" noValidate>
      <Table
        caption={t("meetings:attendance.seats")}
        stacks
        columns={columns.map((key) => ({ key, heading: t(`meetings:attendance.column.${key}`) }))}
        rows={seats.map(({ id, name, from, said, came, standIn, substitutes, seniority }) => ({
          key: id,
          cells: [
            <span key="who">
              <bdi>{name}</bdi>
              <br />
              <InLanguage text={from} />
            </span>,
            t(`meetings:said.${said ?? "nothing"}`),
            ...(hasBegun
              ? [
                  choose(id, "came", came ?? "", name, [{ value: "", label: t("meetings:came.unwritten") }, ...comings.map((one) => ({ value: one, label: t(`meetings:came.${one}`) }))]),
                  <StandIn key="standIn" id={id} of={name} standIn={standIn} substitutes={substitutes} />,
                  choose(id, "seniority", seniority, name, seniorities.map((one) => ({ value: one, label: t(`bodies:seniority.${one}`) }))),
                ]
              : []),
          ],
        }))}
      />
      {hasBegun ? (
        <Button name="deed" value="seats">{t("meetings:attendance.record")}</Button>
      ) : (
        <p className="govuk-body">{t("meetings:attendance.not-yet")}</p>
      )}
    </form>
  );
}

/** The substitutes that somebody named, to choose from; or any other name. */
function StandIn({ id, of, standIn, substitutes }: { id: string; of: string; standIn: string; substitutes: readonly string[] }) {
  const { t } = useWords();
  const known = substitutes.indexOf(standIn);
  return (
    <>
      {substitutes.length > 0 && (
        <select className="govuk-select" name={`substitute.${id}`} aria-label={t("meetings:attendance.substitute-of", { name: of })} defaultValue={known === -1 ? "" : substituteValue(known)}>
          <option value="">{t("meetings:attendance.nobody-named")}</option>
          {substitutes.map((name, index) => (
            <option key={name} value={substituteValue(index)}>
              {name}
            </option>
          ))}
        </select>
      )}
      <input
        className="govuk-input govuk-input--width-10"
        name={`name.${id}`}
        dir="auto"
        aria-label={substitutes.length > 0 ? t("meetings:attendance.other-name", { name: of }) : `${t("meetings:attendance.column.standIn")}: ${of}`}
        defaultValue={known === -1 ? standIn : ""}
      />
    </>
  );
}

type OthersProps = { others: readonly { id: string; role: string; name: string; organisation: Text | null }[]; typed: string; role: string; error: string | undefined };

/** Those who were there without a seat: who watched and spoke, and who helped. */
export function Others({ others, typed, role, error }: OthersProps) {
  const { t } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:attendance.others")}</h2>
      {others.length > 0 && (
        <form method="post" noValidate>
          <ul className="govuk-list">
            {others.map(({ id, role: one, name, organisation }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                {organisation && (
                  <>
                    {" ("}
                    <InLanguage text={organisation} />
                    {")"}
                  </>
                )}
                , {t(`meetings:role.${one}`)}{" "}
                <button className="link-button" name="take" value={id}>
                  {t("meetings:attendance.take")}
                  <span className="govuk-visually-hidden"> {name}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" noValidate>
        <TextField name="name" label={t("meetings:attendance.name")} value={typed} error={error} autoComplete="off" width={20} />
        <Radios name="role" small label={t("meetings:attendance.role")} labelSize="s" value={role} choices={(["observer", "attending"] as const).map((value) => ({ value, label: t(`meetings:role.${value}`) }))} />
        <Button look="secondary" name="deed" value="other">{t("meetings:attendance.add")}</Button>
      </form>
    </>
  );
}
