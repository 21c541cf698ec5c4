import { expect, test } from "vitest";
import { documentParts, numberOf, readDocument, type Given, type TextGiven } from "#app/analysis/theme-finder.ts";

const ids = ["0a1b2c3d4e5f60718293a4b5c6d7e8f9", "ffffffffffffffffffffffffffffffff", "00000000000000000000000000000001"];
const given = (codeId: string, stance: Given["stance"] = null): Given => ({ codeId, stance });
const texts: TextGiven[] = [
  { id: ids[0]!, text: "Plant trees, but not by the pond.", given: [given("trees", "conditional"), given("pond", "oppose")] },
  { id: ids[1]!, text: "Leave \"it\".", given: [given("pond", "neutral")] },
  { id: ids[2]!, text: "No idea.", given: [] },
];
type Document = Record<"question" | "set", unknown> & { responses: { response_id: number }[]; themes: unknown[]; mapping: unknown[]; sentiment: { position: string }[] };

/** The document as it goes out, so many texts at a time. */
async function written(atOnce: number): Promise<Document> {
  async function* runs() {
    for (let from = 0; from < texts.length; from += atOnce) yield texts.slice(from, from + atOnce);
  }
  let whole = "";
  const codes = [{ id: "trees", name: "Trees", definition: "Planting or felling them" }, { id: "pond", name: "The pond", definition: "" }];
  for await (const part of documentParts({ question: { number: "4", text: "What should be done with the green?" }, set: { consultation: "The green", number: 2, frozen_at: "2026-01-01T12:00:00.000Z" }, codes }, runs())) whole += part;
  return JSON.parse(whole) as Document;
}
const document = await written(2);

test("a document has the shape ThemeFinder reads however it goes out: whole numbers for responses, ids for themes, one line a response", async () => {
  expect(await written(1)).toEqual(document);
  expect(document.set).toEqual({ consultation: "The green", number: 2, frozen_at: "2026-01-01T12:00:00.000Z" });
  expect(document.question).toEqual({ question_number: "4", question_text: "What should be done with the green?" });
  expect(document.responses.map(({ response_id }) => response_id)).toEqual(ids.map(numberOf));
  expect(ids.map(numberOf).every((number) => Number.isSafeInteger(number) && number > 0)).toBe(true);
  expect(document.themes).toEqual([
    { topic_id: "trees", topic_label: "Trees", topic_description: "Planting or felling them", topic: "Trees: Planting or felling them" },
    { topic_id: "pond", topic_label: "The pond", topic_description: "", topic: "The pond: The pond" },
  ]);
  expect(document.mapping).toEqual([
    { response_id: numberOf(ids[0]!), labels: ["trees", "pond"], stances: ["POSITIVE", "NEGATIVE"] },
    { response_id: numberOf(ids[1]!), labels: ["pond"] },
  ]);
  expect(document.sentiment.map(({ position }) => position)).toEqual(["UNCLEAR", "UNCLEAR"]);
});

test("what is written is read again; where themes have no stance of their own the answer's position is theirs", () => {
  const read = readDocument(JSON.stringify(document), ids);
  expect(read).toMatchObject({ ok: true, value: { unknown: 0 } });
  expect(read.ok && read.value.readings).toEqual([
    { textId: ids[0], topics: [{ topicId: "trees", stance: "support" }, { topicId: "pond", stance: "oppose" }], isDetailed: null },
    { textId: ids[1], topics: [{ topicId: "pond", stance: null }], isDetailed: null },
  ]);
  const agreeing = { ...document, mapping: [{ response_id: numberOf(ids[2]!), labels: ["trees"] }], sentiment: [{ response_id: numberOf(ids[2]!), position: "AGREEMENT" }], detail_detection: [{ response_id: numberOf(ids[2]!), evidence_rich: "YES" }] };
  const other = readDocument(JSON.stringify(agreeing), ids);
  expect(other.ok && other.value.readings).toEqual([{ textId: ids[2], topics: [{ topicId: "trees", stance: "support" }], isDetailed: true }]);
});

test("a text that was read without a theme is read, and a theme said twice of one text is said once", () => {
  const twice = { ...document, mapping: [{ response_id: numberOf(ids[0]!), labels: [] }, { response_id: numberOf(ids[1]!), labels: ["pond", "pond"] }], sentiment: [] };
  const read = readDocument(JSON.stringify(twice), ids);
  expect(read.ok && read.value.readings.map(({ topics }) => topics.map(({ topicId }) => topicId))).toEqual([[], ["pond"]]);
});

test("responses that are none of ours are told and passed over", () => {
  const read = readDocument(JSON.stringify(document), ids.slice(1));
  expect(read.ok && [read.value.unknown, read.value.readings.length]).toEqual([1, 1]);
  expect(readDocument(JSON.stringify(document), [])).toEqual({ ok: false, problem: [{ code: "none-ours" }] });
});

test.each([
  ["{", [{ code: "not-json" }]],
  ["[]", [{ code: "shape", at: "" }]],
  [JSON.stringify({ ...document, responses: [{ response_id: 0, response: "x" }] }), [{ code: "shape", at: "responses.0.response_id" }]],
  [JSON.stringify({ ...document, mapping: [document.mapping[1], document.mapping[1]] }), [{ code: "shape", at: "mapping" }]],
  [JSON.stringify({ ...document, mapping: [{ response_id: 7, labels: ["trees", "roads"] }] }), [{ code: "theme-unknown", topicId: "roads", response: 7 }]],
  [JSON.stringify({ ...document, question: {}, mapping: [{ response_id: 0, labels: [] }, { response_id: 7, labels: ["roads"] }] }), [{ code: "shape", at: "question.question_text" }, { code: "shape", at: "mapping.0.response_id" }, { code: "theme-unknown", topicId: "roads", response: 7 }]],
  [JSON.stringify({ ...document, mapping: [{ response_id: 7, labels: ["trees"], stances: [] }] }), [{ code: "stances-count", response: 7 }]],
])("a document with a mistake is refused whole, and the mistake is named: %#", (source, problems) => {
  expect(readDocument(source, ids)).toEqual({ ok: false, problem: problems });
});
