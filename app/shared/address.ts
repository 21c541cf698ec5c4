// The address of a request, before anything is read from it.

const longest = 4096;

/**
 * Whether an address and the host it is asked of can be read, and read in one way only, by whatever reads them after us. Not
 * so with broken escapes, a NUL, steps up and down or backslashes (which are taken out on the way, and the language with
 * them), two slashes in front (which name another host), or Remix's old way to ask one loader alone, which it answers with a
 * fault.
 */
export function isReadable(address: string, host: string | undefined): boolean {
  if (!/^\/(?!\/)/.test(address) || address.length > longest || address.includes("%00")) return false;
  const [path = "", query] = address.split(/[?#](.*)/s, 2);
  if (/(^|\/)(\.|%2e){1,2}(\/|$)|\\/i.test(path) || !isDecodable(path)) return false;
  if (query?.includes("_data") && new URLSearchParams(query).has("_data")) return false;
  return host === undefined || isHost(host);
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

// A name or a number and a port, nothing else, because the address of a page is made of it.
function isHost(host: string): boolean {
  return /^([a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`);
}

/** The path and query of a whole address, as a proxy may ask for it; any other as it is. */
export function withoutHost(address: string): string {
  const path = address.replace(/^https?:\/\/[^/?#]*/i, "");
  return path === address || path.startsWith("/") ? path : `/${path}`;
}

/**
 * The network a caller's address is in, as far as limits are concerned: an IPv4 address by itself, and of IPv6 the first four
 * groups, because one line is given all the addresses below them (RFC 6177) and could else be anybody anew with each request.
 */
export function networkOf(ip: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(":")) return ip;
  const [before = "", after] = (ip.split("%")[0] ?? "").toLowerCase().split("::", 2);
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const [first, last] = [groups(before), groups(after ?? "")];
  const skipped = after === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array<string>(skipped).fill("0"), ...last].map((group) => group.replace(/^0+(?=.)/, ""));
  return `${all.slice(0, 4).join(":")}::`;
}
