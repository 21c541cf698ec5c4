import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** What would be undone or done again, who did it (nobody's name once the account is gone) and when. */
export type UndoOffer = { number: number; what: string; by: string | null; at: string } | null;

/** What can be done to the form as a whole: undo, do again, number. */
export function FormTools({ undo, redo, isNumbered }: { undo: UndoOffer; redo: UndoOffer; isNumbered: boolean }) {
  const { t } = useWords();
  const offers = [["undo", undo] as const, ["redo", redo] as const];
  return (
    <form method="post" noValidate className="form-tools">
      {offers.map(
        ([which, offer]) =>
          offer && (
            <p key={which} className="govuk-body">
              <button className="link-button" name="do" value={`${which} ${offer.number}`}>
                {t(`editing:form.${which}`)} <bdi>{offer.what}</bdi>
              </button>{" "}
              <span className="form-tools__by">{t("editing:form.by", { name: offer.by ?? t("editing:somebody"), at: offer.at })}</span>
            </p>
          ),
      )}
      <ButtonGroup>
        <Button look="secondary" name="do" value={isNumbered ? "number not" : "number in-order"}>
          {t(isNumbered ? "editing:form.number-not" : "editing:form.number-in-order")}
        </Button>
      </ButtonGroup>
    </form>
  );
}
