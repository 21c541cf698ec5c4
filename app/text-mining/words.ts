// Words of a text, as they are compared: in small letters, without accents, each with where it stands.

/** From `start` up to, and not including, `end`, in UTF-16 code units of the text. */
export type Span = { start: number; end: number };
export type Word = Span & { word: string };

// because "it's" and "mae'r" are one word each, and Urdu joins letters with marks that are none
const aWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200C\u200D]*(?:['’][\p{L}\p{M}]+)*/gu;

/** The word without what is only written differently: capitals, accents, marks, kinds of apostrophe. */
export function plainWord(word: string): string {
  return word.normalize("NFKD").replace(/[\p{M}\u200C\u200D]/gu, "").replace(/’/g, "'").toLowerCase();
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(aWord)) words.push({ word: plainWord(found), start: index, end: index + found.length });
  return words;
}
