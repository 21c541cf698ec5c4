import type { RespondentType } from "#app/consultations/response.ts";
import { answerText } from "#app/consultations/answer-name.ts";
import type { BarName } from "#app/consultations/results.ts";
import { within } from "#app/forms/wording.ts";
import { languageNamed, type Language, type Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestSearch, type ResponseFilter } from "../filter.ts";

type FilterFormProps = {
  filter: ResponseFilter;
  questions: readonly { id: string; number: string | null; label: Text }[];
  types: readonly RespondentType[];
  languages: readonly Language[];
  organisations: readonly string[];
  areas: readonly { id: string; name: BarName }[];
};

/** Words to look for in what is published, and what the responses can be narrowed to. */
export function FilterForm({ filter, questions, types, languages, organisations, areas }: FilterFormProps) {
  const words = useWords();
  const { t, language: readers } = words;
  const any = { value: "", label: t("published-responses:filter.any") };
  const named = ({ number, label }: (typeof questions)[number]) => (number === null ? within(label, words) : `${number}. ${within(label, words)}`);
  const selects = [
    { name: "question", value: filter.question, options: questions.map((question) => ({ value: question.id, label: named(question) })) },
    { name: "type", value: filter.type, options: types.map((type) => ({ value: type, label: t(`office:respondent.${type}`) })) },
    { name: "organisation", value: filter.organisation, options: organisations.map((name) => ({ value: name, label: name })) },
    { name: "language", value: filter.language, options: languages.map((one) => ({ value: one, label: languageNamed(one, readers) })) },
    { name: "area", value: filter.area, options: areas.map(({ id, name }) => ({ value: id, label: answerText(name, words) })) },
  ].filter(({ options, value }) => options.length > 1 || value !== null);
  return (
    <form method="get" noValidate role="search" aria-label={t("published-responses:filter.label")}>
      <TextField name="q" label={t("published-responses:filter.q")} hint={t("published-responses:filter.q-hint")} value={filter.words} maxLength={longestSearch} />
      {selects.length > 0 && (
        <Details summary={t("published-responses:filter.more")} open={selects.some(({ value }) => value !== null)}>
          {selects.map(({ name, value, options }) => (
            <Select key={name} name={name} label={t(`published-responses:filter.${name}`)} value={value ?? ""} options={[any, ...options]} />
          ))}
        </Details>
      )}
      <Button look="secondary">{t("published-responses:filter.show")}</Button>
    </form>
  );
}
