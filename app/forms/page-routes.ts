// A form whose pages each name the page that follows, read as an order of pages and a condition for each: when it is shown.
import { always, Diagrams, never } from "./decision-diagram.ts";
import { unsayable, type Asked } from "./foreign-condition.ts";

/** The first way whose condition holds is taken; a way without one is taken where none of the others is. */
export type Way = { to: string; when?: Asked };
export type PageWays = { key: string; ways: readonly Way[] };

export type Routes = {
  /** The pages that can be reached, each after all that lead to it, otherwise as they stand in the file. */
  order: string[];
  /** When a page is shown; absent for one that everybody comes to. */
  shownWhen: Map<string, Asked>;
  unreachable: string[];
  /** Ways back to an earlier page, which are not followed. */
  back: { from: string; to: string }[];
  /** Ways to a page that is not there. */
  nowhere: { from: string; to: string }[];
};

type Simple = Extract<Asked, { about: string }>;

const mostNodes = 20_000;
const mostParts = 40;
const tangled = unsayable("condition-tangled");

/**
 * The order and the conditions. `oppositeOf` names the answer that is given exactly where this one is not ("no" for "yes"),
 * so that two ways which part at a question and meet again lead to a page that everybody sees.
 */
export function routesOf(pages: readonly PageWays[], start: string, oppositeOf: (part: Simple) => Simple | undefined): Routes {
  const byKey = new Map(pages.map((page) => [page.key, page]));
  const nowhere = pages.flatMap(({ key, ways }) => ways.filter(({ to }) => !byKey.has(to)).map(({ to }) => ({ from: key, to })));
  const waysFrom = (key: string) => (byKey.get(key)?.ways ?? []).filter(({ to }) => byKey.has(to));
  const back = waysBack(start, (key) => waysFrom(key).map(({ to }) => to));
  const isBack = (from: string, to: string) => back.some((way) => way.from === from && way.to === to);
  const order = orderOf(pages, start, (key) => waysFrom(key).map(({ to }) => to).filter((to) => !isBack(key, to)));
  const reached = new Set(order);
  const truths = new Truths(oppositeOf);
  const reach = new Map<string, number>([[start, always]]);
  for (const key of order) {
    let left = reach.get(key) ?? never;
    const given = byKey.get(key)?.ways ?? [];
    const conditional = given.filter(({ when }) => when !== undefined);
    const otherwise = given.filter(({ when }) => when === undefined).slice(-1);
    for (const { to, when } of [...conditional, ...otherwise]) {
      const holds = when ? truths.of(when) : always;
      if (byKey.has(to) && !isBack(key, to)) reach.set(to, truths.or(reach.get(to) ?? never, truths.and(left, holds)));
      left = truths.and(left, truths.not(holds));
    }
  }
  const shownWhen = new Map<string, Asked>();
  for (const key of order) {
    const asked = truths.isTangled ? tangled : truths.asked(reach.get(key) ?? always);
    if (asked !== true && key !== start) shownWhen.set(key, asked);
  }
  return { order, shownWhen, unreachable: pages.map(({ key }) => key).filter((key) => !reached.has(key)), back, nowhere };
}

// Followed without recursion, because a file may chain any number of pages.
function waysBack(start: string, next: (key: string) => string[]): { from: string; to: string }[] {
  const back: { from: string; to: string }[] = [];
  const done = new Set<string>();
  const open = new Set([start]);
  const path = [{ key: start, ways: next(start) }];
  for (let here = path.at(-1); here; here = path.at(-1)) {
    const to = here.ways.pop();
    if (to === undefined) {
      path.pop();
      open.delete(here.key);
      done.add(here.key);
    } else if (open.has(to)) back.push({ from: here.key, to });
    else if (!done.has(to)) {
      open.add(to);
      path.push({ key: to, ways: next(to) });
    }
  }
  return back;
}

function orderOf(pages: readonly PageWays[], start: string, next: (key: string) => string[]): string[] {
  const reached = new Set([start]);
  for (const key of reached) for (const to of next(key)) reached.add(to);
  const waiting = new Map([...reached].map((key) => [key, 0]));
  for (const key of reached) for (const to of new Set(next(key))) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const left = [...new Set(pages.map(({ key }) => key))].filter((key) => reached.has(key));
  const order: string[] = [];
  while (left.length > 0) {
    const at = Math.max(0, left.findIndex((key) => waiting.get(key) === 0));
    const [key] = left.splice(at, 1);
    if (key === undefined) break;
    order.push(key);
    for (const to of new Set(next(key))) waiting.set(to, (waiting.get(to) ?? 1) - 1);
  }
  return order;
}

// Conditions as decision diagrams, and back.
class Truths {
  readonly #atoms: Asked[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #diagrams = new Diagrams(mostNodes);
  readonly #oppositeOf: (part: Simple) => Simple | undefined;

  constructor(oppositeOf: (part: Simple) => Simple | undefined) {
    this.#oppositeOf = oppositeOf;
  }

  get isTangled(): boolean {
    return this.#diagrams.isFull;
  }

  of(asked: Asked): number {
    if ("all" in asked) return asked.all.reduce((sum, part) => this.and(sum, this.of(part)), always);
    if ("any" in asked) return asked.any.reduce((sum, part) => this.or(sum, this.of(part)), never);
    if ("not" in asked) return this.not(this.of(asked.not));
    const known = this.#numbers.get(JSON.stringify(asked));
    if (known !== undefined) return this.#diagrams.variable(known);
    const opposite = "about" in asked ? this.#oppositeOf(asked) : undefined;
    const turned = opposite && this.#numbers.get(JSON.stringify(opposite));
    if (turned !== undefined) return this.#diagrams.branch(turned, always, never);
    this.#numbers.set(JSON.stringify(asked), this.#atoms.length);
    this.#atoms.push(asked);
    return this.#diagrams.variable(this.#atoms.length - 1);
  }

  and(a: number, b: number): number {
    return this.#diagrams.and(a, b);
  }

  or(a: number, b: number): number {
    return this.#diagrams.or(a, b);
  }

  not(a: number): number {
    return this.#diagrams.not(a);
  }

  /** As a condition again; true where it always holds. */
  asked(number: number): Asked | true {
    const parts = { left: mostParts };
    const said = this.#said(number, parts);
    return parts.left < 0 ? tangled : said === false ? unsayable("condition-never") : said;
  }

  #said(number: number, parts: { left: number }): Asked | boolean {
    if (number === never || number === always) return number === always;
    const node = this.#diagrams.branchOf(number);
    const atom = node && this.#atoms[node.variable];
    if (!node || !atom || (parts.left -= 1) < 0) return true;
    const opposite = "about" in atom ? this.#oppositeOf(atom) : undefined;
    const [yes, no]: [Asked, Asked] = [atom, opposite ?? { not: atom }];
    const [high, low] = [this.#said(node.high, parts), this.#said(node.low, parts)];
    if (high === true) return low === false ? yes : joined("any", yes, low);
    if (low === true) return high === false ? no : joined("any", no, high);
    if (high === false) return joined("all", no, low);
    if (low === false) return joined("all", yes, high);
    return { any: [joined("all", yes, high), joined("all", no, low)] };
  }
}

function joined(how: "all" | "any", first: Asked, rest: Asked | boolean): Asked {
  if (typeof rest === "boolean") return first;
  const others = how === "all" && "all" in rest ? rest.all : how === "any" && "any" in rest ? rest.any : [rest];
  return how === "all" ? { all: [first, ...others] } : { any: [first, ...others] };
}
