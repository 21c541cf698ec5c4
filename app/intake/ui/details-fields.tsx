import { channels } from "#app/consultations/channel.ts";
import { permissions, respondentTypes } from "#app/consultations/response.ts";
import { dayOf } from "#app/shared/dates.ts";
import { languageNames, languages } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { AskedVersion } from "../asked-version.ts";
import { isEnteredChannel, type DetailsEntries, type DetailsField, type DetailsProblem } from "../details.ts";

type DetailsFieldsProps = {
  /** The newest first. */
  versions: readonly AskedVersion[];
  entries: DetailsEntries;
  problems: readonly DetailsProblem[];
};

/** Lists instead of radios throughout: whoever enters a pile types the first letter of each. */
export function DetailsFields({ versions, entries, problems }: DetailsFieldsProps) {
  const { t, date, number: asNumber } = useWords();
  const of = (field: DetailsField) => {
    const problem = problems.find((one) => one.field === field);
    return { name: field, value: entries[field] ?? "", error: problem && t(`intake:problem.${problem.code}`) };
  };
  const choose = { value: "", label: t("intake:details.choose") };
  const { name: _, value: __, error: dayError } = of("day");
  return (
    <>
      <FieldsetGroup id="receipt" label={t("intake:details.receipt")}>
        <Select
          {...of("channel")}
          label={t("intake:details.channel")}
          options={[choose, ...channels.filter(isEnteredChannel).map((value) => ({ value, label: t(`consultations:channel.${value}`) }))]}
        />
        <DateField
          name="received"
          id="day"
          label={t("intake:details.received")}
          labelSize="s"
          hint={t("intake:details.received-hint")}
          value={{ day: entries.day ?? "", month: entries.month ?? "", year: entries.year ?? "" }}
          error={dayError}
        />
        <Select
          {...of("language")}
          label={t("intake:details.language")}
          options={[choose, ...languages.map((value) => ({ value, label: languageNames[value] }))]}
        />
        {versions.length > 1 && (
          <Select
            {...of("version")}
            label={t("intake:details.version")}
            hint={t("intake:details.version-hint")}
            options={versions.map(({ number, publishedAt }) => ({
              value: String(number),
              label: t("intake:details.version-since", { version: asNumber(number), date: date(dayOf(publishedAt)) }),
            }))}
          />
        )}
        <TextField {...of("sheet")} width={10} autoComplete="off" label={t("intake:details.sheet")} hint={t("intake:details.sheet-hint")} />
        <TextField {...of("signatures")} width={5} inputMode="numeric" autoComplete="off" label={t("intake:details.signatures")} hint={t("intake:details.signatures-hint")} />
      </FieldsetGroup>
      <FieldsetGroup id="who" label={t("intake:details.who")} hint={t("intake:details.who-hint")}>
        <Select
          {...of("as")}
          label={t("intake:details.as")}
          options={[choose, ...respondentTypes.map((type) => ({ value: type.replaceAll("_", "-"), label: t(`office:respondent.${type}`) }))]}
        />
        <TextField {...of("name")} autoComplete="off" label={t("intake:details.name")} />
        <TextField {...of("email")} type="email" autoComplete="off" spellCheck={false} label={t("intake:details.email")} hint={t("intake:details.email-hint")} />
        <TextField {...of("organisation-name")} autoComplete="off" label={t("intake:details.organisation")} hint={t("intake:details.organisation-hint")} />
        <TextField {...of("members-represented")} autoComplete="off" label={t("intake:details.members")} />
        <Textarea {...of("how-views-gathered")} rows={2} label={t("intake:details.gathered")} />
      </FieldsetGroup>
      <FieldsetGroup id="publication" label={t("intake:details.publication")}>
        <Select
          {...of("publish")}
          label={t("intake:details.publish")}
          hint={t("intake:details.publish-hint")}
          options={[
            { value: "", label: t("intake:details.not-said") },
            ...permissions.map((value) => ({ value, label: t(`office:permission.${value}`) })),
          ]}
        />
        <Checkboxes
          name="confidential"
          label={t("intake:details.confidential")}
          labelSize="s"
          small
          values={entries.confidential === "yes" ? ["yes"] : []}
          choices={[{ value: "yes", label: t("intake:details.confidential-yes") }]}
        />
        <Textarea {...of("confidentiality-reason")} rows={2} label={t("intake:details.confidential-reason")} />
      </FieldsetGroup>
      <FieldsetGroup id="help" label={t("intake:details.help")} hint={t("intake:details.help-hint")}>
        <TextField {...of("helper-name")} autoComplete="off" label={t("intake:details.helper-name")} />
        <TextField {...of("helper-role")} autoComplete="off" label={t("intake:details.helper-role")} hint={t("intake:details.helper-role-hint")} />
      </FieldsetGroup>
      <Textarea {...of("original")} rows={8} label={t("intake:details.original")} labelSize="m" hint={t("intake:details.original-hint")} />
    </>
  );
}
