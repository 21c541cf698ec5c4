// Where personal data lies, and what can be done with each thing that is held of a person.
import { readReference } from "#app/consultations/reference.ts";
import { line, readEmail } from "#app/shared/typed.ts";

/** Kinds of things that are held, in the order in which they are told; the words are `privacy:held.<kind>`. */
export const heldKinds = ["account", "invitation", "response", "entry", "draft", "follower", "stakeholder", "seat", "substitute", "contact", "network-delegate", "network-application", "candidate", "nominated", "voter", "challenge", "meeting", "decision-part", "decision-follower", "asker", "letter"] as const;
export type HeldKind = (typeof heldKinds)[number];

/** One thing that is held, by what a request names it with. */
export type HeldRef = { kind: HeldKind; id: string };

export function writeRef({ kind, id }: HeldRef): string {
  return `${kind}:${id}`;
}

export function readRef(written: string | undefined): HeldRef | null {
  const [kind, id = ""] = (written ?? "").split(":");
  const known = heldKinds.find((one) => one === kind);
  return known && /^[\w-]{1,64}$/.test(id) ? { kind: known, id } : null;
}

/** What somebody is looked for by. */
export type Search = { by: "email"; email: string } | { by: "reference"; reference: string } | { by: "name"; name: string };

/** Shorter names would find everybody. */
const shortestName = 3;

/** An e-mail address, a reference or a name, whichever it is; null when it is too little to look for. */
export function readSearch(typed: string): Search | null {
  const email = readEmail(typed);
  if (email) return { by: "email", email: email.toLowerCase() };
  // because a name may be as long as a reference, and a reference may have no figure in it
  const reference = /\d|key=|^\s*\w{4}-\w{4}-\w{4}\s*$/.test(typed) ? readReference(typed) : null;
  if (reference !== null) return { by: "reference", reference };
  const name = line(typed).slice(0, 120);
  return name.length >= shortestName ? { by: "name", name } : null;
}

/** What can be corrected in a thing; the words are `privacy:field.<field>`. */
export const correctableFields = ["name", "email", "organisation"] as const;
export type CorrectableField = (typeof correctableFields)[number];
/** The words are `privacy:correct.problem.<code>`. */
export type CorrectionProblem = "name-missing" | "email-malformed" | "too-long";

export type HeldFile = { id: string; name: string; storageKey: string };

/** A thing that is held, in words and as data. */
export type Thing = HeldRef & {
  /** What tells it apart from others of its kind. */
  name: string;
  rows: { label: string; value: string }[];
  /** All of it, for programs. */
  data: unknown;
  files: HeldFile[];
  /** What may be corrected, as it is. */
  fields: Partial<Record<CorrectableField, string>>;
  /** What erasing takes and what it leaves, each in a sentence; a refusal is why nothing is taken. */
  goes: string[];
  stays: string[];
  refusal: string | null;
  /** Whether what was written in own words may be taken out too, though the rest has to stay. */
  mayLoseWords: boolean;
};

/**
 * Tables that hold nothing about anybody but the ids of officers who did something, which mean nothing once an account is erased.
 * Every other table belongs to a holding: a new table is entered in one or the other (tests/privacy/holdings.test.ts).
 */
export const impersonalTables: readonly string[] = [
  ...["Partnership", "PartnershipLogo", "FormPicture", "PartnershipDomain", "PendingSender", "AuditEntry", "AuditSeal", "AuditCheck"],
  ...["Form", "FormVersion", "FormEdit", "Erratum", "Finding", "Consultation", "ConsultationStep", "Election", "ConsultationDocument"],
  ...["EarlierDocument", "ConsultationEvent", "ConsultationChange", "Notice", "ReachEntry", "Tally", "TallyChange", "EqualityTally"],
  ...["RetentionHold", "RetentionRun", "PrivacyRequest", "PasskeyChallenge", "FailedTries", "Flag", "FlagDecision"],
  ...["Codeframe", "Code", "CodeframeVersion", "CodeframeChange", "HandOut"],
  ...["AnalysisSet", "EqualityTables", "CampaignSearch", "Campaign", "ReadingOrder", "TestedTable", "SurveyDesign", "ReferenceMargin", "Outcome", "Reply", "ReplyUpdate", "ResultsChoice", "ResultsPreview", "PublishedResults", "ResultsWithdrawal"],
  ...["SuggestionRun", "ThemeSuggestion"],
  ...["ResponsesPublication", "InformationRequest", "AskedConsultation", "InformationStep"],
  ...["ReleasedFigures", "Report", "ReportSection", "ReportVersion", "ReportWithdrawal"],
  ...["PartnershipStanding", "Organisation", "Obligation", "Body", "BodyMember", "Chair", "VacancyFilling", "SeatScheme", "SeatLine"],
  ...["Network", "NetworkConstituency", "NetworkMember", "MemberConstituency"],
  ...["Meeting", "AgendaItem", "DueItem", "Paper", "MinutedDecision", "ReservedDay", "MeetingTurn"],
  ...["Adoption", "Delegation", "Decision", "DecisionStep", "Vote", "Dispute", "DecisionNotice"],
  ...["NetworkElection", "ElectionScrutineer", "ElectionStep", "HustingsQuestion", "HustingsMeeting", "BallotBox", "PollMark", "PaperBallot", "SealedBallot", "TrackingCode", "ElectionCount"],
  ...["SealingRun", "PublishedBallots", "ElectionHold", "NominatingRound"],
  ...["Mailing", "MailedList", "PublicityStep", "OutreachGroup"],
];

/** Tables that nobody but the safeguarding contacts of a partnership may look into: whoever asks about them is passed on to them. */
export const safeguardingTables: readonly string[] = ["SafeguardingContact", "SafeguardingCase", "SafeguardingNote", "HeldAnswer"];
