import type { Span } from "#app/text-mining/words.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { piecesOf } from "../campaign.ts";

type MarkedTextProps = { text: string; language: string; additions: readonly Span[] };

/** Somebody's words, with what is their own beside a template marked, for the eye and in words. */
export function MarkedText({ text, language, additions }: MarkedTextProps) {
  const { t } = useWords();
  return (
    <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
      {piecesOf(text, additions).map((piece, index) =>
        piece.isOwn ? (
          <mark key={index}>
            <span className="govuk-visually-hidden">{t("campaigns:own.begins")} </span>
            {piece.text}
            <span className="govuk-visually-hidden"> {t("campaigns:own.ends")}</span>
          </mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </blockquote>
  );
}
