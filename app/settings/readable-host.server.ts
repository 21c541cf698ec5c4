// A host name as people read it.
import { domainToUnicode } from "node:url";

/** The name in its own script where that differs from its ASCII form, else null. */
export function readableHost(host: string): string | null {
  const readable = domainToUnicode(host);
  return readable === "" || readable === host ? null : readable;
}
