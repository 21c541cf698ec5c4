// What a report shows of figures and facts, in no language yet: worked out from a set, passed through the gate, and kept with each
// version. Words of those who answered are never in it.
import type { Absence, Changes } from "#app/analysis/analysis-set.ts";
import type { Level } from "#app/analysis/code.ts";
import type { ThreeCounts } from "#app/analysis/campaign.ts";
import type { OutsideHelp } from "#app/analysis/outside-model.ts";
import type { Step } from "#app/consultations/history.ts";
import type { ShownQuestion, ShownTable } from "#app/publication/published-results.ts";
import type { Text } from "#app/shared/languages.ts";

/** A code as the annex tells it. */
export type ShownCode = { id: string; level: Level; kind: "usual" | "other" | "uncodable"; name: Text; definition: Text; include: Text; exclude: Text; isCrossCutting: boolean; isEquality: boolean };

export type ShownFrame = { id: string; name: Text; version: number; questionIds: string[]; codes: ShownCode[] };

/** What a question was answered with: counts of each thing it asks about, and of the themes in what people wrote. */
export type ReportedQuestion = {
  id: string;
  number: string | null;
  label: Text;
  section: Text;
  /** Whether it is answered in own words. */
  isWorded: boolean;
  closed: ShownQuestion[];
  /** Those who answered in their own words, by theme, code and sub-code; null where it was answered in no own words, or nothing is coded. */
  themes: ShownTable | null;
  /** By what they say to it. */
  stances: ShownTable | null;
  /** How many of those answers carry a code; null where that, or how many there are, is confidential. */
  coded: number | null;
  /** Where there are campaigns: each null where it is confidential. */
  three: { [Kind in keyof ThreeCounts]: number | null } | null;
};

export type ShownSet = {
  number: number;
  frozenAt: string;
  reason: string | null;
  included: number;
  /** How it differs from the one before. */
  changes: Changes | null;
};

/** How the answers were read and coded. */
export type HowCoded = {
  /** Answers in own words, and those of them that carry a code. */
  texts: number;
  coded: number;
  coders: number;
  /** Answers that somebody has read for codes, and those of them that a second person read too without seeing the first. */
  read: number;
  again: number;
  /** How far the two agree on each codeframe, as Krippendorff's alpha; null where it cannot be told. */
  agreements: { name: Text; alpha: number | null }[];
  /** Answers on which it was settled what counts. */
  settled: number;
};

export type Method = {
  opensAt: string | null;
  closesAt: string | null;
  graceInMinutes: number;
  /** Steps that moved its dates, with their reasons. */
  steps: Pick<Step, "kind" | "facts" | "reason">[];
  languages: string[];
  /** By which channels it was made known, how often, and whom that reached. */
  publicity: { channel: string; done: number; reached: number }[];
  events: { title: Text; startsAt: string; attended: number | null; isCancelled: boolean }[];
  sets: ShownSet[];
  absences: { because: Absence; count: number }[];
  design: { isSample: boolean; drawn: string; population: number | null };
  coded: HowCoded;
  /** What was suggested from the texts and from what coders decided, and what people made of it; none in what was published before it was told. */
  helped?: { themes: number; taken: number; codes: number; accepted: number; rejected: number; outside?: OutsideHelp[] };
  campaigns: { confirmed: number; texts: number; undecided: number };
  moderation: { mayBePublished: number; clear: number; held: number; rejected: number; waiting: number; summaryOnly: number; removed: { reason: string; count: number }[] };
  /** Figures that the gate hid, and tables that it left out. */
  hidden: { figures: number; tables: number };
};

export type ReportShown = {
  set: { id: string; number: number; frozenAt: string; included: number; excluded: number };
  asked: { purpose: Text; audience: Text; decisionToBeMade: Text; decisionMaker: Text; decisionOn: string | null; openToChange: Text[]; notOpenToChange: Text[] };
  method: Method;
  /** Who answered. */
  groups: ShownTable[];
  questions: ReportedQuestion[];
  /** Themes that run through the answers to several questions, of everybody who wrote anything. */
  crossCutting: ShownTable | null;
  frames: ShownFrame[];
};

/** The names under which figures besides answers are counted; no question's id begins with these signs. */
export const themesKey = (questionId: string) => `~${questionId}`;
export const stancesKey = (questionId: string) => `!${questionId}`;
export const campaignKey = (questionId: string) => `^${questionId}`;
export const crossCuttingKey = "~";
