import { dayOf } from "#app/shared/dates.ts";
import { languageNamed } from "#app/shared/languages.ts";
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
  const { t, number, date, language: own } = useWords();
  const { title, language, format, file, updatedAt, earlier } = document;
  const sizeOf = (bytes: number) =>
    bytes < 1_000_000
      ? t("consultations:documents.kilobytes", { size: number(Math.max(1, Math.round(bytes / 1000))) })
      : t("consultations:documents.megabytes", { size: number(bytes / 1_000_000, 1) });
  return (
    <>
      <PageLink to={isPublic ? documentPath(partnership, consultation, document.id) : officeDocumentPath(partnership, consultation, document.id)}>
        <InLanguage text={title} />
      </PageLink>
      <br />
      {t("consultations:documents.about", {
        language: languageNamed(language, own),
        format: t(`consultations:documents.format.${format}`),
        size: sizeOf(file.sizeInBytes),
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
              {t("consultations:documents.earlier", { date: date(dayOf(replacedAt)), size: sizeOf(old.sizeInBytes) })}
            </PageLink>
          </span>
        ))}
    </>
  );
}
