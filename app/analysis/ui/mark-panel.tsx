// What a text is marked with, and the buttons for it.
import { Form } from "@remix-run/react";
import { Button } from "#app/shared/ui/button.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { MarkShown } from "../reading-shown.ts";
import { KeyHint, type Keys } from "./reading-keys.tsx";

type MarkPanelProps = {
  marks: readonly MarkShown[];
  isFlagged: boolean;
  isWaiting: boolean;
  isRead: boolean;
  /** What a new note is known by, so that a second press writes none. */
  once: string;
  next: object | null;
  refused: { deed: "note" | "settle"; note: string; problem: string } | undefined;
  keys: Keys;
  /** While another text takes the place of this one. */
  isBusy: boolean;
};

export function MarkPanel({ marks, isFlagged, isWaiting, isRead, once, next, refused, keys, isBusy }: MarkPanelProps) {
  const { t } = useWords();
  return (
    <section className="reading__marks" aria-label={t("reading:marks.heading")}>
      <fieldset className="govuk-fieldset" disabled={isBusy}>
        <legend className="govuk-visually-hidden">{t("reading:marks.heading")}</legend>
        <Form method="post" replace preventScrollReset>
          <div className="govuk-button-group">
            {(!isRead || next !== null) && (
              <Button name="deed" value="read" look="secondary" data-keys="r" aria-keyshortcuts="r">
                {t(next === null ? "reading:marks.read" : "reading:marks.read-next")} <KeyHint keys={keys} name="R" />
              </Button>
            )}
            <Button name="deed" value={isFlagged ? "unflag" : "flag"} look="secondary" data-keys="f" aria-keyshortcuts="f">
              {t(isFlagged ? "reading:marks.unflag" : "reading:marks.flag")} <KeyHint keys={keys} name="F" />
            </Button>
            {!isWaiting && (
              <Button name="deed" value="second-look" look="secondary" data-keys="s" aria-keyshortcuts="s">
                {t("reading:marks.second-look")} <KeyHint keys={keys} name="S" />
              </Button>
            )}
          </div>
        </Form>
        {isRead && <p className="govuk-body">{t("reading:marks.is-read")}</p>}
        {marks.length > 0 && (
          <ul className="govuk-list govuk-list--spaced">
            {marks.map((mark) => (
              <Mark key={mark.id} mark={mark} />
            ))}
          </ul>
        )}
        {isWaiting && <NoteForm key={`settle ${once}`} deed="settle" once={once} refused={refused} shortcut="s" keys={keys} />}
        <NoteForm key={`note ${once}`} deed="note" once={once} refused={refused} shortcut="n" keys={keys} />
      </fieldset>
    </section>
  );
}

function Mark({ mark: { id, says, note, settled, settledNote, isMine } }: { mark: MarkShown }) {
  const { t } = useWords();
  return (
    <li className="reading__mark">
      {says}
      {note !== null && <bdi className="reading__note">{note}</bdi>}
      {settled !== null && <span className="reading__settled">{settled}</span>}
      {settledNote !== null && <bdi className="reading__note">{settledNote}</bdi>}
      {isMine && (
        <Form method="post" replace preventScrollReset>
          <input type="hidden" name="mark" value={id} />
          <button className="link-button" name="deed" value="remove-note">
            {t("reading:marks.remove-note")}
          </button>
        </Form>
      )}
    </li>
  );
}

type NoteFormProps = { deed: "note" | "settle"; once: string; refused: MarkPanelProps["refused"]; shortcut: string; keys: Keys };

/** A note, or the note that settles a second look. */
function NoteForm({ deed, once, refused, shortcut, keys }: NoteFormProps) {
  const { t } = useWords();
  const own = refused?.deed === deed ? refused : undefined;
  return (
    <Form method="post" replace preventScrollReset noValidate>
      <input type="hidden" name="mark" value={once} />
      <FormGroup id={deed} label={t(`reading:note.${deed}`)} error={own?.problem}>
        <textarea
          className={own ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"}
          id={deed}
          name="note"
          rows={2}
          dir="auto"
          defaultValue={own?.note}
          aria-describedby={own ? `${deed}-error` : undefined}
          data-keys={shortcut}
          aria-keyshortcuts={shortcut}
        />
      </FormGroup>
      <Button name="deed" value={deed} look="secondary">
        {t(`reading:note.${deed}-send`)} <KeyHint keys={keys} name={shortcut.toUpperCase()} />
      </Button>
    </Form>
  );
}
