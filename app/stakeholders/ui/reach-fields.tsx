// The fields of one line of what is done to make a consultation known.
import { reachChannels } from "#app/consultations/reach.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ReachKind } from "../reach-line.ts";

export function ReachFields({ kind, entries, errors }: { kind: ReachKind; entries: Entries; errors: Record<string, string> }) {
  const { t } = useWords();
  const field = (name: string) => ({ name, label: t(`reach:input.${name}`), value: entries[name], error: errors[name] });
  const day = (name: string) => (
    <DateField
      name={name}
      label={t(`reach:input.${name}`)}
      labelSize="s"
      value={{ day: entries[`${name}-day`] ?? "", month: entries[`${name}-month`] ?? "", year: entries[`${name}-year`] ?? "" }}
      error={errors[`${name}-day`]}
    />
  );
  const channel = <Select {...field("channel")} options={[{ value: "", label: t("reach:choose") }, ...reachChannels.map((one) => ({ value: one, label: t(`prepare:reach-channel.${one}`) }))]} />;
  if (kind === "groups") {
    return (
      <>
        <TextField {...field("name")} hint={t("reach:hint.name")} autoComplete="off" />
        <Textarea {...field("why")} rows={3} />
        <Textarea {...field("done")} rows={5} hint={t("reach:hint.done")} />
        <Checkboxes name="isReached" label={t("reach:input.isReached")} labelSize="s" values={[entries.isReached ?? ""]} choices={[{ value: "yes", label: t("reach:is-reached") }]} />
      </>
    );
  }
  if (kind === "log") {
    return (
      <>
        {channel}
        <TextField {...field("reached")} hint={t("reach:hint.reached")} inputMode="numeric" width={10} autoComplete="off" />
        {day("on")}
        <TextField {...field("note")} hint={t("reach:hint.note")} autoComplete="off" />
      </>
    );
  }
  return (
    <>
      <TextField {...field("what")} hint={t("reach:hint.what")} autoComplete="off" />
      {channel}
      <TextField {...field("who")} autoComplete="off" />
      {day("due")}
      {day("done-on")}
    </>
  );
}
