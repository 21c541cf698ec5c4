// The codes on a text as they are drawn and read out: each with who gave it, on which part, and with which stance.
import { textIn, type Language, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { fullName, type PlacedCode } from "./code.ts";
import { quoteOf } from "./coded-text.ts";
import type { Coding, Stance } from "./coding.ts";

/** A code that can be given, with those it stands under, and its own name. */
export type CodeToGive = { id: string; name: string; own: string; frameId: string };

export type FrameToGive = { id: string; name: Text; codes: PlacedCode[] };

export function codesToGive(frames: readonly FrameToGive[], language: Language): CodeToGive[] {
  return frames.flatMap(({ id: frameId, codes }) =>
    codes.filter(({ retiredAt }) => retiredAt === null).map(({ id, name }) => ({ id, name: fullName(codes, id, language), own: textIn(name, language).text, frameId })),
  );
}

/** What a code is called, wherever it stands. */
export function codeName(frames: readonly FrameToGive[], id: string, language: Language): string | null {
  const frame = frames.find(({ codes }) => codes.some((code) => code.id === id));
  return frame ? fullName(frame.codes, id, language) : null;
}

/** What a page gives to be coded with. */
export type CodingToGive = {
  frames: readonly { id: string; name: Text }[];
  codes: readonly CodeToGive[];
  recent: readonly CodeToGive[];
  /** The code that was given last, with its stance, as one press gives it again. */
  again: { value: string; says: string } | null;
  /** The campaign of the text; what is coded where nothing is said besides is meant for all. */
  campaign: { says: string; to: string; isConfirmed: boolean; forAll: string; isForAll: boolean } | null;
  isTranslated: boolean;
};

export type CodingShown = {
  id: string;
  codeId: string;
  code: string;
  /** By which its part is told from others, in the text and beside it; null where it is of the whole answer. */
  number: number | null;
  part: { start: number; end: number } | null;
  /** What the part says. */
  quote: string | null;
  stance: Stance | null;
  who: string;
  says: string;
  isMine: boolean;
  /** Given by somebody else since the page was opened on which something was done. */
  isNew: boolean;
  isShared: boolean;
  /** Whether it stands on another text of the campaign, and counts for this one. */
  isFromCampaign: boolean;
};

type Known = { names: ReadonlyMap<string, string>; frames: readonly FrameToGive[]; personId: string; since: Date | null; words: Words };

/** Those on the text itself in the order of their parts, then those it has from its campaign; a code that stands in no codeframe of the question is left out. */
export function codingsShown(text: { id: string; text: string }, codings: readonly Coding[], { names, frames, personId, since, words }: Known): CodingShown[] {
  const { t, instant, language } = words;
  const own = codings.filter(({ textId }) => textId === text.id);
  let number = 0;
  return [...own, ...codings.filter(({ textId }) => textId !== text.id)].flatMap((coding) => {
    const { id, codeId, coderId, span, stance, at, isShared } = coding;
    const code = codeName(frames, codeId, language);
    if (code === null) return [];
    const isFromCampaign = coding.textId !== text.id;
    const part = isFromCampaign ? null : span;
    const who = names.get(coderId) ?? t("reading:somebody");
    return {
      ...{ id, codeId, code, part, stance, who, isShared, isFromCampaign },
      number: part === null ? null : (number += 1),
      quote: part && quoteOf(text.text, part),
      says: t("coding:given", { who, at: instant(at) }),
      isMine: coderId === personId && !isFromCampaign,
      isNew: since !== null && coderId !== personId && at >= since,
    };
  });
}

/** The parts of a text that are coded, by their numbers. */
export function partsOf(codings: readonly CodingShown[]): { start: number; end: number; number: number }[] {
  return codings.flatMap(({ part, number }) => (part === null || number === null ? [] : [{ ...part, number }]));
}

/** That others coded a text since the page was opened on which something was done; null where nobody did. */
export function meanwhileText(codings: readonly CodingShown[], { t, list }: Words): string | null {
  const others = [...new Set(codings.filter(({ isNew }) => isNew).map(({ who }) => `\u2068${who}\u2069`))];
  return others.length === 0 ? null : t("coding:meanwhile", { who: list(others) });
}

/** What texts are chosen by: the codes of each codeframe, and who gave any. */
export type CodingChoices = { frames: { id: string; name: string; codes: { value: string; label: string }[] }[]; coders: { value: string; label: string }[] };
