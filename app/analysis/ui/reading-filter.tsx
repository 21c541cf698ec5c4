// Which texts are read: words that they have, who said them, when and how, what else they answered, and what they are marked with.
import { FilterFields, type FilterFieldsProps } from "#app/consultations/ui/filter-fields.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { stances } from "../coding.ts";
import { noCode } from "../coding-filter.ts";
import type { CodingChoices } from "../coding-shown.ts";
import { longestSearch, type Reading } from "../reading.ts";
import { markFilters } from "../text-mark.ts";

type ReadingFilterProps = Omit<FilterFieldsProps, "filter"> & { reading: Reading; choices: CodingChoices };

export function ReadingFilter({ reading: { set, words: searchedFor, mark, coding, filter }, sides, choices, typed, problems }: ReadingFilterProps) {
  const words = useWords();
  const { t } = words;
  const any = { value: "", label: t("office:filter.any") };
  return (
    <form method="get" noValidate role="search">
      {set !== null && <input type="hidden" name="set" value={set} />}
      <TextField name="q" label={t("reading:filter.words")} hint={t("reading:filter.words-hint")} value={searchedFor} maxLength={longestSearch} />
      <Details summary={t("reading:filter.more")} open={problems.length > 0}>
        <Select name="mark" label={t("reading:filter.mark")} value={mark ?? ""} options={[any, ...markFilters.map((value) => ({ value, label: t(`reading:only.${value}`) }))]} />
        {choices.frames.length > 0 && (
          <>
            <Select
              name="code"
              label={t("coding:filter.code")}
              value={coding.code ?? ""}
              options={[any, { value: noCode, label: t("coding:filter.none") }]}
              groups={choices.frames.map((frame) => ({ label: frame.name, options: frame.codes }))}
            />
            <Select name="coder" label={t("coding:filter.coder")} value={coding.coderId ?? ""} options={[any, ...choices.coders]} />
            <Select name="stance" label={t("coding:stance.label")} value={coding.stance ?? ""} options={[any, ...stances.map((stance) => ({ value: stance, label: t(`coding:stance.${stance}`) }))]} />
          </>
        )}
        <FilterFields {...{ sides, filter, typed, problems }} />
      </Details>
      <Button look="secondary">{t("reading:filter.show")}</Button>
    </form>
  );
}
