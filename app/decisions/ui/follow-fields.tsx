import type { Text } from "#app/shared/languages.ts";
import { languageNames, languages, textIn } from "#app/shared/languages.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { topics } from "../decision.ts";
import { rhythms } from "../digest.ts";

type Named = { id: string; name: Text };

/** What somebody follows: topics, bodies, a partner; everything where nothing is chosen. */
export function FollowFields({ entries, bodies, organisations }: { entries: Entries; bodies: readonly Named[]; organisations: readonly Named[] }) {
  const { t, language } = useWords();
  return (
    <>
      <Radios name="rhythm" label={t("decisions:follow.rhythm")} value={entries.rhythm} choices={rhythms.map((value) => ({ value, label: t(`decisions:follow.${value}`) }))} />
      <Radios
        inline
        name="language"
        label={t("decisions:follow.language")}
        value={entries.language}
        choices={languages.map((value) => ({ value, label: <bdi lang={value}>{languageNames[value]}</bdi> }))}
      />
      <p className="govuk-body">{t("decisions:follow.choose")}</p>
      <Checkboxes
        small
        name="topic"
        label={t("decisions:follow.topics")}
        values={(entries.topic ?? "").split(" ")}
        choices={topics.map((value) => ({ value, label: t(`decisions:topic.${value}`) }))}
      />
      {bodies.length > 0 && (
        <Checkboxes small name="body" label={t("decisions:follow.bodies")} values={(entries.body ?? "").split(" ")} choices={bodies.map(({ id, name }) => ({ value: id, label: <InLanguage text={name} /> }))} />
      )}
      {organisations.length > 0 && (
        <Select
          name="organisation"
          label={t("decisions:follow.organisation")}
          labelSize="m"
          hint={t("decisions:follow.organisation-hint")}
          value={entries.organisation}
          options={[{ value: "", label: t("decisions:follow.no-organisation") }, ...organisations.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
        />
      )}
    </>
  );
}
