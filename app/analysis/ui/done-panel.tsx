// Whether the text is somebody's to code, and the button with which they say that they are done with it.
import { Form } from "@remix-run/react";
import { Button } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Sight } from "../reading-pass.ts";
import { KeyHint, type Keys } from "./reading-keys.tsx";

export type Coded = Sight & {
  /** Where it is posted that they are done. */
  path: string;
  /** What was just done. */
  said: "done" | "not-done" | "not-yours" | null;
};

export function DonePanel({ coded: { pass, sees, isDone, path, said }, keys, isBusy }: { coded: Coded; keys: Keys; isBusy: boolean }) {
  const { t } = useWords();
  const state = pass === null ? (sees === "agreed" ? "settled" : isDone ? "locked" : "not-yours") : isDone ? "done" : null;
  return (
    <section className="reading__done-panel" aria-label={t("work:panel.heading")}>
      {said && (
        <p className="govuk-body" role="status">
          {t(`work:panel.said.${said}`)}
        </p>
      )}
      {state && <p className="govuk-body">{t(`work:panel.${state}`)}</p>}
      {pass !== null && (
        <Form method="post" action={path} replace preventScrollReset>
          <fieldset className="govuk-fieldset" disabled={isBusy}>
            <legend className="govuk-visually-hidden">{t("work:panel.heading")}</legend>
            {isDone ? (
              <Button name="deed" value="not-done" look="secondary">
                {t("work:panel.reopen")}
              </Button>
            ) : (
              <Button name="deed" value="done" data-keys="d" aria-keyshortcuts="d">
                {t("work:panel.send")} <KeyHint keys={keys} name="D" />
              </Button>
            )}
          </fieldset>
        </Form>
      )}
    </section>
  );
}
