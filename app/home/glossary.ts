// The words that partnerships use: those of these pages, and those of the papers that partnerships were built by. [A1.23]

/** The words are `glossary:ours-word.<word>`. */
export const ourWords = [
  ...(["partnership", "full-partnership", "body", "seat", "term", "sector", "network", "representative"] as const),
  ...(["substitute", "observer", "quorum", "terms-of-reference", "delegation", "veto", "compact"] as const),
] as const;

/** What is written short of an older word, or null; the words are `glossary:older-word.<word>`. */
export const olderWords = {
  aif: "AIF",
  cdrp: "CDRP",
  cef: "CEF",
  cen: "CEN",
  clsp: "CLSP",
  "community-planning": null,
  "community-strategy": null,
  go: "GO",
  laa: "LAA",
  ldf: "LDF",
  lnrs: "LNRS",
  lpsa: "LPSA",
  lsp: "LSP",
  nrf: "NRF",
  odpm: "ODPM",
  "quality-of-life": null,
  rsl: "RSL",
  rss: "RSS",
  sci: "SCI",
  scs: "SCS",
  "social-exclusion": null,
  soa: "SOA",
  "structure-plan": null,
  "supporting-people": null,
  "sure-start": null,
  "sustainable-development": null,
  vcs: "VCS",
} as const satisfies Record<string, string | null>;
