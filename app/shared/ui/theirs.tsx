import { directionOf, type Language } from "../languages.ts";
import { InsetText } from "./inset-text.tsx";
import { useWords } from "./words.tsx";

/** What somebody else wrote in an input meanwhile; nothing where nobody did. */
export function Theirs({ said, language }: { said: string | undefined; language?: Language }) {
  const { t } = useWords();
  if (said === undefined) return null;
  return (
    <InsetText>
      <p className="govuk-body">{t("shared:edits.theirs")}</p>
      {said.trim() === "" ? (
        t("shared:edits.theirs-blank")
      ) : (
        <span className="in-languages__text" lang={language} dir={language ? directionOf(language) : "auto"}>
          {said}
        </span>
      )}
    </InsetText>
  );
}
