// A letter in the outbox: where in its text the links are.

export type LetterPart = { text: string; isLink: boolean };

/** A letter's text cut at its web addresses; joined again it is the text. A full stop after an address is not of it. */
export function partsOfLetter(text: string): LetterPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/)
    .map((part, index) => ({ text: part, isLink: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
