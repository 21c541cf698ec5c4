import type { Entries } from "#app/shared/edits.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type ShownAction = { id: string; itemId: string; text: Text; owner: string; dueOn: string; doneOn: string | null; isOverdue: boolean };
type Item = { id: string; title: Text };

/** Who does what by when, and whether it is done. */
export function ActionTable({ actions, maySettle = false }: { actions: readonly ShownAction[]; maySettle?: boolean }) {
  const { t, language } = useWords();
  if (actions.length === 0) return null;
  const table = (
    <Table
      caption={t("meetings:actions.title")}
      stacks
      columns={(["what", "owner", "due", "state"] as const).map((key) => ({ key, heading: t(`meetings:actions.column.${key}`) }))}
      rows={actions.map(({ id, text, owner, dueOn, doneOn, isOverdue }) => ({
        key: id,
        cells: [
          <InLanguage key="what" text={text} />,
          <bdi key="owner">{owner}</bdi>,
          dueOn,
          <span key="state">
            {doneOn ? t("meetings:actions.done-on", { date: doneOn }) : isOverdue ? <Tag colour="red">{t("meetings:actions.overdue")}</Tag> : t("meetings:actions.open")}{" "}
            {maySettle && (
              <button className="link-button" name="settle" value={`${doneOn ? "open" : "done"}.${id}`}>
                {t(doneOn ? "meetings:actions.reopen" : "meetings:actions.settle")}
                <span className="govuk-visually-hidden"> {textIn(text, language).text}</span>
              </button>
            )}
          </span>,
        ],
      }))}
    />
  );
  return maySettle ? (
    <form method="post" noValidate>
      {table}
    </form>
  ) : (
    table
  );
}

type ActionFormProps = { items: readonly Item[]; members: readonly { id: string; name: string }[]; entries: Entries; errors: Entries };

/** What was agreed that somebody does: at which item, by whom, by when. */
export function ActionForm({ items, members, entries, errors }: ActionFormProps) {
  const { t, language } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:actions.add")}</h2>
      <form method="post" noValidate>
        <Select name="item" label={t("meetings:actions.item")} value={entries.item} error={errors.item} options={items.map(({ id, title }) => ({ value: id, label: textIn(title, language).text }))} />
        <FieldsInLanguages
          name="action"
          rows={2}
          legend={t("meetings:actions.what")}
          valueOf={(one) => entries[`action-${one}`] ?? ""}
          errorOf={(one) => errors[`action-${one}`]}
        />
        <Select
          name="owner"
          label={t("meetings:actions.owner")}
          value={entries.owner}
          error={errors.owner}
          options={[{ value: "", label: t("meetings:actions.somebody-else") }, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField name="ownerName" label={t("meetings:actions.owner-name")} value={entries.ownerName} autoComplete="off" />
        <DateField name="due" label={t("meetings:actions.due")} value={Object.fromEntries(dateParts.map((part) => [part, entries[`due-${part}`] ?? ""]))} error={errors["due-day"]} />
        <Button look="secondary" name="deed" value="action">{t("meetings:actions.add")}</Button>
      </form>
    </>
  );
}
