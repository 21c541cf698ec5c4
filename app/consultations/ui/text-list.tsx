import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";

/** A few points under what they are points of; nothing where there are none. */
export function TextList({ heading, texts }: { heading: string; texts: readonly Text[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{heading}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {texts.map((text, index) => (
          <li key={index}>
            <InLanguage text={text} />
          </li>
        ))}
      </ul>
    </>
  );
}
