// Addresses of what is downloaded of a consultation's responses.
import { officeConsultationPath } from "./office-paths.ts";

type At = { slug: string };

export function responsesCsvPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/responses.csv`;
}

export function responsesXlsxPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/responses.xlsx`;
}

export function columnsCsvPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/columns.csv`;
}

/** Where the data controller asks for names and addresses. */
export function contactsPath(partnership: At, consultation: { id: string }): string {
  return `${officeConsultationPath(partnership, consultation)}/contacts`;
}

/** The file itself, for whoever has just said what for. */
export function contactsFilePath(partnership: At, consultation: { id: string }): string {
  return `${contactsPath(partnership, consultation)}/file`;
}
