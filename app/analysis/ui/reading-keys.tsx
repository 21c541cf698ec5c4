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

/** The keys of a page with what each does, and the switch; nothing without scripts. `opensWith` opens the list itself. */
export function KeyList({ keys, lead, told, opensWith }: { keys: Keys; lead?: string; told: readonly { name: string; does: string }[]; opensWith?: string }) {
  const { t } = useWords();
  if (!keys.isThere) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary" {...(opensWith && { "data-keys": opensWith, "aria-keyshortcuts": opensWith })}>
        <span className="govuk-details__summary-text">
          {t("reading:keys.heading")} {opensWith && <KeyHint keys={keys} name={opensWith} />}
        </span>
      </summary>
      <div className="govuk-details__text">
        {lead && <p className="govuk-body">{lead}</p>}
        <dl className="reading__keys">
          {told.map(({ name, does }) => (
            <div key={name}>
              <dt>
                <kbd>{name.toUpperCase()}</kbd>
              </dt>
              <dd>{does}</dd>
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

/** Every key with which texts are read and coded. */
export function ReadingKeys({ keys, isCoding }: { keys: Keys; isCoding: boolean }) {
  const { t } = useWords();
  const told = [
    ...names.map((name) => ({ name, does: t(`reading:key.${name === "/" ? "search" : name === "?" ? "list" : name}`) })),
    ...(isCoding ? codingNames.map((name) => ({ name, does: t(`coding:key.${wordsOf[name] ?? name}`) })) : []),
  ];
  return <KeyList keys={keys} lead={t("reading:keys.lead")} told={told} opensWith="?" />;
}
