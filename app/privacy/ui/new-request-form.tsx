// What was found, to be chosen from, and what was asked about it.
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { requestKinds, type RequestEntries, type RequestProblem } from "../request.ts";
import type { ShownThing } from "./thing-section.tsx";

type Found = { things: ShownThing[]; chosen: string[]; entries: RequestEntries; problems: RequestProblem[]; chosenMissing: boolean };

export function NewRequestForm({ search, found }: { search: string; found: Found }) {
  const { t, number } = useWords();
  const { things, chosen, entries, problems, chosenMissing } = found;
  const errorAt = (field: RequestProblem["field"]) => {
    const problem = problems.find((one) => one.field === field);
    return problem && t(`privacy:request.problem.${problem.code}`);
  };
  return (
    <form method="post" noValidate>
      <input type="hidden" name="search" value={search} />
      <Checkboxes
        name="thing"
        label={t("privacy:find.found", { count: things.length, number: number(things.length) })}
        hint={t("privacy:find.choose")}
        values={chosen}
        error={chosenMissing ? t("privacy:find.error.chosen") : undefined}
        choices={things.map(({ ref, kind, name, rows }) => ({
          value: ref,
          label: `${t(`privacy:held-one.${kind}`)} ${name}`,
          hint: rows.map(({ label, value }) => `${label}: ${value.replaceAll("\n", ", ")}`).join("; "),
        }))}
      />
      <h2 className="govuk-heading-m">{t("privacy:request.new")}</h2>
      <Radios
        name="kind"
        label={t("privacy:request.what")}
        labelSize="s"
        value={entries.kind}
        error={errorAt("kind")}
        choices={requestKinds.map((kind) => ({ value: kind, label: t(`privacy:request.kind.${kind}`), hint: t(`privacy:request.kind-hint.${kind}`) }))}
      />
      <DateField
        name="received"
        label={t("privacy:request.received")}
        labelSize="s"
        hint={t("privacy:request.received-hint")}
        value={{ day: entries.day, month: entries.month, year: entries.year }}
        error={errorAt("received")}
      />
      <TextField
        name="fileNumber"
        label={t("privacy:request.file-number")}
        hint={t("privacy:request.file-number-hint")}
        width={20}
        autoComplete="off"
        value={entries.fileNumber}
        error={errorAt("fileNumber")}
      />
      <Button name="deed" value="record">
        {t("privacy:request.record")}
      </Button>
    </form>
  );
}
