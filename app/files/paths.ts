// Addresses of files.
import { partnershipPath } from "#app/partnerships/paths.ts";

/** Where anyone gets a public file. */
export function filePath(partnership: { slug: string }, fileId: string): string {
  return `${partnershipPath(partnership)}/files/${fileId}`;
}

/** Its small picture, where it is one. */
export function thumbnailPath(partnership: { slug: string }, fileId: string): string {
  return `${filePath(partnership, fileId)}?size=small`;
}
