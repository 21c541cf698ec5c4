// Whether this server is reached over https alone, and how browsers are told to hold to that.
import { config } from "./config.server.ts";

/** As far as the address says by which people reach it. */
export function isOverHttps(): boolean {
  return config().baseUrl.startsWith("https://");
}

const yearInSeconds = 31_536_000;

/** Strict-Transport-Security: that this host, and those below it, are reached over https alone; null where it is not. */
export function strictTransport(): string | null {
  if (!isOverHttps()) return null;
  return `max-age=${yearInSeconds}${config().holdsSubdomains ? "; includeSubDomains" : ""}`;
}
