import { textIn, type Text } from "#app/shared/languages.ts";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { PublicPaper } from "../public-agenda.ts";
import { sizeText } from "#app/shared/sizes.ts";

/** What a paper says, or where its file is and how large; and why it came late, where it did. */
export function PaperText({ paper, text, file }: { paper: PublicPaper; text: Text; file: string }) {
  const words = useWords();
  const { t, language } = words;
  return (
    <>
      {paper.isLate && <InsetText>{t("meetings:paper.late-for", { reason: textIn(paper.lateFor, language).text })}</InsetText>}
      {paper.isFile ? (
        <p className="govuk-body">
          <a className="govuk-link" href={file}>
            {t("meetings:paper.file", { name: paper.fileName ?? "", size: sizeText(paper.bytes, words) })}
          </a>
        </p>
      ) : (
        <Paragraphs text={text} />
      )}
    </>
  );
}
