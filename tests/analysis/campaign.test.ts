import fc from "fast-check";
import { expect, test } from "vitest";
import { isSearching, piecesOf, placesIn, sameAs, templateIn, threeCounts } from "#app/analysis/campaign.ts";

test("a campaign counts once among the unique, and with everybody among all", () => {
  expect(threeCounts({ all: 812, campaign: 300, campaigns: 2 })).toEqual({ all: 812, unique: 514, campaign: 300 });
  expect(threeCounts({ all: 5, campaign: 0, campaigns: 0 })).toEqual({ all: 5, unique: 5, campaign: 0 });
});

test("the pieces of a text are the text, whatever was added where", () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.nat(60), { maxLength: 8 }), (text, places) => {
      const edges = places.filter((place) => place <= text.length).sort((a, b) => a - b);
      const spans = edges.flatMap((start, at) => (at % 2 === 0 && at + 1 < edges.length ? [{ start, end: edges[at + 1]! }] : []));
      const pieces = piecesOf(text, spans);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      expect(pieces.filter(({ isOwn }) => isOwn).map((piece) => piece.text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
    }),
  );
});

test("a template has no words that only its exemplar says", () => {
  expect(templateIn("I am Mair. Keep the library open!", [{ start: 0, end: 9 }])).toBe("…. Keep the library open!");
});

test("a campaign is the one it was in the set before when more than half of the smaller is in both", () => {
  const before = [{ members: new Set(["a", "b", "c", "d"]), name: "first" }, { members: new Set(["x", "y", "z"]), name: "second" }];
  expect(sameAs(["a", "b", "c", "n", "m", "o"], before)?.name).toBe("first");
  expect(sameAs(["z", "y", "a"], before)?.name).toBe("second");
  expect(sameAs(["a", "b", "n", "m"], before)).toBeNull();
  expect(sameAs(["n"], [])).toBeNull();
});

test("a search that has been silent for five minutes is not under way", () => {
  const toldAt = new Date("2026-03-03T10:00:00Z");
  const search = { toldAt, done: 1, of: 3, finishedAt: null };
  expect(isSearching(search, new Date("2026-03-03T10:04:59Z"))).toBe(true);
  expect(isSearching(search, new Date("2026-03-03T10:05:00Z"))).toBe(false);
  expect(isSearching({ ...search, finishedAt: toldAt }, toldAt)).toBe(false);
});

test("with each campaign once as many are left as the three counts tell, and without them none of theirs", () => {
  const response = fc.record({ campaign: fc.constantFrom(null, null, "c1", "c2", "c3"), hasAnswer: fc.boolean() });
  fc.assert(
    fc.property(fc.array(response, { maxLength: 40 }), (given) => {
      const places = Uint32Array.from(given.keys());
      const campaignAt = new Map(given.flatMap(({ campaign }, place) => (campaign === null ? [] : [[place, campaign] as const])));
      const hasAnswer = (place: number) => given[place]!.hasAnswer;
      const answered = (view: "all" | "unique" | "without") => placesIn(view, places, campaignAt, hasAnswer).filter(hasAnswer);
      const theirs = given.filter(({ campaign, hasAnswer: said }) => campaign !== null && said);
      const counts = threeCounts({ all: given.filter((one) => one.hasAnswer).length, campaign: theirs.length, campaigns: new Set(theirs.map(({ campaign }) => campaign)).size });
      expect([answered("all").length, answered("unique").length, answered("without").length]).toEqual([counts.all, counts.unique, counts.all - counts.campaign]);
      expect([...placesIn("without", places, campaignAt, hasAnswer)]).toEqual([...places].filter((place) => !campaignAt.has(place)));
    }),
  );
});
