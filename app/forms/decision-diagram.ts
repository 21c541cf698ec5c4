// Statements over variables that are each true or false, as decision diagrams: two that always agree are the same number.

/** Never and always true. */
export const never = 0;
export const always = 1;

export type Branch = { variable: number; low: number; high: number };

const room = 2 ** 17;

/** Statements by number. Variables that come first are decided first; whoever asks for more than there is room for is told so. */
export class Diagrams {
  /** No more can be made, and what is answered from now on is worthless. */
  isFull = false;
  readonly #branches: Branch[] = [];
  readonly #made = new Map<number, number>();
  readonly #chosen = new Map<number, number>();
  readonly #most: number;

  /** At most 131,000 branches. */
  constructor(most = 40_000) {
    this.#most = Math.min(most, room - 2);
  }

  /** True where the variable is. */
  variable(variable: number): number {
    return this.branch(variable, never, always);
  }

  /** One statement where the variable is false and another where it is true; both are about later variables alone. */
  branch(variable: number, low: number, high: number): number {
    if (low === high) return low;
    const key = (variable * room + low) * room + high;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    if (this.#branches.length >= this.#most || variable >= room) {
      this.isFull = true;
      return always;
    }
    this.#branches.push({ variable, low, high });
    const made = this.#branches.length + 1;
    this.#made.set(key, made);
    return made;
  }

  and(a: number, b: number): number {
    return this.choose(a, b, never);
  }

  or(a: number, b: number): number {
    return this.choose(a, always, b);
  }

  not(a: number): number {
    return this.choose(a, never, always);
  }

  /** The one statement where the test is true, the other where it is not. */
  choose(test: number, then: number, otherwise: number): number {
    if (test === always || then === otherwise) return then;
    if (test === never) return otherwise;
    if (then === always && otherwise === never) return test;
    const key = (test * room + then) * room + otherwise;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    if (this.isFull) return always;
    const variable = Math.min(this.#variableOf(test), this.#variableOf(then), this.#variableOf(otherwise));
    const side = (isTrue: boolean) =>
      this.choose(this.#side(test, variable, isTrue), this.#side(then, variable, isTrue), this.#side(otherwise, variable, isTrue));
    const low = side(false);
    const high = side(true);
    const made = this.branch(variable, low, high);
    this.#chosen.set(key, made);
    return made;
  }

  /** What is decided first in a statement; none in what is never or always true. */
  branchOf(statement: number): Branch | undefined {
    return this.#branches[statement - 2];
  }

  #variableOf(statement: number): number {
    return this.#branches[statement - 2]?.variable ?? Number.MAX_SAFE_INTEGER;
  }

  #side(statement: number, variable: number, isTrue: boolean): number {
    const branch = this.#branches[statement - 2];
    if (branch?.variable !== variable) return statement;
    return isTrue ? branch.high : branch.low;
  }
}
