import { dayOf } from "#app/shared/dates.ts";
import { languageNamed } from "#app/shared/languages.ts";
import { sizeText } from "#app/shared/sizes.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationDocument } from "../consultation-document.ts";
import { officeDocumentPath } from "../office-paths.ts";
import { documentPath } from "../paths.ts";

type DocumentsProps = {
  partnership: { slug: string };
  consultation: { id: string };
  documents: readonly ConsultationDocument[];
  /** Whether their addresses are there for anybody yet; else they are an officer's. */
  isPublic?: boolean;
};

/** What there is to read or listen to, each with its language, format and size. */
export function Documents({ partnership, consultation, documents, isPublic = true }: DocumentsProps) {
  const { t } = useWords();
  if (documents.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:documents.heading")}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentFiles {...{ partnership, consultation, document, isPublic }} />
          </li>
        ))}
      </ul>
    </>
  );
}

type DocumentFilesProps = Omit<DocumentsProps, "documents"> & {
  document: ConsultationDocument;
};

/** A document, since when it is as it is, and the files it had before. */
export function DocumentFiles({ partnership, consultation, document, isPublic = true }: DocumentFilesProps) {
  const words = useWords();
  const { t, date, language: own } = words;
  const { title, language, format, file, updatedAt, earlier } = document;
  return (
    <>
      <PageLink to={isPublic ? documentPath(partnership, consultation, document.id) : officeDocumentPath(partnership, consultation, document.id)}>
        <InLanguage text={title} />
      </PageLink>
      <br />
      {t("consultations:documents.about", {
        language: languageNamed(language, own),
        format: t(`consultations:documents.format.${format}`),
        size: sizeText(file.sizeInBytes, words),
      })}
      {updatedAt && (
        <>
          <br />
          {t("consultations:documents.updated", { date: date(dayOf(updatedAt)) })}
        </>
      )}
      {isPublic &&
        earlier.map(({ id, replacedAt, file: old }) => (
          <span key={id} className="govuk-!-display-block">
            <PageLink to={documentPath(partnership, consultation, id)}>
              {t("consultations:documents.earlier", { date: date(dayOf(replacedAt)), size: sizeText(old.sizeInBytes, words) })}
            </PageLink>
          </span>
        ))}
    </>
  );
}
