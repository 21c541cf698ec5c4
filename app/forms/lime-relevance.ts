// LimeSurvey's relevance: the formula that says when a question is shown, where it is a plain comparison of answers.
import { unsayable, type Asked } from "./foreign-condition.ts";
import { numberIn } from "./foreign-form.ts";

/** What a name in a formula means: a question, or one box of a question with boxes to tick. */
export type Meant = { about: string; box?: string };

const mostTokens = 500;
const deepest = 20;

type Token = { kind: "name" | "text" | "number" | "sign"; text: string };
type Operand = { meant: Meant } | { value: string };

class NotSaid extends Error {}

/** The condition; true where it always holds, false where it never does. Never throws. */
export function readRelevance(formula: string, meaningOf: (name: string) => Meant | undefined): Asked | boolean {
  const plain = formula.trim().replace(/^\{(.*)\}$/s, "$1").trim();
  if (plain === "" || plain === "1") return true;
  if (plain === "0") return false;
  const notSaid = unsayable("condition-formula", { name: plain });
  const tokens = tokensOf(plain);
  if (!tokens || tokens.length > mostTokens) return notSaid;
  try {
    return new Reader(tokens, meaningOf).read();
  } catch (problem) {
    if (problem instanceof NotSaid) return notSaid;
    throw problem;
  }
}

function tokensOf(formula: string): Token[] | undefined {
  const pattern = /\s*(?:([A-Za-z_]\w*|\d+X\d+X\w+)((?:\.\w+)*)|"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?)|(==|!=|>=|<=|&&|\|\||[()!<>,]))/y;
  const tokens: Token[] = [];
  const text = formula.trimEnd();
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) return undefined;
    const [, name, suffix = "", double, single, number, sign] = found;
    if (name !== undefined) {
      const word = words.get(name.toLowerCase());
      if (word !== undefined && suffix === "") tokens.push({ kind: "sign", text: word });
      else if (!/^(\.(NAOK|code|value))?$/i.test(suffix)) return undefined;
      else tokens.push({ kind: "name", text: name });
    } else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "text", text: double ?? single ?? "" });
    if (tokens.length > mostTokens) return undefined;
  }
  return tokens;
}

const words = new Map(Object.entries({ and: "&&", or: "||", eq: "==", ne: "!=", ge: ">=", le: "<=", gt: ">", lt: "<" }));
const mirrored = new Map(Object.entries({ ">": "<", "<": ">", ">=": "<=", "<=": ">=", "==": "==", "!=": "!=" }));

class Reader {
  #at = 0;
  #depth = 0;
  readonly #tokens: readonly Token[];
  readonly #meaningOf: (name: string) => Meant | undefined;

  constructor(tokens: readonly Token[], meaningOf: (name: string) => Meant | undefined) {
    this.#tokens = tokens;
    this.#meaningOf = meaningOf;
  }

  read(): Asked {
    const asked = this.#any();
    if (this.#at < this.#tokens.length) throw new NotSaid();
    return asked;
  }

  #any(): Asked {
    const parts = [this.#all()];
    while (this.#takes("||")) parts.push(this.#all());
    return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
  }

  #all(): Asked {
    const parts = [this.#one()];
    while (this.#takes("&&")) parts.push(this.#one());
    return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
  }

  #one(): Asked {
    if ((this.#depth += 1) > deepest) throw new NotSaid();
    try {
      if (this.#takes("!")) return { not: this.#one() };
      if (this.#takes("(")) {
        const inner = this.#any();
        this.#needs(")");
        return inner;
      }
      const name = this.#tokens[this.#at];
      if (name?.kind === "name" && /^(is_)?empty$/i.test(name.text)) {
        this.#at += 1;
        this.#needs("(");
        const operand = this.#operand();
        this.#needs(")");
        if (!("meant" in operand)) throw new NotSaid();
        return { not: answered(operand.meant) };
      }
      return this.#comparison();
    } finally {
      this.#depth -= 1;
    }
  }

  #comparison(): Asked {
    const first = this.#operand();
    const sign = this.#tokens[this.#at]?.text ?? "";
    const turned = mirrored.get(sign);
    if (turned === undefined) throw new NotSaid();
    this.#at += 1;
    const second = this.#operand();
    if ("meant" in first && "value" in second) return compared(first.meant, sign, second.value);
    if ("value" in first && "meant" in second) return compared(second.meant, turned, first.value);
    throw new NotSaid();
  }

  #operand(): Operand {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "text" || token?.kind === "number") return { value: token.text };
    const meant = token?.kind === "name" ? this.#meaningOf(token.text) : undefined;
    if (!meant) throw new NotSaid();
    return { meant };
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }

  #needs(sign: string): void {
    if (!this.#takes(sign)) throw new NotSaid();
  }
}

function answered({ about, box }: Meant): Asked {
  return box === undefined ? { about, isAnswered: true } : { about, is: box };
}

/** A comparison in LimeSurvey's signs; a box is ticked where it equals "Y", one of a table where it equals 1. */
export function compared({ about, box }: Meant, sign: string, value: string): Asked {
  if (box !== undefined) {
    const ticked: Asked = { about, is: box };
    const tick = value === "Y" || value === "1";
    const isTicked = sign === "==" ? tick : sign === "!=" ? !tick : undefined;
    if (isTicked === undefined) return unsayable("condition-box", { box });
    return isTicked ? ticked : { not: ticked };
  }
  if (sign === "==") return { about, is: value };
  if (sign === "!=") return value === "" ? { about, isAnswered: true } : { not: { about, is: value } };
  if (![">=", "<=", ">", "<"].includes(sign)) return unsayable("condition-operator", { about, operator: sign, value });
  const limit = numberIn(value);
  if (limit === undefined) return unsayable("condition-no-number", { about, value });
  if (sign === ">=") return { about, atLeast: limit };
  if (sign === "<=") return { about, atMost: limit };
  return sign === ">" ? { about, moreThan: limit } : { about, lessThan: limit };
}
