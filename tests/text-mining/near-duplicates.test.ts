import fc from "fast-check";
import { expect, test } from "vitest";
import { groupsOf, type Group, type Progress } from "#app/text-mining/near-duplicates.ts";
import { shinglesOf } from "#app/text-mining/shingles.ts";
import { chanceFrom, plantedAnswers, plantedQuestion, shuffled, type Planted } from "#tests/support/planted-answers.ts";

function found(texts: readonly string[], known?: ReadonlySet<number>): { groups: Group[]; told: Progress[] } {
  const finding = groupsOf(texts, known);
  const told: Progress[] = [];
  let step = finding.next();
  for (; !step.done; step = finding.next()) told.push(step.value);
  return { groups: step.value, told };
}

const asked = new Set(shinglesOf(plantedQuestion));
const groupsIn = (planted: readonly Planted[]) => found(planted.map(({ text }) => text), asked).groups;
const pairs = (many: number) => (many * (many - 1)) / 2;
const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);

function countBy<T>(list: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** How much of what belongs together was found, and how much of what was found does, in texts and in pairs of texts. */
function measured(planted: readonly Planted[], groups: readonly Group[]) {
  const truth = countBy(planted.flatMap(({ origin }) => (origin === null ? [] : [origin])));
  const kept = groups.map(({ members }) => countBy(members.map((member) => planted[member]!.origin)));
  const [right, told] = [sum(kept.flatMap((group) => [...group].map(([origin, count]) => (origin === null ? 0 : pairs(count))))), sum(groups.map(({ members }) => pairs(members.length)))];
  const inCampaign = (origin: string | null) => origin !== null && origin.startsWith("campaign");
  const large = groups.filter(({ members }) => members.length >= 3).flatMap(({ members }) => members);
  const rightly = large.filter((member) => inCampaign(planted[member]!.origin)).length;
  return {
    recall: rightly / planted.filter(({ origin }) => inCampaign(origin)).length,
    precision: rightly / large.length,
    pairRecall: right / sum([...truth.values()].map(pairs)),
    pairPrecision: right / told,
    mixed: kept.filter((group) => group.size > 1).length,
    ownTogether: kept.filter((group) => group.has(null)).length,
    twice: kept.filter((group) => [...group.keys()].some((origin) => origin?.startsWith("person"))).length / [...truth.keys()].filter((origin) => origin.startsWith("person")).length,
  };
}

test.each([1, 2, 3])("of 5,000 answers nearly all of three campaigns and of those who sent twice are found, and nothing is put together that is apart (seed %i)", (seed) => {
  const planted = plantedAnswers(5000, seed);
  const groups = groupsIn(planted);
  const { recall, precision, pairRecall, pairPrecision, twice, mixed, ownTogether } = measured(planted, groups);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(twice).toBeGreaterThanOrEqual(0.98);
  expect(pairRecall).toBeGreaterThanOrEqual(0.96); // of a hundred pairs, those in which both were found
  expect(pairPrecision).toBe(1);
  expect({ mixed, ownTogether, campaigns: groups.filter(({ members }) => members.length >= 3).length }).toEqual({ mixed: 0, ownTogether: 0, campaigns: 3 });
});

test("in whichever order texts are given, the same belong together", () => {
  const planted = plantedAnswers(600, 7);
  const together = (list: readonly Planted[]) => groupsIn(list).map(({ members }) => members.map((member) => list[member]!.text).sort()).sort();
  const expected = together(planted);
  expect(expected.length).toBeGreaterThan(3);
  fc.assert(fc.property(fc.integer(), (seed) => {
    expect(together(shuffled(chanceFrom(seed), planted))).toEqual(expected);
  }), { numRuns: 20 });
});

const letter = "Please keep the library on Castle Rise open on Saturdays. It is the one warm place in the whole quarter where nobody has to buy anything, and our children do their homework there.";

test("copies are one group, however many; the largest group comes first", () => {
  const other = "The swimming pool should open earlier on weekdays so that those who work shifts in the hospital can use it before they begin or after they end.";
  const { groups } = found([other, ...Array<string>(500).fill(letter), other, "Something else entirely, of which there is only one and that has words enough of its own."]);
  expect(groups.map(({ members }) => members.length)).toEqual([500, 2]);
  expect(groups[1]).toMatchObject({ members: [0, 501] });
});

test("short stock answers are never put together, nor those that only quote the question", () => {
  expect(found(Array<string>(50).fill("I agree with all of this, thank you very")).groups).toEqual([]);
  const quoting = ["More benches.", "Buses in the evening!", "Leave it all as it is."].map((own) => `${plantedQuestion} ${own}`);
  expect(found(quoting).groups).toHaveLength(1);
  expect(found(quoting, asked).groups).toEqual([]);
});

test("who adds much of their own to a campaign's text belongs to it; who quotes one sentence of it does not", () => {
  const much = `I was born here. ${letter} My grandmother learned to read there ${Array.from({ length: 40 }, (_, year) => `and in ${1950 + year} something happened`).join(" ")}.`;
  const quotes = `They write to us "Please keep the library on Castle Rise open on Saturdays." I would rather have it open late on weekdays, when there is a bus, than pay for Saturdays.`;
  const { groups } = found([letter, `${letter} Thank you.`, `Dear councillors, ${letter}`, much, quotes]);
  expect(groups).toMatchObject([{ members: [0, 1, 2, 3] }]);
});

test("the exemplar is the member with the least of its own", () => {
  const { groups } = found([`Hello there, my name is not to be told here. ${letter}`, letter, `${letter} And one more thing: mend the roof of the bus shelter.`]);
  expect(groups[0]!.exemplar).toBe(1);
});

test("it says how far it is, never going back, and there may be nothing to look at", () => {
  const { told } = found(plantedAnswers(2500, 3).map(({ text }) => text));
  const parts = told.map(({ done, of }) => done / of);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts.length).toBeGreaterThan(8);
  expect(Math.max(...parts)).toBeLessThanOrEqual(1);
  expect(found([]).groups).toEqual([]);
  expect(found(["", "  ", "?!"]).groups).toEqual([]);
});
