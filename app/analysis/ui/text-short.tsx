import type { ReactNode } from "react";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { TextShown } from "../reading-shown.ts";
import { CodingList } from "./coding-list.tsx";
import { TextWords } from "./text-words.tsx";
import { Translations } from "./translations.tsx";

/** One text among many, with what is known of it and what it is marked with; within it, where it is read by itself and whether it is chosen. */
export function TextShort({ text, level: Level = "h2", choose, children }: { text: TextShown; level?: "h2" | "h3"; choose?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  return (
    <article className="written-answer" aria-labelledby={`text-${text.id}`}>
      <Level className="govuk-heading-s" id={`text-${text.id}`}>
        <bdi>{text.responseId}</bdi>
      </Level>
      {choose}
      <TextWords text={text} />
      <Translations id={text.id} translations={text.translations} />
      {text.codings.length > 0 && <CodingList codings={text.codings} />}
      <ul className="govuk-list written-answer__about">
        {[...new Set(text.marks)].map((kind) => (
          <li key={kind}>
            <Tag colour={kind === "second-look" ? "yellow" : "blue"}>{t(`reading:mark.${kind}`)}</Tag>
          </li>
        ))}
        {text.about.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{children}</li>
      </ul>
    </article>
  );
}
