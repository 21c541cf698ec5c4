// What a browser keeps of a page while it is being filled in, and when that is newer than what the server shows.

/** A page as it stood in the browser: its fields, and what the server had saved when the page came. */
export type Kept = {
  fields: [name: string, value: string][];
  /** The server's own mark of the last saving, as the page carried it; null once a quiet saving has moved it on. */
  savedBefore: string | null;
  /** Whether the person had pressed a button that sends the page. */
  wasSent: boolean;
};

/** The kept page of a store's text, or null if that is not one. Never throws. */
export function readKept(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? "null") as Kept | null;
    const isKept =
      Array.isArray(kept?.fields) &&
      kept.fields.every((field) => Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string"));
    return isKept ? { fields: kept.fields, savedBefore: kept.savedBefore ?? null, wasSent: kept.wasSent === true } : null;
  } catch {
    return null;
  }
}

const same = (one: Kept["fields"], other: Kept["fields"]) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Whether the kept page holds something that the server does not: it differs from what the page shows, and it was not sent
 * or its sending never arrived.
 */
export function isNewer(kept: Kept, page: { fields: Kept["fields"]; saved: string }): boolean {
  if (same(kept.fields, page.fields)) return false;
  return !kept.wasSent || kept.savedBefore === null || kept.savedBefore === page.saved;
}
