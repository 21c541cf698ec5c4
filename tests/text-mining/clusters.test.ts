import { expect, test } from "vitest";
import { atOnce } from "#app/disclosure/at-once.ts";
import { clustersOf, usualClusters } from "#app/text-mining/clusters.ts";
import { textsOfTopics, topicNames } from "#tests/support/planted-topics.ts";

test("texts of four topics come together by topic, and the clusters are told by the topics' own words", () => {
  const planted = textsOfTopics(400, 1);
  const clusters = atOnce(clustersOf(planted.map(({ text }) => text), 4));
  expect(clusters).toHaveLength(4);
  const found = clusters.map(({ members }) => {
    const counts = topicNames.map((topic) => members.filter((at) => planted[at]!.topic === topic).length);
    return { topic: topicNames[counts.indexOf(Math.max(...counts))], purity: Math.max(...counts) / members.length };
  });
  expect(new Set(found.map(({ topic }) => topic)).size).toBe(4);
  expect(Math.min(...found.map(({ purity }) => purity))).toBeGreaterThan(0.95);
  const parks = clusters[found.findIndex(({ topic }) => topic === "parks")]!;
  expect("park tree green playground bench dog litter flower pond path wildlife hedge grass picnic".split(" ")).toEqual(expect.arrayContaining(parks.terms.slice(0, 5)));
});

test("the same texts give the same clusters, each text stands in one at most, and the most typical stands first", () => {
  const texts = textsOfTopics(200, 7).map(({ text }) => text);
  const clusters = atOnce(clustersOf(texts));
  expect(atOnce(clustersOf(texts))).toEqual(clusters);
  const members = clusters.flatMap((cluster) => cluster.members);
  expect(new Set(members).size).toBe(members.length);
  expect(clusters.length).toBeLessThanOrEqual(usualClusters(200));
});

test("texts that say nothing are in no cluster, and of nothing there are none", () => {
  expect(atOnce(clustersOf([]))).toEqual([]);
  expect(atOnce(clustersOf([[], ["alone"], [null]]))).toEqual([]);
});

test("it says how far it is", () => {
  const steps = [...clustersOf(textsOfTopics(80, 3).map(({ text }) => text))];
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.every(({ done, of }) => done <= of)).toBe(true);
});
