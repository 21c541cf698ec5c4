// Asks for a table: what stands down the side and across the top, and of which responses.
import { answerText } from "#app/consultations/answer-name.ts";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { answerValue, heldFieldNames, type FilterProblem, type ResultFilter } from "#app/consultations/result-filter.ts";
import { sideText } from "#app/consultations/side-text.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField, dateParts, type DateParts } from "#app/shared/ui/date-field.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { CampaignSelect, type Campaigns } from "./campaign-view.tsx";

type TableFormProps = {
  campaigns: Campaigns;
  sides: readonly Side[];
  chosen: { rows: string; columns: string };
  filter: ResultFilter;
  typed: Entries;
  problems: Partial<Record<"rows" | "columns" | FilterProblem["field"], string>>;
};

export function TableForm({ sides, campaigns, chosen, filter, typed, problems }: TableFormProps) {
  const words = useWords();
  const { t } = words;
  const options = sides.map((side) => ({ value: side.key, label: sideText(side, words) }));
  const any = { value: "", label: t("office:filter.any") };
  const answersOf = ({ values }: Side) => values.map(({ id, name }) => ({ value: id, label: answerText(name, words) }));
  const dayOf = (field: string) => Object.fromEntries(dateParts.map((part) => [part, typed[`${field}-${part}`] ?? ""])) as DateParts;
  const carried = filter.said.filter(({ key }) => !key.startsWith("."));
  return (
    <form method="get" noValidate>
      <Select name="rows" label={t("tables:form.rows")} value={chosen.rows} error={problems.rows} options={[{ value: "", label: t("office:cross.none") }, ...options]} />
      <Select name="columns" label={t("tables:form.columns")} value={chosen.columns} error={problems.columns} options={[{ value: "", label: t("tables:form.by-itself") }, ...options]} />
      <CampaignSelect campaigns={campaigns} />
      <Details summary={t("office:filter.heading")} open={Boolean(problems.from ?? problems.to)}>
        {carried.map((one) => (
          <input key={answerValue(one)} type="hidden" name="answer" value={answerValue(one)} />
        ))}
        {heldFieldNames.map((field) => {
          const side = sides.find(({ of }) => "held" in of && of.held === field);
          const value = filter.said.find(({ key }) => key === side?.key)?.value;
          return side && <Select key={field} name={field} label={sideText(side, words)} value={value ?? ""} options={[any, ...answersOf(side)]} />;
        })}
        <Select
          name="answer"
          label={t(carried.length > 0 ? "office:filter.another-answer" : "office:filter.answer")}
          hint={t("office:filter.answer-hint")}
          options={[any]}
          groups={sides
            .filter(({ of }) => "question" in of)
            .map((side) => ({
              label: sideText(side, words),
              options: answersOf(side).map(({ value, label }) => ({ value: answerValue({ key: side.key, value }), label })),
            }))}
        />
        <DateField name="from" label={t("office:filter.from")} labelSize="s" value={dayOf("from")} error={problems.from} />
        <DateField name="to" label={t("office:filter.to")} labelSize="s" value={dayOf("to")} error={problems.to} />
      </Details>
      <Button>{t("office:cross.show")}</Button>
    </form>
  );
}
