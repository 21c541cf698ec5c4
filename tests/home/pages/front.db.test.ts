import { beforeAll, expect, test } from "vitest";
import { loader as front } from "#app/home/pages/front.tsx";
import { loader as partnershipPage } from "#app/home/pages/partnership.tsx";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { buildConsultation, buildPartnership } from "#tests/support/factories.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

const now = new Date("2026-06-15T10:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);

type Shown = { title: { en?: string } };
type Page = { title: string; open: Shown[]; toCome: Shown[]; closed: Shown[]; isMoreOpen: boolean; below: { slug: string }[]; listed: { slug: string; below: { slug: string }[] }[] };

const titles = (shown: Shown[]) => shown.map(({ title }) => title.en);
const pageOf = (partnership: { slug: string }) =>
  answerOf<Page>(partnershipPage(argsOf(get(`/${partnership.slug}`), { now, params: { partnership: partnership.slug } })));

let county: Partnership;
let district: Partnership;
let parish: Partnership;
let elsewhere: Partnership;

beforeAll(async () => {
  county = await buildPartnership();
  district = await buildPartnership({ parentId: county.id, tier: "district" });
  parish = await buildPartnership({ parentId: district.id, tier: "parish" });
  elsewhere = await buildPartnership();
  const build = (partnership: Partnership, en: string, opensAt: Date | null, closesAt: Date | null, publishedAt: Date | null = day(-400)) =>
    buildConsultation({ partnership, title: { en }, opensAt, closesAt, publishedAt });
  await build(county, "County, closes later", day(-10), day(20));
  await build(parish, "Parish, closes first", day(-10), day(2));
  await build(district, "District, to come", day(3), day(30));
  await build(county, "County, closed lately", day(-60), day(-5));
  await build(county, "County, closed long ago", day(-390), day(-300));
  await build(county, "County, not published", null, null, null);
  await build(elsewhere, "Elsewhere", day(-1), day(40));
});

test("a partnership's page shows what can be answered there and below it, what closes first first", async () => {
  const { body } = await pageOf(county);
  expect(titles(body.open)).toEqual(["Parish, closes first", "County, closes later"]);
  expect(titles(body.toCome)).toEqual(["District, to come"]);
  expect(titles(body.closed)).toEqual(["County, closed lately"]);
  expect(body.below.map(({ slug }) => slug)).toEqual([district.slug]);
});

test("a parish does not show what is asked above it", async () => {
  const { body } = await pageOf(parish);
  expect(titles(body.open)).toEqual(["Parish, closes first"]);
  expect(body.title).toBe("Marlshire Partnership - Folkmoot");
});

test("a partnership that is not there is a 404", async () => {
  expect((await pageOf({ slug: "nowhere" })).status).toBe(404);
});

test("the page is kept until the next opening or closing, and dropped when any partnership it tells of changes", async () => {
  const kept = (await pageOf(county)).headers.get("X-Folkmoot-Keep") ?? "";
  expect(kept.split(" ")[0]?.split(",").sort()).toEqual([county.id, district.id, parish.id].sort());
});

test("the front page shows what is open anywhere, and partnerships of two levels", async () => {
  const { body } = await answerOf<Page>(front(argsOf(get("/"), { now })));
  expect(titles(body.open)).toEqual(["Parish, closes first", "County, closes later", "Elsewhere"]);
  expect(body.listed.find(({ slug }) => slug === county.slug)?.below.map(({ slug }) => slug)).toEqual([district.slug]);
  expect(body.isMoreOpen).toBe(false);
});

test("the front page says when more is open than it shows", async () => {
  for (let count = 0; count < 8; count += 1) await buildConsultation({ partnership: elsewhere, opensAt: day(-1), closesAt: day(50) });
  const { body } = await answerOf<Page>(front(argsOf(get("/"), { now })));
  expect([body.open.length, body.isMoreOpen]).toEqual([10, true]);
});
