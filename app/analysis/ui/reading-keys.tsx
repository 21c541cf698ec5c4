// Keys for what one does while reading. Each presses a button or a link that can be seen, and all of them can be switched off,
// because somebody who speaks to their computer would press them by speaking. [WCAG 2.2, 2.1.4]
import { useEffect, useState } from "react";
import { useWords } from "#app/shared/ui/words.tsx";

/** Whether there are keys at all, which there are not without scripts, and whether they are switched on. */
export type Keys = { isThere: boolean; isOn: boolean; toggle: () => void };

const keptUnder = "reading-keys";
const names = ["j", "k", "d", "f", "s", "n", "r", "o", "/", "?"] as const;
const codingNames = ["c", "1–5", ".", "v", "b", "w", "p", "t", "x", "u"] as const;
const wordsOf: Partial<Record<(typeof codingNames)[number], string>> = { "1–5": "recent", ".": "again" };

export function useReadingKeys(): Keys {
  const [isThere, setThere] = useState(false);
  const [isOn, setOn] = useState(true);
  useEffect(() => {
    setOn(isKeptOn());
    setThere(true);
  }, []);
  useEffect(() => {
    if (!isThere || !isOn) return;
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isThere, isOn]);
  const toggle = () => {
    setOn(!isOn);
    keep(!isOn);
  };
  return { isThere, isOn, toggle };
}

/** A browser may refuse to keep anything. */
function isKeptOn(): boolean {
  try {
    return localStorage.getItem(keptUnder) !== "off";
  } catch {
    return true;
  }
}

function keep(isOn: boolean): void {
  try {
    localStorage.setItem(keptUnder, isOn ? "on" : "off");
  } catch {
    // because they are switched off on this page all the same
  }
}

function press(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select")) return;
  const [onwards, back] = document.dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const name = event.key === onwards ? "next" : event.key === back ? "previous" : event.key.toLowerCase();
  const control = name.length === 0 || /["\\\s]/.test(name) ? null : document.querySelector<HTMLElement>(`[data-keys~="${name}"]`);
  if (!control) return;
  event.preventDefault();
  if (control.matches("input, textarea, select")) control.focus();
  else control.click();
}

/** The key beside what it presses; those who listen are told by the control itself. */
export function KeyHint({ keys: { isThere, isOn }, name }: { keys: Keys; name: string }) {
  return isThere && isOn ? <kbd aria-hidden="true">{name}</kbd> : null;
}

/** Every key with what it does, and the switch. */
export function ReadingKeys({ keys, isCoding }: { keys: Keys; isCoding: boolean }) {
  const { t } = useWords();
  if (!keys.isThere) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary" data-keys="?" aria-keyshortcuts="?">
        <span className="govuk-details__summary-text">
          {t("reading:keys.heading")} <KeyHint keys={keys} name="?" />
        </span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{t("reading:keys.lead")}</p>
        <dl className="reading__keys">
          {names.map((name) => (
            <div key={name}>
              <dt>
                <kbd>{name.toUpperCase()}</kbd>
              </dt>
              <dd>{t(`reading:key.${name === "/" ? "search" : name === "?" ? "list" : name}`)}</dd>
            </div>
          ))}
          {isCoding &&
            codingNames.map((name) => (
              <div key={name}>
                <dt>
                  <kbd>{name.toUpperCase()}</kbd>
                </dt>
                <dd>{t(`coding:key.${wordsOf[name] ?? name}`)}</dd>
              </div>
            ))}
        </dl>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={keys.toggle}>
          {t(keys.isOn ? "reading:keys.off" : "reading:keys.on")}
        </button>
      </div>
    </details>
  );
}
