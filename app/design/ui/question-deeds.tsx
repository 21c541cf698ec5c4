import { textIn } from "#app/shared/languages.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Place } from "../place.ts";

/** What can be done with a question as a whole: put it somewhere else, copy it, take it out. */
export function QuestionDeeds({ path, places }: { path: string; places: readonly Place[] }) {
  const { t, language } = useWords();
  const named = places.map(({ value, section, after }) => {
    const words = { section: textIn(section, language).text, question: after ? textIn(after, language).text : "" };
    return { value, label: t(after ? "editing:move.after" : "editing:move.first", words) };
  });
  return (
    <>
      <h2 className="govuk-heading-m">{t("editing:question.whole")}</h2>
      {named.length > 0 && (
        <form method="post" noValidate>
          <Select name="place" label={t("editing:move.to")} options={named} />
          <Button look="secondary" name="do" value="move">
            {t("editing:move.do")}
          </Button>
        </form>
      )}
      <form method="post" noValidate>
        <ButtonGroup>
          <Button look="secondary" name="do" value="copy">
            {t("editing:question.copy")}
          </Button>
          <ButtonLink look="secondary" to={`${path}?ask`}>
            {t("editing:question.remove")}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
