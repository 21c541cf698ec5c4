// A BLT file, character by character: white space, comments, numbers and words, and the line where the reader stands.
import { WrongAt, type FileProblemCode } from "./file-problem.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const slash = 47;
const star = 42;
const zero = 48;
const nine = 57;

const longestShown = 40;

export const isDigit = (code: number): boolean => code >= zero && code <= nine;
export const isSpace = (code: number): boolean => code === space || (code >= tab && code <= carriageReturn) || code === 0xa0 || code === 0xfeff;

export class Scan {
  readonly text: string;
  at = 0;
  /** From 1. */
  line = 1;

  constructor(text: string) {
    this.text = text;
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  /** The character here; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  wrong(code: FileProblemCode, facts: Record<string, string | number> = {}): WrongAt {
    return new WrongAt(this.line, code, facts);
  }

  /** Goes on to what is neither white space nor a comment. */
  skip(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === space || code === tab) this.at += 1;
      else if (code === newline || code === carriageReturn) this.endLine(code);
      else if (code === hash) this.skipToLineEnd();
      else if (code === slash && text.charCodeAt(this.at + 1) === star) this.skipComment();
      else if (isSpace(code)) this.at += 1;
      else return;
    }
  }

  private endLine(code: number): void {
    this.at += code === carriageReturn && this.text.charCodeAt(this.at + 1) === newline ? 2 : 1;
    this.line += 1;
  }

  skipToLineEnd(): void {
    while (!this.isAtEnd && this.code !== newline && this.code !== carriageReturn) this.at += 1;
  }

  /** Comments stand within each other, as droop reads them. */
  private skipComment(): void {
    const begin = this.wrong("unclosed", { opening: "/*" });
    let depth = 0;
    do {
      const pair = this.text.slice(this.at, this.at + 2);
      if (this.isAtEnd) throw begin;
      if (pair === "/*") depth += 1;
      else if (pair === "*/") depth -= 1;
      if (pair === "/*" || pair === "*/") this.at += 2;
      else if (this.code === newline || this.code === carriageReturn) this.endLine(this.code);
      else this.at += 1;
    } while (depth > 0);
  }

  /** The whole number here, which is left behind; -1 where there is none that can be counted with. */
  number(): number {
    const { text } = this;
    let at = this.at;
    let value = 0;
    for (let code = text.charCodeAt(at); code >= zero && code <= nine; code = text.charCodeAt(at)) {
      value = value * 10 + (code - zero);
      at += 1;
    }
    if (at === this.at || value > Number.MAX_SAFE_INTEGER || !endsToken(text.charCodeAt(at))) return -1;
    this.at = at;
    return value;
  }

  /** The word here, as far as the next space or sign, which is left behind. */
  word(): string {
    const from = this.at;
    while (!endsToken(this.code)) this.at += 1;
    return this.text.slice(from, this.at);
  }

  /** What stands here, for a sentence about it. */
  get found(): string {
    let to = this.at;
    while (to < this.text.length && !isSpace(this.text.charCodeAt(to))) to += 1;
    const found = this.text.slice(this.at, to);
    return found.length > longestShown ? `${found.slice(0, longestShown)}…` : found === "" ? "the end" : found;
  }
}

/** Space, the end, or one of = ( ) [ ] " # / */
function endsToken(code: number): boolean {
  switch (code) {
    case 61: case 40: case 41: case 91: case 93: case 34: case hash: case slash:
      return true;
    default:
      return isSpace(code) || Number.isNaN(code);
  }
}
