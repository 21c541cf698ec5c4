import { SaxesParser } from "saxes";
import { beforeAll, expect, test } from "vitest";
import { loader as loadList } from "#app/consultations/pages/list.tsx";
import { loader as loadAtom } from "#app/consultations/pages/register-atom.tsx";
import { loader as loadJson } from "#app/consultations/pages/register-json.tsx";
import type { RegisterJson } from "#app/consultations/register-json.ts";
import { db } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import { buildConsultation, buildPartnership, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

const now = new Date();
const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
const dayAt = (days: number) => at(days).toISOString().slice(0, 10);

let partnership: BuiltConsultation["partnership"];
let cafe: BuiltConsultation;
let streets: BuiltConsultation;
let library: BuiltConsultation;

beforeAll(async () => {
  partnership = await buildPartnership();
  cafe = await buildConsultation({
    ...{ partnership, title: { en: "The café <in> the park & more", cy: "Y tŷ te yn y parc", ur: "پارک کا چائے خانہ" }, summary: { en: "What\u0001 now?" } },
    ...{ topics: ["leisure-and-culture"], places: [{ code: "E07000999", name: { en: "Tolbridge", ur: "ٹول برج" } }], audiences: [{ name: { en: "Young people" } }] },
  });
  streets = await buildConsultation({
    ...{ partnership, title: { en: "Streets", cy: "Strydoedd yr ŵyl", ur: "گلیوں میں ۲۰ میل کی حد" }, topics: ["transport"] },
    ...{ opensAt: at(-90), closesAt: at(-40), decisionOn: dayAt(-3), places: [{ name: { en: "Wenlow" } }] },
  });
  library = await buildConsultation({ ...{ partnership, title: { en: "The library", ur: "مکتبہ کی عمارت" }, opensAt: at(5), closesAt: at(50), publishedAt: at(-1) } });
  await buildConsultation({ partnership, title: { en: "A hidden café" }, topics: ["jobs"], publishedAt: null });
  await buildConsultation({ title: { en: "Another partnership’s café" } });
});

type Listed = { consultations: { id: string }[]; nextAfter: string | null; found: number; all: number; choices: { topics: string[] } };

const ask = (search: Record<string, string>) => `/${partnership.slug}/consultations?${new URLSearchParams(search)}`;
const list = (search: Record<string, string> = {}) => answerOf<Listed>(loadList(argsOf(get(ask(search)), { params: { partnership: partnership.slug }, now })));
const found = async (search: Record<string, string>) => (await list(search)).body.consultations.map(({ id }) => id);
const words = (typed: string) => found({ words: typed });

test("words are found in any language, whole or begun, with accents or without", async () => {
  for (const typed of ["café", "CAFE", "cafe\u0301 park", "tŷ te", "ty te", "tŷ", "par caf", "Tolbridge", "e07000999", "چائے"]) expect([typed, await words(typed)]).toEqual([typed, [cafe.id]]);
  for (const typed of ["ŵyl", "wyl", "w\u0302yl", "گليوں", "گَلیوں", "20 میل", "٢٠", "۲۰"]) expect([typed, await words(typed)]).toEqual([typed, [streets.id]]);
  for (const typed of ["مکتبہ", "مكتبة", "مُكتبه", "عمارت"]) expect([typed, await words(typed)]).toEqual([typed, [library.id]]);
  expect(await words("cafe streets")).toEqual([]);
});

test("status, topic, place and audience each narrow the list, and together", async () => {
  expect(await found({ status: "open" })).toEqual([cafe.id]);
  expect(await found({ status: "coming" })).toEqual([library.id]);
  expect(await found({ status: "decided" })).toEqual([streets.id]);
  expect(await found({ status: "closed" })).toEqual([]);
  expect(await found({ topic: "transport" })).toEqual([streets.id]);
  expect(await found({ place: "E07000999" })).toEqual([cafe.id]);
  expect(await found({ place: "Wenlow", status: "decided", words: "street" })).toEqual([streets.id]);
  expect(await found({ audience: "Young people", topic: "transport" })).toEqual([]);
});

test("the page says how many of how many, and offers what the published ones have", async () => {
  const { body, headers } = await list();
  expect([body.found, body.all, body.choices.topics]).toEqual([3, 3, ["leisure-and-culture", "transport"]]);
  expect(headers.get("X-Folkmoot-Keep")).toContain(partnership.id);
  const searched = await list({ words: "cafe" });
  expect([searched.body.found, searched.body.all, searched.headers.get("X-Folkmoot-Keep")]).toEqual([1, 3, null]);
});

const hostile = ["'", "''':*", "a & | ! <-> b:*", "\\", "%_%", "\0", "--", "'; DROP TABLE \"Consultation\"; --", "😀", "\u202E\u200F", "x".repeat(5000), "(((", "\u0301", "a ".repeat(500), "${1}", "ﷺ"];

test.each(hostile)("%j asked in every way gives a page and finds nobody's secrets", async (typed) => {
  const asked = { words: typed, place: typed, audience: typed, status: typed, topic: typed, after: typed };
  expect((await list(asked)).status).toBe(200);
  expect((await list({ words: typed })).body.found).toBeLessThanOrEqual(3);
  expect((await json(asked)).all).toBe(3);
  read(await atom("en", asked));
});

async function json(search: Record<string, string> = {}): Promise<RegisterJson> {
  const answer = await loadJson(argsOf(get(ask(search)), { params: { partnership: partnership.slug }, now }));
  return (await answer.json()) as RegisterJson;
}

test("the JSON holds what is public, in every language, and nothing else", async () => {
  const register = await json();
  expect(Object.keys(register).sort()).toEqual(["all", "consultations", "found", "next", "partnership"]);
  const path = `/${partnership.slug}/consultations/${cafe.id}`;
  expect(register.consultations.map(({ id }) => id)).toEqual([cafe.id, library.id, streets.id]);
  expect(register.consultations[0]).toEqual({
    ...{ id: cafe.id, title: cafe.title, summary: cafe.summary, status: "open", decisionOn: null, languages: ["en"] },
    address: { en: `http://localhost:3000${path}`, cy: `http://localhost:3000/cy${path}`, ur: `http://localhost:3000/ur${path}` },
    ...{ publishedAt: cafe.publishedAt!.toISOString(), opensAt: cafe.opensAt!.toISOString(), closesAt: cafe.closesAt!.toISOString() },
    topics: [{ id: "leisure-and-culture", name: { en: "Leisure and culture", cy: "Hamdden a diwylliant", ur: "تفریح اور ثقافت" } }],
    places: [{ code: "E07000999", name: { en: "Tolbridge", ur: "ٹول برج" } }],
    audiences: [{ name: { en: "Young people" } }],
  });
  expect((await json({ topic: "transport" })).consultations.map(({ status }) => status)).toEqual(["decided"]);
});

async function atom(language: Language, search: Record<string, string> = {}): Promise<string> {
  const answer = await loadAtom(argsOf(get(ask(search)), { params: { partnership: partnership.slug }, now, language }));
  expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  return answer.text();
}

type Element = { name: string; attributes: Record<string, string>; text: string; path: string };

/** Every element of a document in the order they end; throws at what is not well formed. */
function read(xml: string): Element[] {
  const parser = new SaxesParser();
  const open: Element[] = [];
  const all: Element[] = [];
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ name, attributes }) => void open.push({ name, attributes: attributes as Record<string, string>, text: "", path: [...open.map((one) => one.name), name].join("/") }));
  parser.on("text", (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  });
  parser.on("closetag", () => void all.push(open.pop()!));
  parser.write(xml).close();
  return all;
}

