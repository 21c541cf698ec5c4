// A code given to an answer in somebody's own words, or to a part of it, by one coder.

/** What whoever answered says to the thing. */
export const stances = ["support", "conditional", "oppose", "neutral", "suggestion", "question"] as const;
export type Stance = (typeof stances)[number];

export function isStance(value: unknown): value is Stance {
  return stances.some((stance) => stance === value);
}

/** The first reading, the second one that does not see it, and what was agreed where they differ. */
export const passes = ["first", "second", "agreed"] as const;
export type Pass = (typeof passes)[number];

/** What a coder does with the codes of a text; the words are `coding:done.<deed>`. */
export const codingDeeds = ["code", "restance", "uncode"] as const;
export type CodingDeed = (typeof codingDeeds)[number];

/** From where up to where of the original text, in UTF-16 code units; null for the whole answer. */
export type Span = { start: number; end: number } | null;

export type Coding = {
  id: string;
  textId: string;
  codeId: string;
  coderId: string;
  span: Span;
  stance: Stance | null;
  /** The published version of the codeframe under which it was given; 0 before the first. */
  version: number;
  pass: Pass;
  /** Whether it counts for every text of the confirmed campaign that this one is in. */
  isShared: boolean;
  at: Date;
  /** The merging or splitting that brought it to this code. */
  changeId: string | null;
};

const isHalf = (text: string, at: number) => /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

/** Whether a part lies in the text, holds something, and cuts no character in two. */
export function liesIn(span: Span, text: string): boolean {
  if (span === null) return true;
  const { start, end } = span;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start || end > text.length) return false;
  return !isHalf(text, start) && !isHalf(text, end) && text.slice(start, end).trim() !== "";
}
