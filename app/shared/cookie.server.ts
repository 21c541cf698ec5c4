// How every cookie of ours is set and read: no script sees it, no other site sends it, and over https no other host, a
// neighbour under the same name included, can set it in its place (the prefix __Host-).
import { isOverHttps } from "./https.server.ts";

/** The name a cookie has in a browser. */
export function cookieName(name: string): string {
  return isOverHttps() ? `__Host-${name}` : name;
}

/** The Set-Cookie header that keeps a value for so many seconds; none take it away. */
export function writeCookie(name: string, value: string, seconds: number): string {
  return `${cookieName(name)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${isOverHttps() ? "; Secure" : ""}`;
}

/** What a Cookie header holds under a name, or null. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  const before = `${cookieName(name)}=`;
  return header?.split(/;\s*/).find((one) => one.startsWith(before))?.slice(before.length) ?? null;
}
