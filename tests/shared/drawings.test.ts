import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Filling } from "#app/shared/context.ts";
import {
  asBlanks,
  asksForSameDrawing,
  bodyOf,
  bodyOfDrawing,
  drawingKey,
  fill,
  findDrawing,
  keepDrawing,
  sameDrawing,
} from "#app/shared/drawings.server.ts";

const context = (): { filling?: Filling } => ({});
const kept = (html: string) => {
  const key = drawingKey(html);
  keepDrawing(key, html, [["Content-Type", "text/html"]]);
  keepDrawing(key, html, [["Content-Type", "text/html"]]);
  return findDrawing(key)!;
};

describe("a drawing that is kept", () => {
  it("reads the same to everybody but for its blanks, compressed or not", () => {
    const text = fc.string({ unit: "binary", maxLength: 2000 });
    fc.assert(
      fc.property(text, text, text, text, text, (before, between, after, draft, saved) => {
        const drawnIn = asBlanks(context(), { draft: "", saved: "" });
        const html = `${before}${drawnIn.draft}${between}${drawnIn.saved}${after}`;
        const filled = Buffer.from(fill(html, { draft, saved }));
        const drawing = kept(html);
        expect(bodyOfDrawing(drawing, { draft, saved }, false)).toEqual(filled);
        expect(gunzipSync(bodyOfDrawing(drawing, { draft, saved }, true))).toEqual(filled);
        expect(gunzipSync(bodyOf(filled.toString(), true)).toString()).toBe(filled.toString());
      }),
    );
  });

  it("is not kept when it was made but once", () => {
    const key = drawingKey("once");
    keepDrawing(key, "<p>once</p>", []);
    expect(findDrawing(key)).toBeUndefined();
  });

  it("is another for every difference in what it was drawn from", () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (one, other) => {
        expect(drawingKey("en", "/a", JSON.parse(one)) === drawingKey("en", "/a", JSON.parse(other))).toBe(
          JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other)),
        );
      }),
    );
  });
});

describe("a blank", () => {
  it("is filled in with what cannot end an attribute or begin a tag", () => {
    const drawnIn = asBlanks(context(), { draft: "" });
    expect(fill(`<form data-keep="${drawnIn.draft}">`, { draft: `"><script>&` })).toBe(`<form data-keep="&quot;>&lt;script>&amp;">`);
  });

  it("gives its values to the answer it is made for", () => {
    const answer = context();
    asBlanks(answer, { draft: "d1" });
    asBlanks(answer, { saved: "s1" });
    expect(answer.filling).toEqual({ draft: "d1", saved: "s1" });
  });

  it("cannot be written by somebody who types", () => {
    expect(fill("<p>[draft] [:draft] [x:draft]</p>", { draft: "d1" })).toBe("<p>[draft] [:draft] [x:draft]</p>");
  });
});

it("a loader asks for its drawing to be kept by a header of its own", () => {
  expect(asksForSameDrawing({ headers: sameDrawing })).toBe(true);
  expect(asksForSameDrawing({ headers: {} })).toBe(false);
  expect(asksForSameDrawing(undefined)).toBe(false);
});
