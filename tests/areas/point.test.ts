import fc from "fast-check";
import { expect, test } from "vitest";
import { readPoint, type Point } from "#app/areas/point.ts";

// The worked example of the Ordnance Survey's guide: TG 51409 13177 is 52°39′28.7″N 1°42′57.8″E in WGS 84.
test("a grid reference becomes a latitude and longitude to within a few metres", () => {
  expect(readPoint("TG 51409 13177")).toEqual({
    gridReference: "TG 51409 13177",
    latitude: expect.closeTo(52.65798, 4) as number,
    longitude: expect.closeTo(1.71605, 4) as number,
  });
});

test("a short grid reference means the middle of its square", () => {
  expect(readPoint("so 510 399")).toEqual({ ...(readPoint("SO 51050 39950") as Point), gridReference: "SO 510 399" });
});

test.each(["52.0565, -2.7150", "52.0565 −2.7150", "52.0565°N 2.7150°W", "2.7150 W, 52.0565 N", "52°03′23.4″N 2°42′54″W"])(
  "%s is read as a latitude and longitude",
  (typed) => {
    expect(readPoint(typed)).toEqual({
      latitude: expect.closeTo(52.0565, 6) as number,
      longitude: expect.closeTo(-2.715, 6) as number,
    });
  },
);

test("a point in France is outside", () => {
  expect(readPoint("48.8566, 2.3522")).toBe("outside");
});

test.each(["", "by the bridge", "SO 51 3", "SI 510 399", "52.1", "91, 0"])("%j is no point", (typed) => {
  expect(readPoint(typed)).toBe("not-understood");
});

test("nothing that is typed makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void readPoint(typed)));
});
