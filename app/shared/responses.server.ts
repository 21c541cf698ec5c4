// Answers that are not pages: thrown by stores and guards, drawn by the error page.
import { membersOnly } from "./members-only.ts";

/** 404: nothing lives at this address, or not for this person. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not found" });
}

/** 401: sent by somebody who is not signed in, or not any more; the browser can send it again once they are. */
export function signedOut(): Response {
  return new Response(null, { status: 401, statusText: "Unauthorized" });
}

/** 403: the address exists, but not for what this person may do. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

/** 403: the address is for those who sit on a body, and whoever is signed in does not; the error page says so. */
export function forMembers(): Response {
  return new Response(membersOnly, { status: 403, statusText: "Forbidden" });
}

/** 400: a request no page of ours makes. */
export function badRequest(): Response {
  return new Response(null, { status: 400, statusText: "Bad request" });
}

/** 429: too many in too short a time. */
export function tooMany(): Response {
  return new Response(null, { status: 429, statusText: "Too many requests", headers: { "Retry-After": "60" } });
}
