// What a person is told, before sending, about who may see a response. Each response records which version it was; a version
// that was shown is never reworded, a new one is added.

export type DisclosureNotice = { version: string; paragraphs: readonly string[] };

/** The notice shown now: the keys of its paragraphs. */
export const disclosureNotice: DisclosureNotice = {
  version: "2026-11",
  paragraphs: [
    "consultations:disclosure.2026-11.summary",
    "consultations:disclosure.2026-11.law",
    "consultations:disclosure.2026-11.confidential",
    "consultations:disclosure.2026-11.disclaimers",
    "consultations:disclosure.2026-11.statistics",
  ],
};
