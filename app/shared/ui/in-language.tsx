// Draws a text in the page's language, or marks the language it fell back to so that a screen reader speaks it right.
import { directionOf, textIn, type Text } from "#app/shared/languages.ts";
import { useWords } from "./words.tsx";

export function InLanguage({ text }: { text: Text | undefined }) {
  const { language } = useWords();
  const found = textIn(text, language);
  if (found.language === language) return <>{found.text}</>;
  return (
    <span lang={found.language} dir={directionOf(found.language)}>
      {found.text}
    </span>
  );
}

/** The same for running text: blank lines part paragraphs. */
export function Paragraphs({ text, className = "govuk-body" }: { text: Text | undefined; className?: string }) {
  const { language } = useWords();
  const found = textIn(text, language);
  const marked = found.language === language ? {} : { lang: found.language, dir: directionOf(found.language) };
  return (
    <>
      {found.text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, index) => (
          <p key={index} className={className} {...marked}>
            {paragraph}
          </p>
        ))}
    </>
  );
}
