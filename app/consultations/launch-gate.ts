// What a consultation must be before it is approved. The four tests are those of R v Brent LBC ex parte Gunning (1985), approved in
// R v North and East Devon HA ex parte Coughlan (2001) and R (Moseley) v Haringey LBC (2014): what can be seen of each is told
// here, and somebody puts their name to the rest.
import { addDays, dayOf } from "#app/shared/dates.ts";
import { filled, languages, type Language, type Text } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import { closesOn } from "./life.ts";
import { electionAt, type Election } from "./pre-election.ts";

/** Whose rule the duration is measured by; the words are `launch:profile.<profile>`. */
export const profiles = ["compact", "code2008", "principles2018", "np_reg14", "np_reg16", "custom"] as const;
export type Profile = (typeof profiles)[number];

export function isProfile(value: unknown): value is Profile {
  return profiles.some((profile) => profile === value);
}

const shortest: Record<Exclude<Profile, "custom">, number> = {
  // The Compact (2010), undertaking 2.4: twelve weeks for a formal written consultation, with a reason where it is shorter
  compact: 84,
  // Code of Practice on Consultation (2008), criterion 2: normally at least twelve weeks
  code2008: 84,
  // Consultation Principles (2018), E: a proportionate amount of time, which nobody but a person can judge
  principles2018: 1,
  // Neighbourhood Planning (General) Regulations 2012, [14(a)(iv)] and [16(a)(v)]: not less than six weeks
  np_reg14: 42,
  np_reg16: 42,
};

/** What the law fixes is not shortened by a reason. */
const isLaw = (profile: Profile) => profile === "np_reg14" || profile === "np_reg16";

/** What the gate is told besides what the consultation says of itself. */
export type LaunchSettings = {
  profile: Profile | null;
  /** For a rule of one's own. */
  minimumDays: number | null;
  shorterTimeReason: Text | null;
  electionReason: string | null;
  asksResidents: boolean;
};

export function shortestOf({ profile, minimumDays }: Pick<LaunchSettings, "profile" | "minimumDays">): number {
  if (profile === null) return 1;
  return profile === "custom" ? (minimumDays ?? 1) : shortest[profile];
}

type Dates = Pick<Consultation, "opensAt" | "closesAt">;

/** Days on which one can answer, the first and the last included; null while a date is missing. */
export function durationInDays(dates: Dates): number | null {
  const last = closesOn(dates);
  if (!dates.opensAt || !last) return null;
  let days = 0;
  for (let day = dayOf(dates.opensAt); day <= last; day = addDays(day, 1)) days += 1;
  return days;
}

export type Share = { language: Language; said: number; all: number };

export const tests = ["formative", "information", "time", "conscientious"] as const;
export type Test = (typeof tests)[number];
const lineNames = [...tests, "election", "languages", "other-way"] as const;
export type LineName = (typeof lineNames)[number];

/** Where something is mended. */
export type MendAt = "about" | "decision" | "ways" | "dates" | "points" | "documents" | "settings";

/** The words are `launch:problem.<code>`. */
export type GateProblem = { code: string; at: MendAt; values?: Record<string, string | number>; language?: Language; election?: Election };

/** Somebody's name under one of the tests. */
export type SignOff = { test: Test; name: string; at: Date; note: string };

export type GateLine = { name: LineName; problems: GateProblem[]; isSigned: boolean; signOff: SignOff | null };

export type LaunchFacts = LaunchSettings & {
  consultation: Consultation;
  documents: number;
  /** Of the texts and the form together. */
  shares: readonly Share[];
  elections: readonly Election[];
  /** Those since it was last submitted. */
  signOffs: readonly SignOff[];
  /** How to reach the partnership, where the consultation says nothing else. */
  contact: { telephone?: string | undefined; post?: string | undefined };
};

const isSaid = (text: Text) => filled(text) !== undefined;

/** [Gunning 1] Consultation must be at a time when proposals are still at a formative stage. */
function formative({ consultation }: LaunchFacts): GateProblem[] {
  const { decisionOn, openToChange } = consultation;
  const last = closesOn(consultation);
  return [
    ...(decisionOn === null ? [{ code: "decision-missing", at: "decision" } as const] : []),
    ...(decisionOn !== null && last !== null && decisionOn <= last ? [{ code: "decision-before-closing", at: "decision" } as const] : []),
    ...(openToChange.length === 0 ? [{ code: "nothing-open", at: "points" } as const] : []),
  ];
}

/** [Gunning 2] Sufficient reasons for any proposal, to permit of intelligent consideration and response. */
function information({ consultation, documents }: LaunchFacts): GateProblem[] {
  return [
    ...(isSaid(consultation.summary) ? [] : [{ code: "summary-missing", at: "about" } as const]),
    ...(isSaid(consultation.purpose) ? [] : [{ code: "purpose-missing", at: "about" } as const]),
    ...(documents === 0 ? [{ code: "document-missing", at: "documents" } as const] : []),
  ];
}

