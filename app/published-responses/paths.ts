// Addresses of responses that are published one by one.
import { publishResponsesPath } from "#app/consultations/office-paths.ts";
import { publishedResponsesPath } from "#app/consultations/paths.ts";

type At = { slug: string };
type Of = { id: string };

/** One of them; it stays its address whatever else is published later. */
export function publishedResponsePath(partnership: At, consultation: Of, reference: string): string {
  return `${publishedResponsesPath(partnership, consultation)}/${reference}`;
}

/** What everybody will see, for officers, before it is published. */
export function previewResponsesPath(partnership: At, consultation: Of): string {
  return `${publishResponsesPath(partnership, consultation)}/preview`;
}

export function previewResponsePath(partnership: At, consultation: Of, reference: string): string {
  return `${previewResponsesPath(partnership, consultation)}/${reference}`;
}
