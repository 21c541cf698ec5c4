// A partnership's accent colour as the one rule of style that its pages carry.
import { textOn } from "./colour.ts";

/** The rule, or null without a colour. The content security policy allows it by its hash. */
export function accentStyle(colour: string | null): string | null {
  return colour === null ? null : `:root{--accent:${colour};--accent-text:${textOn(colour)}}`;
}
