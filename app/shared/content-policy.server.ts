// The content security policy: a resident's page runs our own script files and nothing else; a worker's page also the
// scripts that carry its nonce.
import { createHash } from "node:crypto";

type Wanted = {
  nonce?: string;
  /** All the style that stands in the page itself. */
  style?: string | null;
  /** Shows another page of ours in a frame, or may be shown in one. */
  frames?: boolean;
  isFramed?: boolean;
};

export function contentPolicy({ nonce, style, frames = false, isFramed = false }: Wanted = {}): string {
  const styleHash = style ? ` 'sha256-${createHash("sha256").update(style).digest("base64")}'` : "";
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    ...(frames ? ["frame-src 'self'"] : []),
    "img-src 'self' data:",
    "object-src 'none'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    `style-src 'self'${styleHash}`,
  ].join("; ");
}
