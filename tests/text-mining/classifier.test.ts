import { expect, test } from "vitest";
import { learn, leastDecisions, measure, suggestedFrom, type Decision } from "#app/text-mining/classifier.ts";
import { textsOfTopics } from "#tests/support/planted-topics.ts";

const decisionsOn = (seed: number, count = 300) => textsOfTopics(count, seed).map(({ topic, text }): Decision => ({ text, carries: topic === "parks" }));

test("what coders decided of some texts tells of others they have not read", () => {
  const classify = learn(decisionsOn(1))!;
  const fresh = decisionsOn(2);
  const right = fresh.filter(({ text, carries }) => classify(text) >= suggestedFrom === carries).length;
  expect(right / fresh.length).toBeGreaterThan(0.95);
});

test("precision and recall are taken on held-out decisions: with decisions made by chance they are no better than chance", () => {
  const good = measure(decisionsOn(1))!;
  expect(good).toMatchObject({ decisions: 300, carrying: 75 });
  expect(good.precision).toBeGreaterThan(0.9);
  expect(good.recall).toBeGreaterThan(0.9);
  const texts = textsOfTopics(300, 3);
  const byChance = measure(texts.map(({ text }, at): Decision => ({ text, carries: (at * 7919) % 11 < 3 })))!;
  expect(byChance.precision ?? 0).toBeLessThan(0.5);
});

test("too few decisions for or against teach nothing and are not measured", () => {
  const few = decisionsOn(1, 4 * (leastDecisions - 1));
  expect(few.filter(({ carries }) => carries)).toHaveLength(leastDecisions - 1);
  expect(learn(few)).toBeNull();
  expect(measure(few)).toBeNull();
});

test("a rare code is suggested too", () => {
  const all = decisionsOn(5, 800);
  const rare = [...all.filter(({ carries }) => !carries), ...all.filter(({ carries }) => carries).slice(0, 15)];
  expect(measure(rare)!.recall).toBeGreaterThan(0.6);
});

test("the same decisions teach the same", () => {
  const [one, other] = [learn(decisionsOn(1))!, learn(decisionsOn(1))!];
  for (const { text } of decisionsOn(4, 20)) expect(one(text)).toBe(other(text));
});
