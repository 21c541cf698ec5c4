// The codes on a text, and the form that gives one: to the whole answer or a part, with a stance, to one text or its campaign.
import { Form } from "@remix-run/react";
import { useState, type RefObject } from "react";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { nextSentence, withoutFirstWord } from "../coded-text.ts";
import type { CodingShown, CodingToGive } from "../coding-shown.ts";
import { CodePicker } from "./code-picker.tsx";
import { CodingList, StanceSelect } from "./coding-list.tsx";
import { KeyHint, type Keys } from "./reading-keys.tsx";
import { usePart } from "./use-part.ts";

type CodingRefusedShown = { part: string; start: string; end: string; stance: string; isShared: boolean; field: "part" | "codes"; problem: string };

type CodePanelProps = {
  coding: CodingToGive;
  text: { id: string; said: string; codings: readonly CodingShown[] };
  /** Another with each time that the page is loaded. */
  once: string;
  /** When it was opened, to tell what others coded meanwhile. */
  since: string;
  refused: CodingRefusedShown | undefined;
  words: RefObject<HTMLElement>;
  keys: Keys;
  /** Whether the text is theirs to code. */
  mayGive: boolean;
  isBusy: boolean;
};

export function CodePanel({ coding, text, once, since, refused, words, keys, mayGive, isBusy }: CodePanelProps) {
  const { t } = useWords();
  const { codes, frames, recent, again, campaign } = coding;
  return (
    <section className="reading__codes" aria-labelledby="codes-heading">
      <h2 className="govuk-heading-s" id="codes-heading">
        {t("coding:heading")}
      </h2>
      {campaign && (
        <p className="govuk-body">
          {campaign.says} <PageLink to={campaign.to}>{t("coding:campaign.open")}</PageLink>
        </p>
      )}
      {text.codings.length === 0 ? <p className="govuk-body">{t("coding:none")}</p> : <CodingList codings={text.codings} {...(mayGive && { change: { keys } })} />}
      {mayGive && codes.length > 0 && (
        <fieldset className="govuk-fieldset" disabled={isBusy}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t("coding:give")}</legend>
          <Form method="post" replace preventScrollReset noValidate onSubmit={() => letGo(words.current)}>
            <input type="hidden" name="deed" value="code" />
            <input type="hidden" name="since" value={since} />
            <Given key={`${text.id} ${once}`} {...{ text, refused, words, keys }} />
            {campaign?.isConfirmed && (
              <div className="govuk-checkboxes govuk-checkboxes--small">
                <div className="govuk-checkboxes__item">
                  <input className="govuk-checkboxes__input" id="shared" name="shared" type="checkbox" defaultChecked={refused?.isShared ?? campaign.isForAll} key={`${text.id} ${refused === undefined}`} />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor="shared">
                    {campaign.forAll}
                  </label>
                </div>
              </div>
            )}
            {refused?.field === "codes" && <p className="govuk-error-message">{refused.problem}</p>}
            {again && (
              <button className="govuk-button govuk-button--secondary" name="again" value={again.value} data-keys="." aria-keyshortcuts=".">
                {again.says} <KeyHint keys={keys} name="." />
              </button>
            )}
            <CodePicker {...{ codes, frames, recent, keys }} error={refused?.field === "codes" ? refused.problem : undefined} />
          </Form>
        </fieldset>
      )}
      {coding.isTranslated && <p className="govuk-hint">{t("coding:original")}</p>}
    </section>
  );
}

/** What was selected in a text and is about to be sent is not selected any more. */
function letGo(element: HTMLElement | null): void {
  const selection = document.getSelection();
  if (selection && element?.contains(selection.anchorNode)) selection.removeAllRanges();
}

/** The part and the stance that are given: what was chosen stays until the code is given. */
function Given({ text, refused, words, keys }: Pick<CodePanelProps, "text" | "refused" | "words" | "keys">) {
  const { t } = useWords();
  const { part, choose } = usePart(words, text.id);
  const [typed, setTyped] = useState(refused?.part ?? "");
  const [stance, setStance] = useState(refused?.stance ?? "");
  const error = refused?.field === "part" ? refused.problem : undefined;
  const keptPart = refused && typed === refused.part ? refused : null;
  return (
    <>
      <input type="hidden" name="start" value={part?.start ?? keptPart?.start ?? ""} />
      <input type="hidden" name="end" value={part?.end ?? keptPart?.end ?? ""} />
      <FormGroup id="part" label={t("coding:part.label")} hint={t(keys.isThere ? "coding:part.select-hint" : "coding:part.hint")} error={error}>
        <textarea
          className={error === undefined ? "govuk-textarea" : "govuk-textarea govuk-textarea--error"}
          id="part"
          name="part"
          rows={2}
          dir="auto"
          value={part ? text.said.slice(part.start, part.end) : typed}
          aria-describedby={error === undefined ? "part-hint" : "part-hint part-error"}
          data-keys="p"
          aria-keyshortcuts="p"
          onChange={(event) => {
            if (part) choose(null);
            setTyped(event.currentTarget.value);
          }}
        />
      </FormGroup>
      {keys.isThere && (
        <div className="coding-list__change govuk-!-margin-bottom-4">
          <button type="button" className="link-button" data-keys="v" aria-keyshortcuts="v" onClick={() => choose(nextSentence(text.said, part))}>
            {t("coding:part.sentence")} <KeyHint keys={keys} name="V" />
          </button>{" "}
          {part && (
            <>
              <button type="button" className="link-button" data-keys="b" aria-keyshortcuts="b" onClick={() => choose(withoutFirstWord(text.said, part))}>
                {t("coding:part.later")} <KeyHint keys={keys} name="B" />
              </button>
              <button
                type="button"
                className="link-button"
                data-keys="w"
                aria-keyshortcuts="w"
                onClick={() => {
                  choose(null);
                  setTyped("");
                }}
              >
                {t("coding:part.whole")} <KeyHint keys={keys} name="W" />
              </button>
            </>
          )}
        </div>
      )}
      <div className="govuk-form-group">
        <StanceSelect id="stance" label={t("coding:stance.label")} value={stance} onChange={setStance} shortcut="t" />
      </div>
    </>
  );
}
