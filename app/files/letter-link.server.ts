// What is behind a link in a letter that one press ends: opened and posted to by whoever reads it, or by their mail program. [RFC 8058]
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { readUpload } from "./upload.server.ts";

/** The key in the link. */
export function keyOf(request: Request): string {
  return new URL(request.url).searchParams.get("key") ?? "";
}

/** Mail providers press for all their readers from a few addresses; the keys themselves cannot be guessed. */
export function isLinkAllowed(what: string, address: string): Promise<boolean> {
  return isWithinLimit(what, address, 2_000, 900);
}

/** What was posted. A mail program's one press is `stop`; it follows nowhere, and needs no page. */
export async function readLinkPost(request: Request) {
  const { fields } = await readUpload(request, { mostFiles: 0 });
  const isOneClick = fields.get("List-Unsubscribe") === "One-Click";
  return { fields, isOneClick, deed: isOneClick ? "stop" : fields.get("deed") };
}
