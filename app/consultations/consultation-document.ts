// A document of a consultation: one file in one language and format, and the files it had before.
import type { FileType } from "#app/files/file.ts";
import { z } from "zod";
import { languages, textSchema, type Language } from "#app/shared/languages.ts";

const fileSchema = z.object({ id: z.string(), sizeInBytes: z.number() });

export const consultationDocumentSchema = z.object({
  id: z.string(),
  title: textSchema,
  language: z.enum(languages),
  format: z.string(),
  file: fileSchema,
  addedAt: z.date().nullable(),
  /** When the file was last replaced. */
  updatedAt: z.date().nullable(),
  /** The newest first. */
  earlier: z.array(z.object({ id: z.string(), replacedAt: z.date(), file: fileSchema })),
});
export type ConsultationDocument = z.infer<typeof consultationDocumentSchema>;

const word: FileType[] = ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text"];
const table: FileType[] = ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.oasis.opendocument.spreadsheet", "text/csv"];

/** The formats a document may come in, each with the types of file it may be; the words are `consultations:documents.format.<format>`. */
export const typesOfFormat = {
  pdf: ["application/pdf"],
  word,
  spreadsheet: table,
  plain_text: ["text/plain"],
  picture: ["image/jpeg", "image/png", "image/webp"],
  easy_read: ["application/pdf", ...word],
  large_print: ["application/pdf", ...word],
  audio: ["audio/mpeg", "audio/x-m4a"],
  bsl: ["video/mp4"],
  // as a braille printer takes it, or to be read on
  braille: ["text/plain", "application/pdf"],
} satisfies Record<string, FileType[]>;
export type DocumentFormat = keyof typeof typesOfFormat;

export const documentFormats = Object.keys(typesOfFormat) as DocumentFormat[];

export function isDocumentFormat(value: unknown): value is DocumentFormat {
  return documentFormats.some((format) => format === value);
}

/** More than anybody reads. */
export const mostDocuments = 100;
export const longestDocumentTitle = 200;

/** Formats without which some people are left out. */
const formatsForAll = ["easy_read", "large_print", "audio", "bsl"] as const;

/** What there is to read for nobody who needs it: formats, and languages that are offered. */
export function lacksOf(documents: readonly ConsultationDocument[], offered: readonly Language[]): { formats: DocumentFormat[]; languages: Language[] } {
  return {
    formats: formatsForAll.filter((format) => !documents.some((document) => document.format === format)),
    languages: offered.filter((language) => !documents.some((document) => document.language === language)),
  };
}
