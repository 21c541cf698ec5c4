import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import type { TextShown } from "../reading-shown.ts";
import { TextWords } from "./text-words.tsx";
import { Translations } from "./translations.tsx";

/** The text that is read. When another takes its place, whoever was in it, or nowhere, is in that one, so that it is read out. */
export function OneText({ text, article, children }: { text: TextShown; article: RefObject<HTMLElement>; children: ReactNode }) {
  const last = useRef(text.id);
  useEffect(() => {
    if (last.current === text.id) return;
    last.current = text.id;
    const { activeElement: at, body } = document;
    if (at === null || at === body || article.current?.contains(at)) article.current?.focus({ preventScroll: true });
  }, [text.id, article]);
  return (
    <article ref={article} tabIndex={-1} aria-labelledby="position">
      <div className={text.translations.length > 0 ? "translated" : undefined}>
        <TextWords text={text} isSelected />
        <Translations id={text.id} translations={text.translations} />
      </div>
      <ul className="govuk-list written-answer__about">
        {text.about.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {children}
      </ul>
    </article>
  );
}