/** [Gunning 3] Adequate time must be given for consideration and response. */
function time(facts: LaunchFacts): GateProblem[] {
  const days = durationInDays(facts.consultation);
  if (days === null) return [{ code: "dates-missing", at: "dates" }];
  if (facts.profile === null) return [{ code: "profile-missing", at: "settings" }];
  const least = shortestOf(facts);
  if (days >= least) return [];
  const values = { count: days, least };
  if (isLaw(facts.profile)) return [{ code: "shorter-than-law", at: "dates", values }];
  return facts.shorterTimeReason && isSaid(facts.shorterTimeReason) ? [] : [{ code: "shorter", at: "settings", values }];
}

/**
 * [Gunning 4] The product of consultation must be conscientiously taken into account. Nobody can show that beforehand but by
 * who decides; afterwards no outcome is published before the report that it cites (life.ts).
 */
function conscientious({ consultation }: LaunchFacts): GateProblem[] {
  return [
    ...(isSaid(consultation.decisionMaker) ? [] : [{ code: "decider-missing", at: "decision" } as const]),
    ...(isSaid(consultation.decisionToBeMade) ? [] : [{ code: "decision-to-be-made-missing", at: "decision" } as const]),
  ];
}

/** Consultation Principles (2018), K: not launched in the period before an election, but for a reason that is written down. */
function election({ consultation: { opensAt }, elections, electionReason }: LaunchFacts): GateProblem[] {
  const near = opensAt && electionAt(opensAt, elections);
  return near && !electionReason ? [{ code: "election", at: "settings", election: near }] : [];
}

/** A language that is not complete is shown with English and a notice, or not offered: which, somebody has decided. */
function translated({ consultation, shares }: LaunchFacts): GateProblem[] {
  const { languages: offered, partialLanguages } = consultation;
  return undecidedOf(shares, offered, partialLanguages).map(({ language, said, all }) => ({ code: "untranslated", at: "settings", language, values: { said, all } }));
}

/** Languages that are offered, are not complete and of which it was not decided to show English in them. */
export function undecidedOf(shares: readonly Share[], offered: readonly Language[], partial: readonly Language[]): Share[] {
  return incompleteOf(shares, offered).filter(({ language }) => !partial.includes(language));
}

/** Languages that are offered and are not complete. English stands for the others, so it is the one that must be. */
export function incompleteOf(shares: readonly Share[], offered: readonly Language[]): Share[] {
  return shares.filter(({ language, said, all }) => offered.includes(language) && said < all);
}

/** Languages about which something is to be decided: they are offered, or were left out, and are not complete. */
export function askedAbout({ languages: offered, blockedLanguages }: Pick<Consultation, "languages" | "blockedLanguages">, shares: readonly Share[]): Share[] {
  return incompleteOf(shares, [...offered, ...blockedLanguages]);
}

/** Local policy: where people who live here are asked, there is a way to answer without the internet. */
function otherWay({ consultation: { otherWays }, contact, asksResidents }: LaunchFacts): GateProblem[] {
  const { telephone = contact.telephone, textphone, post = contact.post, inPerson } = otherWays;
  const isThere = Boolean(telephone ?? textphone ?? post) || (inPerson !== undefined && isSaid(inPerson));
  return isThere || !asksResidents ? [] : [{ code: "other-way-missing", at: "ways" }];
}

const checks: Record<LineName, (facts: LaunchFacts) => GateProblem[]> = {
  ...{ formative, information, time, conscientious, election },
  languages: translated,
  "other-way": otherWay,
};

/** Each line of the gate with what refuses it. A test is passed once somebody has signed it, too. */
export function gateOf(facts: LaunchFacts): GateLine[] {
  return lineNames.map((name) => {
    const isTest = tests.some((test) => test === name);
    const signOff = facts.signOffs.find(({ test }) => test === name) ?? null;
    return { name, problems: checks[name](facts), isSigned: !isTest || signOff !== null, signOff };
  });
}

export function isPassed(lines: readonly GateLine[]): boolean {
  return lines.every(({ problems, isSigned }) => problems.length === 0 && isSigned);
}

/** What refuses these dates, whatever was signed: asked again when they are set. Those before are the ones that were approved. */
export function problemsOfDates(facts: LaunchFacts, before: Dates): GateProblem[] {
  const refused = time(facts);
  return [...refused, ...(refused.length === 0 ? shortened(facts, before) : []), ...formative(facts).filter(({ code }) => code === "decision-before-closing"), ...election(facts)];
}

/** A reason for less time than the rule asks for was given, and signed, for the time that was approved and for no less. */
function shortened(facts: LaunchFacts, before: Dates): GateProblem[] {
  const days = durationInDays(facts.consultation);
  const approved = durationInDays(before);
  if (days === null || approved === null || days >= Math.min(approved, shortestOf(facts))) return [];
  return [{ code: "shorter-than-approved", at: "dates", values: { count: days, least: approved } }];
}

/** What refuses to end it before its time: nobody may ask for less than the law does. */
export function problemsOfClosing(facts: LaunchFacts): GateProblem[] {
  return time(facts).filter(({ code }) => code === "shorter-than-law");
}

/** The languages in the order we have them, each with its share. */
export function sharesOf(parts: readonly (readonly Share[])[]): Share[] {
  return languages.map((language) => {
    const own = parts.flat().filter((share) => share.language === language);
    return { language, said: own.reduce((sum, { said }) => sum + said, 0), all: own.reduce((sum, { all }) => sum + all, 0) };
  });
}