test("the feed is well formed, has all that RFC 4287 asks for, and speaks its language", async () => {
  const elements = read(await atom("en"));
  const texts = (path: string) => elements.filter((element) => element.path === path).map(({ text }) => text);
  for (const path of ["feed/id", "feed/title", "feed/updated", "feed/author/name"]) expect(texts(path), path).toHaveLength(1);
  for (const path of ["id", "title", "updated", "published", "summary", "link"]) expect(texts(`feed/entry/${path}`), path).toHaveLength(3);
  expect(texts("feed/entry/title")).toContain("The café <in> the park & more");
  expect(texts("feed/entry/summary")).toContain("What now?");
  const updated = texts("feed/entry/updated");
  expect(updated).toEqual([...updated].sort().reverse());
  expect(texts("feed/updated")[0]).toBe(updated[0]);
  expect(elements.at(-1)).toMatchObject({ name: "feed", attributes: { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" } });
  const self = (all: Element[]) => all.find(({ attributes }) => attributes.rel === "self")?.attributes.href;
  expect(self(elements)).toBe(`http://localhost:3000/${partnership.slug}/consultations.atom`);
  const welsh = read(await atom("cy", { words: "tŷ" }));
  expect(new URL(self(welsh)!).searchParams.get("words")).toBe("tŷ");
  expect(welsh.find(({ path }) => path === "feed/entry/link")?.attributes.href).toBe(`http://localhost:3000/cy/${partnership.slug}/consultations/${cafe.id}`);
  expect(welsh.find(({ path }) => path === "feed/entry/title")?.text).toBe("Y tŷ te yn y parc");
});

test("ids of the feed stay the same, and differ between languages", async () => {
  const ids = async (language: Language) => read(await atom(language)).flatMap(({ name, text }) => (name === "id" ? [text] : []));
  const english = await ids("en");
  expect(await ids("en")).toEqual(english);
  expect(new Set([...english, ...(await ids("cy"))]).size).toBe(8);
  for (const id of english) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("among ten thousand consultations words are found by the index", { timeout: 60_000 }, async () => {
  const many = await buildConsultation({ title: { en: "Needle" } });
  await db().$executeRaw`
    INSERT INTO "Consultation" (id, "partnershipId", "formId", title, summary, purpose, "decisionToBeMade", "decisionMaker", audience, "otherWays", "publishedAt", "opensAt", "closesAt", languages)
    SELECT 'many' || n, "partnershipId", "formId", jsonb_build_object('en', 'Consultation ' || n || ' on hay'), summary, purpose, "decisionToBeMade", "decisionMaker", audience, "otherWays",
      "publishedAt", "opensAt", "closesAt", languages FROM "Consultation", generate_series(1, 10000) AS n WHERE id = ${many.id}`;
  const ofMany = (search: string) => answerOf<Listed>(loadList(argsOf(get(`/x?${search}`), { params: { partnership: many.partnership.slug }, now })));
  const plan = await db().$queryRaw<Record<string, string>[]>(Prisma.sql`EXPLAIN SELECT id FROM "Consultation" WHERE "partnershipId" = ${many.partnershipId} AND
    array_to_tsvector("folded_words"(ARRAY["title", "summary", "purpose", "decisionToBeMade", "audience", "places", "audiences"])) @@ '''needle'':*'::tsquery`);
  expect(plan.map((row) => Object.values(row)[0]).join("\n")).toContain("Consultation_words_idx");
  expect((await ofMany("words=needle")).body).toMatchObject({ found: 1, all: 10_001 });
  const all = await ofMany("words=hay");
  expect([all.body.found, all.body.consultations.length]).toEqual([10_000, 20]);
  const next = await ofMany(`words=hay&after=${all.body.nextAfter}`);
  expect(next.body.consultations.filter(({ id }) => all.body.consultations.some((one) => one.id === id))).toEqual([]);
});
