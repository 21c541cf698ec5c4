// What somebody would type in answer to each type of question: always valid, different from one person to the next, and the
// same every time for the same person.
import { pagesOf } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { addressParts, type Entries } from "#app/forms/entries.ts";
import { optionsOf, valuesOf, type Option, type Question } from "#app/forms/question.ts";
import { chanceFrom, type Chance } from "#prisma/seed/random.ts";

const sentences = [
  "The last bus leaves before the evening class ends, so nobody without a car can go.",
  "Please keep the market where it is: it is the one place where everybody meets.",
  "The path along the river floods each winter and pushchairs cannot get through.",
  "Young people have nowhere to go after six, and the hall stands empty.",
  "A crossing by the school would do more than any number of signs.",
  "I would rather see the surgery kept open than a new office built.",
  "Homes that people who work here can pay for should come first.",
  "The park is better than it was, and somebody should say so.",
];

/** One person's entries in every question that such answers show; a file is never uploaded. */
export function typedAnswers(definition: FormDefinition, person: number): Entries {
  const chance = chanceFrom(person * 7919 + 1);
  const entries: Entries = {};
  for (const question of questionsOf(definition)) Object.assign(entries, typedAnswer(question, person, chance));
  const shown = new Set(pagesOf(definition, entries).flatMap(({ questions }) => questions));
  const hidden = questionsOf(definition).filter((question) => !shown.has(question));
  const isOf = (field: string, { id }: Question) => field === id || field.startsWith(`${id}.`);
  return Object.fromEntries(Object.entries(entries).filter(([field]) => !hidden.some((question) => isOf(field, question))));
}

function typedAnswer(question: Question, person: number, chance: Chance): Entries {
  const { id } = question;
  const pick = (options: readonly Option[]) => chance.pick(options).id;
  const parts = (typed: Record<string, string>) => Object.fromEntries(Object.entries(typed).map(([part, text]) => [`${id}.${part}`, [text]]));
  const words = (count: number, longest = Number.POSITIVE_INFINITY) =>
    Array.from({ length: count }, () => chance.pick(sentences)).join(" ").slice(0, longest).trim();
  switch (question.type) {
    case "statement":
    case "file":
      return {};
    case "short-text":
      return { [id]: [`Person ${person}: the green by the ${chance.pick(["bridge", "church", "school", "station"])}`.slice(0, question.maxLength)] };
    case "long-text":
      return { [id]: [words(question.maxWords === undefined || question.maxWords > 60 ? chance.between(1, 4) : 1, question.maxLength)] };
    case "one-choice": {
      const option = chance.pick(question.options);
      return { [id]: [option.id], ...(option.writeIn && { [`${id}.other`]: ["Something of our own"] }) };
    }
    case "several-choices": {
      const { atLeast = 1, atMost = 3, options } = question;
      const plain = options.filter(({ writeIn }) => !writeIn);
      const chosen = shuffled(plain, chance).slice(0, chance.between(atLeast, Math.min(Math.max(atMost, atLeast), plain.length)));
      return { [id]: options.filter((option) => chosen.includes(option)).map((option) => option.id) };
    }
    case "yes-no-unsure":
      return { [id]: [chance.pick(valuesOf(question))] };
    case "agreement":
      return { [id]: [chance.pick(valuesOf(question))], ...(question.reasons && { [`${id}.reasons`]: [words(1)] }) };
    case "rating":
      return { [id]: [String(chance.between(1, question.highest))] };
    case "ranking":
      return parts(Object.fromEntries(shuffled(question.options, chance).map((option, index) => [option.id, String(index + 1)])));
    case "point-budget":
      return parts(Object.fromEntries(shared(question.points, question.options, chance)));
    case "number":
      return { [id]: [String(chance.between(...rangeOf(question, 100)))] };
    case "money":
      return { [id]: [(chance.between(...rangeOf(question, 4000)) / 100).toFixed(2)] };
    case "date":
      return parts({ day: String(chance.between(1, 28)), month: String(chance.between(1, 12)), year: String(yearWithin(question, chance)) });
    case "name":
      return { [id]: [`Person Number ${person}`] };
    case "email":
      return { [id]: [`person-${person}@people.example`] };
    case "telephone":
      return { [id]: [`01632 960${String(person % 1000).padStart(3, "0")}`] };
    case "postcode":
      return { [id]: ["SY23 3BU"] };
    case "address":
      return parts(Object.fromEntries(addressParts.map((part) => [part, addressLine[part](person)])));
    case "map-point":
    case "map-line":
    case "map-area":
      return { [id]: [`By the bridge, house ${person}`] };
    case "matrix":
      return parts(Object.fromEntries(optionsOf(question).map((row) => [row.id, pick(question.columns)])));
  }
}

const addressLine: Record<(typeof addressParts)[number], (person: number) => string> = {
  "line-1": (person) => `${person} Bridge Street`,
  "line-2": () => "Lower Town",
  town: () => "Marlford",
  county: () => "Marlshire",
  postcode: () => "SY23 3BU",
};

/** Whole numbers within the question's own range, at most so far above its least. */
function rangeOf({ min = 0, max }: { min?: number | undefined; max?: number | undefined }, most: number): [number, number] {
  return [Math.ceil(min), Math.floor(Math.min(max ?? min + most, min + most))];
}

/** A year all of whose days may be given. */
function yearWithin({ earliest, latest }: { earliest?: string | undefined; latest?: string | undefined }, chance: Chance): number {
  const from = earliest === undefined ? 1990 : Number(earliest.slice(0, 4)) + 1;
  return chance.between(from, latest === undefined ? Math.max(from, 2020) : Number(latest.slice(0, 4)) - 1);
}

function shuffled<Value>(values: readonly Value[], chance: Chance): Value[] {
  return values.map((value) => ({ value, at: chance.next() })).sort((a, b) => a.at - b.at).map(({ value }) => value);
}

function shared(points: number, options: readonly Option[], chance: Chance): [string, string][] {
  const weights = options.map(() => chance.between(1, 5));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const given = weights.map((weight) => Math.floor((points * weight) / whole));
  given[0] = (given[0] ?? 0) + points - given.reduce((sum, one) => sum + one, 0);
  return options.map(({ id }, index) => [id, String(given[index] ?? 0)]);
}
