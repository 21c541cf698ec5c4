import { languageNames } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationDocument } from "../consultation-document.ts";
import { documentPath } from "../paths.ts";

type DocumentsProps = {
  partnership: { slug: string };
  consultation: { id: string };
  documents: readonly ConsultationDocument[];
};

/** What there is to read or listen to, each with its language, format and size. */
export function Documents({ partnership, consultation, documents }: DocumentsProps) {
  const { t, number } = useWords();
  if (documents.length === 0) return null;
  const sizeOf = (bytes: number) =>
    bytes < 1_000_000
      ? t("consultations:documents.kilobytes", { size: number(Math.max(1, Math.round(bytes / 1000))) })
      : t("consultations:documents.megabytes", { size: number(bytes / 1_000_000, 1) });
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:documents.heading")}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {documents.map((document) => (
          <li key={document.id}>
            <PageLink to={documentPath(partnership, consultation, document.id)}>
              <InLanguage text={document.title} />
            </PageLink>
            <br />
            {t("consultations:documents.about", {
              language: languageNames[document.language],
              format: t(`consultations:documents.format.${document.format}`),
              size: sizeOf(document.file.sizeInBytes),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
