// Where somebody who found a hole tells of it: what /.well-known/security.txt says (RFC 9116).
import { readEmail } from "./typed.ts";

/** The contact of the settings as a URI: an e-mail address, or the address of a page over https; null where it is neither. */
export function securityContactOf(given: string): string | null {
  if (URL.canParse(given) && new URL(given).protocol === "https:") return new URL(given).href;
  const email = readEmail(given);
  return email === undefined ? null : `mailto:${email}`;
}

// [RFC 9116, 2.5.5] less than a year ahead is recommended
const validForDays = 180;

/** The file for a site. It expires, so that whoever finds an old copy does not rely on it. */
export function securityText(contact: string, site: string, path: string, now: Date): string {
  const expires = new Date(now.getTime() + validForDays * 86_400_000).toISOString().replace(/\.\d+/, "");
  return [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: en", `Canonical: ${site}${path}`, ""].join("\n");
}
