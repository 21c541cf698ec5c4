// The code with which a voter votes: twelve letters and digits of which none looks like another, in groups of four. [COUNTING 4.1]
import { plain } from "#app/shared/typed.ts";

/** No 0, 1, I, L or O, because each of them looks like another: 31 are left, and twelve of them are 59 bits. */
export const codeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const letters = 12;

/** Twelve letters made of a number that is as good as random, such as a hash: "7KQ2-M4XP-9RTC". */
export function spellCode(number: bigint): string {
  let code = "";
  for (let left = number; code.length < letters; left /= BigInt(codeAlphabet.length)) code += codeAlphabet[Number(left % BigInt(codeAlphabet.length))];
  return grouped(code);
}

function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as it was typed, whatever its case, spaces and dashes; null where no code is spelt like that. */
export function readCode(typed: string): string | null {
  const code = plain(typed).toUpperCase().replace(/[\s\p{Dash}._]+/gu, "");
  return code.length === letters && [...code].every((letter) => codeAlphabet.includes(letter)) ? grouped(code) : null;
}
