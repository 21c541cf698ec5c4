// Addresses of partnerships.
import { withQuery } from "#app/shared/local-path.ts";

export function partnershipPath(partnership: { slug: string }): string {
  return `/${partnership.slug}`;
}

/** The officers' pages of a partnership. */
export function officePath(partnership: { slug: string }): string {
  return `${partnershipPath(partnership)}/office`;
}

/** Where a partnership's bodies, networks, meetings and decisions are kept. */
export function partnershipOfficePath(partnership: { slug: string }): string {
  return `${officePath(partnership)}/partnership`;
}

/** What a partnership has set up, and what it still lacks. */
export function setUpPath(partnership: { slug: string }): string {
  return `${partnershipOfficePath(partnership)}/set-up`;
}

/** The parts of a partnership's settings, each a page; the words are `settings:<part>.title`. */
export const settingsParts = ["name", "look", "logo", "sender", "domain"] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Where an administrator sees a partnership's settings, or changes a part of them. */
export function settingsPath(partnership: { slug: string }, part?: SettingsPart): string {
  return `${officePath(partnership)}/settings${part ? `/${part}` : ""}`;
}

/** Where an administrator words what all its consultations tell people before they send. */
export function noticesSettingsPath(partnership: { slug: string }): string {
  return `${officePath(partnership)}/notices`;
}

/** Where the link of a letter leads that asks whether letters may come from an address. */
export function confirmSenderPath(partnership: { slug: string }, token: string): string {
  return `${partnershipPath(partnership)}/sender?${new URLSearchParams({ token })}`;
}

/** How the installation is, in words, for its administrators. */
export function healthPath(partnership: { slug: string }): string {
  return `${officePath(partnership)}/health`;
}

/** What is held of people, for those who look after it. */
export function officePrivacyPath(partnership: { slug: string }): string {
  return `${officePath(partnership)}/privacy`;
}

/** What was raised, for the safeguarding contacts alone. */
export function safeguardingPath(partnership: { slug: string }): string {
  return `${officePath(partnership)}/safeguarding`;
}

/** Who they are, for administrators. */
export function safeguardingContactsPath(partnership: { slug: string }): string {
  return `${safeguardingPath(partnership)}/contacts`;
}

/** Who did what, for administrators; `query` says which of it. */
export function auditPath(partnership: { slug: string }, query: Record<string, string> = {}): string {
  return withQuery(`${officePath(partnership)}/audit`, query);
}

/** The same to take away. */
export function auditCsvPath(partnership: { slug: string }, query: Record<string, string> = {}): string {
  return withQuery(`${officePath(partnership)}/audit.csv`, query);
}

/** Whom the partnership invites to its consultations, for those who keep the lists. */
export function stakeholdersPath(partnership: { slug: string }): string {
  return `${officePath(partnership)}/stakeholders`;
}
