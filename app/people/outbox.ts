// A letter in the outbox: what became of it, and where in its text the links are.

export type LetterState = "waiting" | "sent" | "failed";

/** "failed" while its last attempt did; it is still tried again. */
export function letterState(letter: { sentAt: Date | null; lastProblem: string | null }): LetterState {
  if (letter.sentAt) return "sent";
  return letter.lastProblem === null ? "waiting" : "failed";
}

export type LetterPart = { text: string; isLink: boolean };

/** A letter's text cut at its web addresses; joined again it is the text. A full stop after an address is not of it. */
export function partsOfLetter(text: string): LetterPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/)
    .map((part, index) => ({ text: part, isLink: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
