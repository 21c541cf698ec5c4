// Long work on texts comes to the same in a thread of its own, and while it is done there others are served.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";
import { workInThreads, workOn } from "#app/analysis/text-worker.server.ts";
import type { TextWork, WorkName } from "#app/analysis/text-work.ts";
import { removeFolder } from "#tests/support/folders.ts";
import { textsOfTopics, topicNames } from "#tests/support/planted-topics.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-thread-"));
  await build({
    ...{ configFile: false, logLevel: "error", publicDir: false },
    build: { ssr: "app/commands/text-worker.ts", outDir: folder, target: "node20", rollupOptions: { output: { entryFileNames: "text-worker.mjs" } } },
  });
}, 60_000);

afterAll(() => removeFolder(folder));

const stemsOf = (words: readonly string[]) => JSON.stringify([...new Set(words)].map((word) => [word, words.flatMap((one, at) => (one === word ? [at + 1] : []))]));
const stemmed = (count: number) => textsOfTopics(count, 7).map(({ text, topic }, at) => ({ id: String(at).padStart(6, "0"), text: text.join(" "), stems: stemsOf(text), topic }));
const toLearn = (count: number, decided: number): TextWork["codes"]["given"] => ({
  texts: stemmed(count).map(({ id, stems, topic }, at) => ({ id, stems, codeIds: at < decided ? [topic] : null })),
  codeIds: topicNames,
});

const told: { done: number; of: number }[] = [];
const here = <Name extends WorkName>(name: Name, given: TextWork[Name]["given"]) => workOn(name, given, async () => undefined);
const aside = <Name extends WorkName>(name: Name, given: TextWork[Name]["given"]) => {
  workInThreads(join(folder, "text-worker.mjs"));
  return workOn(name, given, async (progress) => told.push(progress));
};

test("groups, themes and codes come to the same in a thread as without one, and say how far they are", async () => {
  const campaign = "Please keep the evening buses to our village because without them nobody can come home from work after seven";
  const texts = [...["", " Thank you.", " My name is Sam."].map((end) => campaign + end), ...stemmed(50).map(({ text }) => text)].map((text, at) => ({ id: String(at), responseId: `r${at}`, text, channel: "online", language: "en" }));
  const given = { groups: { texts, wordings: ["What should come first?"] }, themes: { texts: stemmed(200) }, codes: toLearn(300, 200) };
  const alone = [await here("groups", given.groups), await here("themes", given.themes), await here("codes", given.codes)] as const;
  expect(alone[0]).toMatchObject([{ isPair: false, members: [{ textId: "0" }, { textId: "1" }, { textId: "2" }] }]);
  expect(alone[1].length).toBeGreaterThan(1);
  expect(alone[2].measures).toHaveLength(topicNames.length);
  expect(alone[2].suggested.length).toBeGreaterThan(50);
  expect([await aside("groups", given.groups), await aside("themes", given.themes), await aside("codes", given.codes)]).toEqual(alone);
  expect(told.length).toBeGreaterThan(4);
  expect(told.every(({ done, of }) => done >= 0 && done <= of)).toBe(true);
}, 60_000);

test("while it learns from ten thousand texts others are served", async () => {
  const given = { ...toLearn(10_000, 8000), codeIds: topicNames.slice(0, 1) };
  const began = performance.now();
  let [last, longest] = [began, 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const { measures } = await aside("codes", given);
  clearInterval(timer);
  const took = performance.now() - began;
  expect(measures.every(({ measured }) => measured !== null && measured.decisions === 8000)).toBe(true);
  // without a thread the measuring alone would be one stretch of most of it
  expect(longest).toBeLessThan(took / 2);
}, 120_000);

test("what goes wrong in the thread is told", async () => {
  await expect(aside("themes", { texts: [{ id: "0", text: "", stems: "no JSON" }] })).rejects.toThrow(/JSON/);
  workInThreads(join(folder, "is-not-there.mjs"));
  await expect(workOn("themes", { texts: [] }, async () => undefined)).rejects.toThrow();
});
