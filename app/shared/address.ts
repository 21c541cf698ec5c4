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
