import { useHref } from "@remix-run/react";
import { textIn } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { keyOf, longestSearch, registerStatuses, type Named, type RegisterSearch, type Topic } from "../register.ts";

type RegisterSearchProps = {
  to: string;
  search: RegisterSearch;
  choices: { topics: Topic[]; places: Named[]; audiences: Named[] };
};

/** The form that looks for consultations. A choice that nothing in the register has is not offered. */
export function RegisterSearchForm({ to, search, choices }: RegisterSearchProps) {
  const { t, language } = useWords();
  const action = useHref(to);
  const any = { value: "", label: t("consultations:register.any") };
  const named = (list: Named[], chosen: string) => {
    const options = list
      .map((one) => ({ value: keyOf(one), label: textIn(one.name, language).text }))
      .sort((one, other) => one.label.localeCompare(other.label, language));
    // because what was asked for is shown even where nothing has it any more
    return chosen === "" || options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, label: chosen }];
  };
  const places = named(choices.places, search.place);
  const audiences = named(choices.audiences, search.audience);
  const topics = choices.topics.includes(search.topic as Topic) || search.topic === "" ? choices.topics : [...choices.topics, search.topic];
  return (
    <form method="get" action={action} role="search">
      <TextField
        name="words"
        type="search"
        dir="auto"
        label={t("consultations:register.words")}
        hint={t("consultations:register.words-hint")}
        value={search.words}
        maxLength={longestSearch}
      />
      <Select
        name="status"
        label={t("consultations:register.status")}
        value={search.status}
        options={[any, ...registerStatuses.map((status) => ({ value: status, label: t(`consultations:register-status.${status}`) }))]}
      />
      {topics.length > 0 && (
        <Select
          name="topic"
          label={t("consultations:register.topic")}
          value={search.topic}
          options={[any, ...topics.map((topic) => ({ value: topic, label: t(`consultations:topic.${topic}`) }))]}
        />
      )}
      {places.length > 0 && (
        <Select name="place" label={t("consultations:register.place")} value={search.place} options={[any, ...places]} />
      )}
      {audiences.length > 0 && (
        <Select name="audience" label={t("consultations:register.audience")} value={search.audience} options={[any, ...audiences]} />
      )}
      <Button>{t("consultations:register.search")}</Button>
    </form>
  );
}
