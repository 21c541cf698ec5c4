// The fields a letter may hold, and what takes the place of each.
import { useWords } from "#app/shared/ui/words.tsx";
import { mergeFields } from "../merge-fields.ts";

export function MergeFieldList() {
  const { t } = useWords();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {mergeFields.map((field) => (
        <li key={field}>
          <code dir="ltr">{`{${field}}`}</code> {t(`mailings:field.${field}`)}
        </li>
      ))}
    </ul>
  );
}
