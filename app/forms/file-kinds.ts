// Which kinds of file a question may take, by the type that the check of the upload found.
import type { FileKind } from "./question.ts";

const typesOfKind: Record<FileKind, readonly string[]> = {
  image: ["image/jpeg", "image/png", "image/webp", "image/gif"],
  pdf: ["application/pdf"],
  document: [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "text/plain",
  ],
};

/** The MIME types of these kinds, as the `accept` attribute and the check of an upload want them. */
export function typesOfKinds(kinds: readonly FileKind[]): string[] {
  return kinds.flatMap((kind) => typesOfKind[kind]);
}
