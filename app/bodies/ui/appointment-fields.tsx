// Who is put on a seat, for whom, from when to when and how they were chosen; to be typed.
import { byLetter } from "#app/shared/by-letter.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { authorities, choosings } from "../appointment.ts";
import { seniorities } from "../seniority.ts";

type Props = { fields: ReturnType<typeof useFields>; organisations: readonly { id: string; name: Text }[]; elections: readonly { id: string; title: Text }[] };

export function AppointmentFields({ fields: { entries, errorAt, theirs, dayField }, organisations, elections }: Props) {
  const { t, language } = useWords();
  const input = (name: string) => ({ name, label: t(`seats:field.${name}`), value: entries[name] ?? "", error: errorAt(name) });
  const hinted = (name: string) => ({ ...input(name), hint: t(`seats:field.${name}-hint`) });
  const radios = (name: string, values: readonly string[], word: string) => (
    <>
      <Radios {...input(name)} labelSize="s" choices={values.map((value) => ({ value, label: t(`bodies:${word}.${value}`) }))} />
      <Theirs said={theirs(name) && t(`bodies:${word}.${theirs(name)}`)} />
    </>
  );
  const listed = (name: "organisation" | "election", options: readonly { value: string; label: string }[], labelled: ReturnType<typeof input>) => {
    const none = t(`seats:field.${name}-none`);
    // because elections come newest first
    const { options: few, groups } = name === "organisation" ? byLetter(options, language) : { options, groups: [] };
    return (
      <>
        <Select {...labelled} options={[{ value: "", label: none }, ...few]} groups={groups} />
        <Theirs said={theirs(name) === undefined ? undefined : (options.find(({ value }) => value === theirs(name))?.label ?? none)} />
      </>
    );
  };
  return (
    <>
      <TextField {...hinted("name")} autoComplete="off" />
      <Theirs said={theirs("name")} />
      {listed("organisation", organisations.map(({ id, name }) => ({ value: id, label: textIn(name, language).text })), input("organisation"))}
      <TextField {...hinted("email")} type="email" autoComplete="off" spellCheck={false} />
      <Theirs said={theirs("email")} />
      <DateField {...dayField("starts")} labelSize="s" />
      <Theirs said={theirs("starts")} />
      <DateField {...dayField("ends")} labelSize="s" hint={t("seats:field.ends-hint")} />
      <Theirs said={theirs("ends")} />
      {radios("chosenHow", choosings, "chosen")}
      <TextField {...input("chosenBy")} label={t("seats:known.chosenBy")} hint={t("seats:appointment.chosen-hint")} autoComplete="off" />
      <Theirs said={theirs("chosenBy")} />
      {(elections.length > 0 || entries.election) && listed("election", elections.map(({ id, title }) => ({ value: id, label: textIn(title, language).text })), hinted("election"))}
      {radios("authority", authorities, "authority")}
      {radios("seniority", seniorities, "seniority")}
    </>
  );
}
