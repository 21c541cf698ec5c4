// A partnership's letters as its administrators look through them: by what became of them, without addresses or texts.

export const letterFilters = ["waiting", "failed", "sent", "given-up"] as const;
export type LetterFilter = (typeof letterFilters)[number];

export function isLetterFilter(value: unknown): value is LetterFilter {
  return letterFilters.some((filter) => filter === value);
}

const kinds: Record<string, string> = {
  "people/sign-in": "sign-in",
  "people/invitation": "invitation",
  "people/account-changed": "account-changed",
  "people/confirm-email": "confirm-email",
  "settings/confirm-sender": "confirm-sender",
  "settings/test": "test",
  "consultations/receipt": "receipt",
  "consultations/changed": "changed",
  "consultations/withdrawn": "withdrawn",
  "consultations/way-back": "way-back",
  "consultations/lost-reference": "lost-reference",
  "stakeholders/invitation": "stakeholders",
  "stakeholders/reminder": "stakeholders",
  "stakeholders/test": "test",
  "bodies/absence": "absence",
  "networks/application": "network",
  "networks/decided": "network",
  "networks/confirm": "network",
  "elections/nominated": "candidate",
  "elections/support": "candidate",
  "elections/ruling": "candidate",
  "elections/confirmed": "candidate",
  "elections/question": "candidate",
  "elections/withdrawn": "candidate",
  "elections/withdrawal": "candidate",
  "elections/hustings": "candidate",
  "elections/seat-offer": "candidate",
  "nominating/invitation": "nominating",
  "nominating/named": "nominating",
  "nominating/ruling": "nominating",
  "nominating/ended": "nominating",
  "replies/following": "following",
  "replies/outcome": "outcome",
  "replies/due": "due",
  "meetings/agenda": "agenda",
  "meetings/report-back": "report-back",
  "elections/challenge": "challenge",
  "elections/challenge-ruled": "challenge",
  "elections/notice": "election",
  "elections/dates-changed": "election",
  "elections/extended": "election",
  "elections/destroy-papers": "election",
  "elections/registered": "election",
  "decisions/notice": "decision",
  "decisions/following": "following-decisions",
  "decisions/digest": "digest",
  "elections/on-the-roll": "roll",
  "elections/register": "register",
  // because nobody but the contacts is to know that there is a case
  "safeguarding/raised": "notice",
  "information-requests/asked": "asked-of-writer",
};

/** The words for a letter's kind: `letters:kind.<name>`. */
export function kindName(kind: string): string {
  return kinds[kind] ?? "other";
}
