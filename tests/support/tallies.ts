// Tallies for tests: what the product has counted once each of these responses came.
import type { Answers } from "#app/forms/answer.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { countInto, emptyTally, type Tally } from "#app/forms/tally.ts";

export function tallyOfAll(definition: FormDefinition, all: Iterable<Answers>): Tally {
  return countInto(emptyTally(), definition, Array.from(all, (answers) => ({ answers, sign: 1 })));
}
