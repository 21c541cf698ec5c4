// What a consultation's file holds besides its texts and its form: how long it is to be open by, its events and its own notices,
// and what is told of its documents and corrections, whose files and versions are no part of it.
import { z } from "zod";
import type { FormDefinition } from "#app/forms/definition.ts";
import { erratumSchema } from "#app/forms/errata.ts";
import { partsWithPictures } from "#app/forms/pictures.ts";
import { languages, textIn, textSchema, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { readLink } from "#app/shared/typed.ts";
import { consultationEventSchema, mostEvents, type ConsultationEvent } from "./consultation-event.ts";
import { documentFormats, mostDocuments, type ConsultationDocument } from "./consultation-document.ts";
import { longestNotice, noticeKinds, type NoticeKind } from "./notice.ts";
import { profiles, type LaunchSettings } from "./launch-gate.ts";

const instant = z.iso.datetime().transform((written) => new Date(written));
const event = consultationEventSchema.shape;
const shortText = textSchema.default({});

const eventSchema = z
  .strictObject({
    ...{ kind: event.kind, title: event.title, about: shortText, venue: shortText, booking: shortText, access: event.access.default([]) },
    ...{ startsAt: instant, endsAt: instant, cancelledAt: instant.nullable().default(null) },
    ...{ address: z.string().max(500).nullable().default(null), attended: z.int().min(0).nullable().default(null), heardBy: z.array(z.string().max(40)).max(50).default([]) },
    link: z.string().refine((typed) => readLink(typed) === typed).nullable().default(null),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ["endsAt"] });
export type FileEvent = z.output<typeof eventSchema>;

const documentSchema = z.strictObject({
  title: textSchema,
  language: z.enum(languages),
  format: z.enum(documentFormats),
  sizeInBytes: z.int().min(0),
});

/** When it is launched, a part of `consultation` in the file. */
export const launchShape = {
  profile: z.enum(profiles).nullable().default(null),
  minimumDays: z.int().min(1).max(365).nullable().default(null),
  shorterTimeReason: textSchema.nullable().default(null),
  asksResidents: z.boolean().default(true),
};
export type FileLaunch = Pick<LaunchSettings, keyof typeof launchShape>;

const noticeSchema = textSchema.refine((text) => Object.values(text).every((words) => words.length <= longestNotice));

/** The parts beside `consultation` and `form`. */
export const partsShape = {
  events: z.array(eventSchema).max(mostEvents).default([]),
  /** Its own; a consultation without goes by the partnership's. */
  notices: z.strictObject({ privacy: noticeSchema.optional(), disclosure: noticeSchema.optional() } satisfies Record<NoticeKind, unknown>).default({}),
  documents: z.array(documentSchema).max(mostDocuments).default([]),
  errata: z.array(erratumSchema).max(500).default([]),
};
export type FileParts = z.output<z.ZodObject<typeof partsShape>>;

/** Nothing besides texts and a form. */
export const noFileParts: { launch: FileLaunch; parts: FileParts } = {
  launch: { profile: null, minimumDays: null, shorterTimeReason: null, asksResidents: true },
  parts: { events: [], notices: {}, documents: [], errata: [] },
};

/** Of these records, what a file holds. */
export function fileEventOf({ id: _, ...one }: ConsultationEvent): FileEvent {
  return one;
}

export function fileDocumentOf({ title, language, format, file }: ConsultationDocument): FileParts["documents"][number] {
  return { title, language, format: documentFormats.find((one) => one === format) ?? "plain_text", sizeInBytes: file.sizeInBytes };
}

/** The notices that are the consultation's own. */
export function ownNotices(texts: Partial<Record<NoticeKind, Text | undefined>>): FileParts["notices"] {
  return Object.fromEntries(noticeKinds.flatMap((kind) => (texts[kind] ? [[kind, texts[kind]]] : [])));
}

/** What of a file of ours is not saved with it, a line each; pictures stay where the partnership has them already. */
export function leftOutOfFile({ documents, errata }: FileParts, form: FormDefinition, { t, language }: Pick<Words, "t" | "language">): string[] {
  const named = (text: Text) => textIn(text, language).text;
  return [
    ...documents.map(({ title }) => t("consultations:file-left-out.document", { title: named(title) })),
    ...partsWithPictures(form).map((part) => t("consultations:file-left-out.picture", { name: named("questions" in part ? part.heading : part.label) })),
    ...errata.map(({ text }) => t("consultations:file-left-out.erratum", { text: named(text) })),
  ];
}
