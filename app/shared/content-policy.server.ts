// The content security policy: a resident's page runs our own script files and nothing else; a worker's page also the
// scripts that carry its nonce.
import { createHash } from "node:crypto";

/** `style` is all the style that stands in the page itself. */
export function contentPolicy({ nonce, style }: { nonce?: string; style?: string | null } = {}): string {
  const styleHash = style ? ` 'sha256-${createHash("sha256").update(style).digest("base64")}'` : "";
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    `style-src 'self'${styleHash}`,
  ].join("; ");
}
