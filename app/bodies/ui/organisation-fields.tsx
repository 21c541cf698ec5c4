// What is known of an organisation besides its name, to be typed.
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { kindsOfSectors, supportNeeds, voluntaryRoles } from "../organisation.ts";
import { sectors } from "../sector.ts";

export function OrganisationFields({ fields: { field, theirs } }: { fields: Fields }) {
  const { t, several: joined } = useWords();
  const wordsOf = (typed: string) => typed.split(" ").filter((word) => word !== "");
  const chosen = (name: string) => wordsOf(field(name).value);
  const several = (name: "roles" | "supportNeeds", word: "role" | "need", values: readonly string[]) => (
    <>
      <Checkboxes {...field(name)} small hint={t(`organisations:field.${name}-hint`)} values={chosen(name)} choices={values.map((value) => ({ value, label: t(`organisations:${word}.${value}`) }))} />
      <Theirs said={theirs(name) === undefined ? undefined : joined(wordsOf(theirs(name) ?? "").map((value) => t(`organisations:${word}.${value}`)))} />
    </>
  );
  const typed = (name: "charityNumber" | "companyNumber" | "areaCodes") => (
    <>
      <TextField {...field(name)} hint={t(`organisations:field.${name}-hint`)} autoComplete="off" dir="ltr" {...(name === "areaCodes" ? {} : { width: 10 as const })} />
      <Theirs said={theirs(name)} />
    </>
  );
  const none = { value: "", label: t("organisations:choose") };
  return (
    <>
      <Select {...field("sector")} options={[none, ...sectors.map((value) => ({ value, label: t(`bodies:sector.${value}`) }))]} />
      <Theirs said={theirs("sector") && t(`bodies:sector.${theirs("sector")}`)} />
      <Select
        {...field("kind")}
        options={[none]}
        groups={sectors.map((sector) => ({ label: t(`bodies:sector.${sector}`), options: kindsOfSectors[sector].map((value) => ({ value, label: t(`organisations:kind.${value}`) })) }))}
      />
      <Theirs said={theirs("kind") && t(`organisations:kind.${theirs("kind")}`)} />
      {typed("charityNumber")}
      {typed("companyNumber")}
      <TextField {...field("website")} hint={t("organisations:field.website-hint")} type="url" autoComplete="off" />
      <Theirs said={theirs("website")} />
      {typed("areaCodes")}
      {several("roles", "role", voluntaryRoles)}
      {several("supportNeeds", "need", supportNeeds)}
    </>
  );
}
