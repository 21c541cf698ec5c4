// When each part of a form is shown, as statements over what may be answered: exact, and bounded in how much is tried.
import { questionsDeciding, simpleConditionsIn, type Condition, type SimpleCondition } from "./condition.ts";
import { always, Diagrams, never } from "./decision-diagram.ts";
import type { FormDefinition, Question, Section } from "./definition.ts";
import { kindsOfAnswer, type Kinds } from "./kinds-of-answer.ts";

/** A question or a section that has a condition. */
export type Conditional = { id: string; showWhen: Condition; section: Section; isSection: boolean };

type Placed = { question: Question; section: Section; place: number };
type Decided = { kinds: Kinds; first: number; conditions: string[] };

// Statements are worked out by going down them a variable at a time.
const mostVariables = 2_000;

/** The statements of one form. Once they are full, what they say is worthless. */
export class FormTruths {
  readonly #placed = new Map<string, Placed>();
  readonly #starts = new Map<Section, number>();
  readonly #decided = new Map<string, Decided>();
  readonly #diagrams = new Diagrams();
  readonly #met = new Map<string, Map<string, number>>();
  readonly #shown = new Map<Question | Section, number>();
  readonly #deciding = new Map<object, readonly string[]>();
  #isTooDeep = false;

  constructor(definition: FormDefinition) {
    const conditions = new Map<string, Map<string, SimpleCondition>>();
    let place = 0;
    for (const section of definition.sections) {
      this.#starts.set(section, place);
      for (const question of section.questions) this.#placed.set(question.id, { question, section, place: place++ });
      for (const { showWhen } of [section, ...section.questions]) {
        for (const simple of showWhen ? simpleConditionsIn(showWhen) : []) {
          const own = conditions.get(simple.question) ?? new Map<string, SimpleCondition>();
          conditions.set(simple.question, own.set(JSON.stringify(simple), simple));
        }
      }
    }
    let first = 0;
    // because what a question adds to those before it then stands on top of their statements, which stay as they are
    for (const [id, { question }] of [...this.#placed].reverse()) {
      const own = conditions.get(id);
      if (!own) continue;
      const kinds = kindsOfAnswer(question, [...own.values()]);
      this.#decided.set(id, { kinds, first, conditions: [...own.keys()] });
      first += kinds.variables;
    }
  }

  get isFull(): boolean {
    return this.#isTooDeep || this.#diagrams.isFull;
  }

  /** Where the part is shown; a question only where its section is. */
  shown(part: Question | Section): number {
    const known = this.#shown.get(part);
    if (known !== undefined) return known;
    const placed = "type" in part ? this.#placed.get(part.id) : undefined;
    const own = part.showWhen ? this.#where(part.showWhen, placed?.place ?? this.#starts.get(part as Section) ?? 0) : always;
    const shown = placed ? this.and(this.shown(placed.section), own) : own;
    this.#shown.set(part, shown);
    return shown;
  }

  /** The question of this id, if the form has one. */
  question(id: string): Question | undefined {
    return this.#placed.get(id)?.question;
  }

  /** Where the condition of a part holds; `asIfAsked` takes every question it asks about to be shown. */
  holds({ id, showWhen, section, isSection }: Conditional, condition: Condition = showWhen, asIfAsked = false): number {
    const place = isSection ? this.#starts.get(section) : this.#placed.get(id)?.place;
    return this.#where(condition, place ?? 0, asIfAsked);
  }

  /** Where a condition holds for what stands at this place. */
  #where(condition: Condition, place: number, asIfAsked = false): number {
    const inner = (one: Condition) => this.#where(one, place, asIfAsked);
    if ("all" in condition) return condition.all.reduce((sum, one) => this.and(sum, inner(one)), always);
    if ("any" in condition) return condition.any.reduce((sum, one) => this.#diagrams.or(sum, inner(one)), never);
    if ("not" in condition) return this.not(inner(condition.not));
    const asked = this.#placed.get(condition.question);
    if (!asked || asked.place >= place) return never;
    const met = this.#metBy(condition);
    return asIfAsked ? met : this.and(met, this.shown(asked.question));
  }

  #metBy(simple: SimpleCondition): number {
    const { question: id } = simple;
    const decided = this.#decided.get(id);
    if (!decided) return never;
    const known = this.#met.get(id) ?? new Map(
      decided.kinds.met(this.#diagrams, decided.first).map((statement, which) => [decided.conditions[which] ?? "", statement]),
    );
    this.#met.set(id, known);
    return known.get(JSON.stringify(simple)) ?? never;
  }

  and(a: number, b: number): number {
    return this.#diagrams.and(a, b);
  }

  not(a: number): number {
    return this.#diagrams.not(a);
  }

  /** Where what the questions say that decide these parts, however indirectly, can be answered at all. */
  possible(parts: readonly (Conditional | Section)[]): number {
    const deciding = [...this.#decidingAll(parts)].flatMap((id) => this.#decided.get(id) ?? []);
    if (deciding.reduce((sum, { kinds }) => sum + kinds.variables, 0) > mostVariables) this.#isTooDeep = true;
    return deciding.reduce(
      (sum, { kinds, first }) => (kinds.possible && !this.#isTooDeep ? this.and(sum, kinds.possible(this.#diagrams, first)) : sum),
      always,
    );
  }

  #decidingAll(parts: readonly (Conditional | Section)[]): Set<string> {
    const found = new Set(parts.flatMap((part) => this.#decidingOf(part)));
    // A set is walked to its end, with what is added on the way.
    for (const id of found) {
      const placed = this.#placed.get(id);
      if (!placed) continue;
      for (const further of this.#decidingOf(placed.question)) found.add(further);
      for (const further of this.#decidingOf(placed.section)) found.add(further);
    }
    return found;
  }

  #decidingOf(part: { showWhen?: Condition }): readonly string[] {
    const known = this.#deciding.get(part) ?? questionsDeciding(part.showWhen);
    this.#deciding.set(part, known);
    return known;
  }
}
