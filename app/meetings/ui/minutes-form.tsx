import type { Entries } from "#app/shared/edits.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { MinutesState as State } from "../minutes.ts";

type Item = { id: string; title: Text };

/** What is said of each item, in every language. */
export function MinutesForm({ items, entries, before, errors }: { items: readonly Item[]; entries: Entries; before: Entries; errors: Entries }) {
  const { t, language } = useWords();
  return (
    <form method="post" noValidate>
      {items.map(({ id, title }, index) => (
        <FieldsInLanguages
          key={id}
          name={id}
          rows={4}
          legend={`${t("meetings:agenda.number", { number: index + 1 })} ${textIn(title, language).text}`}
          valueOf={(one) => entries[`${id}-${one}`] ?? ""}
          errorOf={(one) => errors[`${id}-${one}`]}
        />
      ))}
      <AsOpened entries={before} />
      <Button name="deed" value="write">{t("meetings:minutes.write")}</Button>
    </form>
  );
}

type StateProps = { state: State; rule: string; outOn: string | null; isReady: boolean; isApproved: boolean };

/** From which day everybody reads the minutes, and the buttons that say they are written or agreed. */
export function MinutesState({ state, rule, outOn, isReady, isApproved }: StateProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <p className="govuk-body">{outOn === null ? t("meetings:minutes.once-approved") : t(`meetings:minutes.state.${state}`, { date: outOn })}</p>
      <ButtonGroup>
        <Button look="secondary" name="deed" value={isReady ? "reopen" : "ready"}>{t(isReady ? "meetings:minutes.reopen" : "meetings:minutes.ready")}</Button>
        {rule === "approved" && !isApproved && <Button look="secondary" name="deed" value="approve">{t("meetings:minutes.approve")}</Button>}
      </ButtonGroup>
    </form>
  );
}
