// The tallies of a part of the responses, made from the columns as if only they had come: what a filtered page of results shows.
import { lineKey } from "#app/forms/closed.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { optionsOf, type Question } from "#app/forms/question.ts";
import { isQuantity } from "#app/forms/quantity.ts";
import type { QuestionTally, Tally } from "#app/forms/tally.ts";
import { besides, type ColumnCounts, type CountedColumns, type Part } from "./counted-columns.ts";

type Version = { id: string; number: number; definition: FormDefinition };

/** A tally for each version, whichever of them the part's responses answered. */
export function talliesOf(columns: CountedColumns, part: Part, versions: readonly Version[]): Map<string, Tally> {
  const places = columns.placesOf(part);
  const { codes, values } = columns.under(besides.version);
  const newest = versions.reduce((one, other) => (other.number > one.number ? other : one), versions[0]!);
  return new Map(
    versions.map((version) => {
      // because what was counted before versions were kept beside it is taken for the newest
      const own = places.filter((place) => (codes[place] ? values[codes[place]!] === version.id : version === newest));
      return [version.id, tallyOf(columns, own, version.definition)];
    }),
  );
}

function tallyOf(columns: CountedColumns, places: Uint32Array, definition: FormDefinition): Tally {
  const questions: Tally["questions"] = {};
  const { counts: notAsked } = columns.countAt(places, besides.notAsked);
  const { counts: worded } = columns.countAt(places, besides.worded);
  for (const question of questionsOf(definition)) {
    const asked = places.length - (notAsked[question.id] ?? 0);
    if (question.type === "statement" || asked === 0) continue;
    questions[question.id] = { asked, ...answersTo(columns, places, question, worded[question.id] ?? 0) };
  }
  return { responses: places.length, questions };
}

type Counts = ColumnCounts["counts"];

const isAny = (counted: object) => Object.keys(counted).length > 0;

function answersTo(columns: CountedColumns, places: Uint32Array, question: Question, worded: number): Omit<QuestionTally, "asked"> {
  const lines = optionsOf(question).map(({ id }) => ({ id, key: lineKey(question, id) }));
  const ofEach = () => lines.map(({ id, key }) => [id, columns.countAt(places, key).counts] as const).filter(([, counts]) => isAny(counts));
  switch (question.type) {
    case "one-choice":
    case "several-choices":
    case "yes-no-unsure":
    case "rating":
    case "agreement": {
      const { counts } = columns.countAt(places, question.id);
      const answered = answeredAny(columns, places, [question.id], question.id);
      return { answered, ...(isAny(counts) && { counts }), ...(worded > 0 && { worded }) };
    }
    case "ranking":
    case "matrix": {
      const table = Object.fromEntries(ofEach());
      return { answered: answeredAny(columns, places, lines.map(({ key }) => key)), ...(isAny(table) && { table }) };
    }
    case "point-budget": {
      const sums = Object.fromEntries(ofEach().map(([id, counts]) => [id, sumOf(counts)] as const).filter(([, sum]) => sum !== 0));
      return { answered: answeredAny(columns, places, lines.map(({ key }) => key)), ...(isAny(sums) && { sums }) };
    }
    default: {
      if (!isQuantity(question)) return { answered: worded };
      const { answered, counts: values } = columns.countAt(places, question.id);
      const all = question.type === "date" ? 0 : sumOf(values);
      return { answered, ...(all !== 0 && { sums: { all } }), ...(isAny(values) && { values }) };
    }
  }
}

const sumOf = (counts: Counts) => Object.entries(counts).reduce((sum, [value, count]) => sum + Number(value) * count, 0);

/** How many said something under any of these keys, or in words of their own to the question. */
function answeredAny(columns: CountedColumns, places: Uint32Array, keys: readonly string[], worded?: string): number {
  const all = keys.map((key) => columns.under(key).codes);
  const own = columns.under(besides.worded);
  const isWorded = own.values.map((said) => worded !== undefined && said.includes(worded));
  let answered = 0;
  for (const place of places) if (all.some((codes) => (codes[place] ?? 0) > 0) || isWorded[own.codes[place] ?? 0]) answered += 1;
  return answered;
}
