import { useState } from "react";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";
import { matchingCodes } from "../coded-text.ts";
import type { CodeToGive } from "../coding-shown.ts";
import { KeyHint, type Keys } from "./reading-keys.tsx";

/** How many of those that match are shown. */
const mostMatches = 8;

type CodePickerProps = {
  codes: readonly CodeToGive[];
  frames: readonly { id: string; name: Text }[];
  recent: readonly CodeToGive[];
  error: string | undefined;
  keys: Keys;
};

/** The codes to give: those given last, those whose name is typed, and all of them. Each is a button that gives it. */
export function CodePicker({ codes, frames, recent, error, keys }: CodePickerProps) {
  const { t, number } = useWords();
  const [typed, setTyped] = useState("");
  const found = matchingCodes(codes, typed);
  return (
    <>
      {recent.length > 0 && (
        <>
          <p className="govuk-label" id="recent-codes">
            {t("coding:recent")}
          </p>
          <ul className="code-picker" aria-labelledby="recent-codes">
            {recent.map((code, place) => (
              <li key={code.id}>
                <GiveButton code={code} shortcut={String(place + 1)} keys={keys} />
              </li>
            ))}
          </ul>
        </>
      )}
      {keys.isThere && (
        <div role="search">
          <label className="govuk-label" htmlFor="code-search">
            {t("coding:search")} <KeyHint keys={keys} name="C" />
          </label>
          <input
            className="govuk-input"
            id="code-search"
            type="search"
            autoComplete="off"
            dir="auto"
            value={typed}
            data-keys="c"
            aria-keyshortcuts="c"
            aria-describedby="code-search-found"
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") {
                setTyped("");
                event.currentTarget.blur();
              }
              if (event.key !== "Enter") return;
              event.preventDefault();
              document.querySelector<HTMLButtonElement>("#codes-found button")?.click();
              setTyped("");
            }}
          />
          <p className="govuk-hint" id="code-search-found" role="status">
            {typed.trim() === "" ? t("coding:search-hint") : t("coding:found", { number: number(found.length) })}
          </p>
          <ul className="code-picker" id="codes-found">
            {found.slice(0, mostMatches).map((code) => (
              <li key={code.id}>
                <GiveButton code={code} keys={keys} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <details className="govuk-details" id="codes" open={error !== undefined}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{t("coding:all-codes", { number: number(codes.length) })}</span>
        </summary>
        {frames.map((frame) => (
          <section key={frame.id} aria-labelledby={`frame-${frame.id}`}>
            <h3 className="govuk-heading-s" id={`frame-${frame.id}`}>
              <InLanguage text={frame.name} />
            </h3>
            <ul className="code-picker">
              {codes
                .filter(({ frameId }) => frameId === frame.id)
                .map((code) => (
                  <li key={code.id}>
                    <GiveButton code={code} keys={keys} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </details>
    </>
  );
}

function GiveButton({ code: { id, name }, shortcut, keys }: { code: CodeToGive; shortcut?: string; keys: Keys }) {
  return (
    <button className="code-picker__code" name="code" value={id} {...(shortcut !== undefined && { "data-keys": shortcut, "aria-keyshortcuts": shortcut })}>
      <bdi>{name}</bdi> {shortcut !== undefined && <KeyHint keys={keys} name={shortcut} />}
    </button>
  );
}
