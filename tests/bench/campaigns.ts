// Near-duplicates among very many answers, beside the words of each counted once. It needs no database.
import { groupsOf } from "#app/text-mining/near-duplicates.ts";
import { shinglesOf } from "#app/text-mining/shingles.ts";
import { wordsOf } from "#app/text-mining/words.ts";
import { plantedAnswers, plantedQuestion } from "../support/planted-answers.ts";
import type { Figure } from "./figures.ts";

const many = 100_000;
/** Sentences of their own besides the first: sixty words. */
const sentences = [2, 4] as const;

export async function measureCampaigns(add: (figure: Figure) => void): Promise<void> {
  const texts = plantedAnswers(many, 1, sentences).map(({ text }) => text);
  let began = performance.now();
  const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
  add({ name: "control: each word of the answers looked at once", value: (performance.now() - began) / 1000, unit: "s", of: `${many.toLocaleString("en-GB")} answers of ${Math.round(words / many)} words` });
  began = performance.now();
  const finding = groupsOf(texts, new Set(shinglesOf(plantedQuestion)));
  let [step, longest, last] = [finding.next(), 0, began];
  for (; !step.done; step = finding.next()) {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  add({ name: "near-duplicates found", value: (performance.now() - began) / 1000, unit: "s", of: `target 20 s; ${step.value.length.toLocaleString("en-GB")} groups` });
  add({ name: "the longest it goes on without a pause", value: longest, unit: "ms" });
}
