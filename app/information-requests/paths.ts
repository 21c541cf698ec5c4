// Addresses of a partnership's requests for information about what people answered.
import { informationRequestsPath } from "#app/consultations/office-paths.ts";

type At = { slug: string };

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Requests, those of one kind or about one consultation where it is named. */
export function listedRequestsPath(partnership: At, query: { show?: string | null; consultation?: string | null; after?: string | null }): string {
  return withQuery(informationRequestsPath(partnership), query);
}

/** Where one is written down; about a consultation where it is named. */
export function newRequestPath(partnership: At, query: { consultation?: string | null } = {}): string {
  return withQuery(`${informationRequestsPath(partnership)}/new`, query);
}

export function informationRequestPath(partnership: At, requestId: string, query: { done?: string } = {}): string {
  return withQuery(`${informationRequestsPath(partnership)}/${requestId}`, query);
}

/** Where responses that it is about are looked for. */
export function findResponsesPath(partnership: At, requestId: string, query: Record<string, string | null | undefined> = {}): string {
  return withQuery(`${informationRequestPath(partnership, requestId)}/find`, query);
}

/** The responses that it is about. */
export function askedResponsesPath(partnership: At, requestId: string, query: { show?: string | null; after?: string | null; done?: string } = {}): string {
  return withQuery(`${informationRequestPath(partnership, requestId)}/responses`, query);
}

export function askedResponsePath(partnership: At, requestId: string, responseId: string, query: { done?: string } = {}): string {
  return withQuery(`${informationRequestPath(partnership, requestId)}/responses/${responseId}`, query);
}

/** What is given, as a ZIP. */
export function bundlePath(partnership: At, requestId: string): string {
  return `${informationRequestPath(partnership, requestId)}/bundle.zip`;
}
