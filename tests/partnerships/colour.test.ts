import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  accentStyle,
  checkAccent,
  contrastRatio,
  grounds,
  hoverOf,
  leastPartContrast,
  nearestAccent,
  ownAccent,
  presets,
  readColour,
  shadeForDark,
  textOn,
  usesOf,
  writeRatio,
} from "#app/partnerships/colour.ts";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** The three channels of 0 to 255. */
function channelsOf(colour: string): number[] {
  return [...(readColour(colour) ?? [])];
}

test("black on white is 21 to 1 and a colour on itself is 1 to 1, whichever comes first", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastRatio("#ffffff", "#000000")).toBeCloseTo(21);
  expect(contrastRatio("#1d5c63", "1D5C63")).toBe(1);
});

test("the grey #767676 is the palest that passes on white as text, and #949494 as what is not text", () => {
  expect(contrastRatio("#767676", "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio("#777777", "#ffffff")).toBeLessThan(4.5);
  expect(contrastRatio("#949494", "#ffffff")).toBeGreaterThanOrEqual(3);
  expect(contrastRatio("#959595", "#ffffff")).toBeLessThan(3);
});

test("pure red, green and blue have the luminance that WCAG gives their channels", () => {
  // [relative luminance] L = 0.2126 * R + 0.7152 * G + 0.0722 * B, and contrast with black is (L + 0.05) / 0.05
  expect(contrastRatio("#ff0000", "#000000")).toBeCloseTo((0.2126 + 0.05) / 0.05);
  expect(contrastRatio("#00ff00", "#000000")).toBeCloseTo((0.7152 + 0.05) / 0.05);
  expect(contrastRatio("#0000ff", "#000000")).toBeCloseTo((0.0722 + 0.05) / 0.05);
});

test("what is written on any colour reads at 4.5 to 1 or better, under a pointer too", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(contrastRatio(colour, textOn(colour))).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(hoverOf(colour), textOn(colour))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("whatever the colour, all but the white page and its foot are taken care of: text, pointer, focus and the dark", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const lacking = usesOf(colour).filter(({ has, needs }) => has < needs);
      expect(lacking.filter(({ use }) => use !== "page" && use !== "foot")).toEqual([]);
      expect(checkAccent(colour).ok).toBe(lacking.length === 0);
    }),
  );
});

test("an accent that cannot be seen on a white page is refused, told what it lacks and which shade would do", () => {
  expect(checkAccent("#FFDD00")).toEqual({
    ok: false,
    problem: { kind: "too-pale", colour: "#ffdd00", has: 1.2, needs: 3, nearest: "#a38d00" },
  });
  expect(checkAccent(" 7A1F5C ")).toEqual({ ok: true, value: "#7a1f5c" });
});

test("a ratio is rounded down, so that one just short never reads as enough", () => {
  expect(writeRatio(2.999)).toBe(2.9);
  expect(writeRatio(3)).toBe(3);
});

test("what is no colour is refused", () => {
  for (const written of ["", "red", "#12", "#12345g", "#1234567", "url(x)"])
    expect(checkAccent(written)).toEqual({ ok: false, problem: { kind: "not-a-colour" } });
});

test("the shade offered passes, has the same hue, and no shade of it that is nearer would pass", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const offered = nearestAccent(colour);
      expect(checkAccent(offered)).toEqual({ ok: true, value: offered });
      if (offered === colour) return;
      expect(checkAccent(colour).ok).toBe(false);
      const [before, after] = [channelsOf(colour), channelsOf(offered)];
      // Of one hue: the channels keep their proportions, to within the rounding of each.
      const share = Math.max(...after) / Math.max(...before);
      for (const [index, channel] of after.entries()) expect(Math.abs(channel - before[index]! * share)).toBeLessThan(1.5);
      // Nothing nearer: two steps of 255 back towards the colour it fails; one could be the same after rounding.
      const stronger = (Math.max(...after) + 2) / Math.max(...before);
      const nearer = before.map((channel) => Math.min(255, Math.round(channel * stronger)).toString(16).padStart(2, "0"));
      expect(checkAccent(nearer.join("")).ok).toBe(false);
    }),
  );
});

test("in the dark a line is the same hue, light enough", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const shade = shadeForDark(colour);
      for (const on of [grounds["dark-page"], grounds["dark-foot"]]) {
        expect(contrastRatio(shade, on)).toBeGreaterThanOrEqual(leastPartContrast);
      }
      const [before, after] = [channelsOf(colour), channelsOf(shade)].map((channels) => channels.map((channel) => 255 - channel));
      const share = Math.max(...after!) / Math.max(1, ...before!);
      for (const [index, channel] of after!.entries()) expect(Math.abs(channel - before![index]! * share)).toBeLessThan(1.5);
    }),
  );
});

test("no accent, or one that does not pass, leaves Folkmoot's own colours", () => {
  for (const written of [null, "#ffdd00", "}</style><script>"]) expect(accentStyle(written)).toBeNull();
});

test("every colour to choose from passes", () => {
  for (const colour of Object.values(presets)) expect(checkAccent(colour)).toEqual({ ok: true, value: colour });
});

test("what is measured against is what the stylesheet draws, and Folkmoot's own accent is used as any other", () => {
  const read = (file: string) => readFileSync(`app/shell/styles/_${file}.scss`, "utf8");
  const [light, dark, govuk] = [read("page-frame"), read("dark"), read("govuk")];
  const valueIn = (css: string, name: string) => new RegExp(`${name}"?: (#\\w{6})`).exec(css)?.[1] ?? "";
  const own = valueIn(light, "--accent");
  expect(own).toBe(ownAccent);
  expect(checkAccent(own).ok).toBe(true);
  expect(valueIn(light, "--accent-text")).toBe(textOn(own));
  expect(valueIn(light, "--accent-hover")).toBe(hoverOf(own));
  expect(valueIn(light, "--accent-line")).toBe(own);
  expect(valueIn(dark, "--accent-line")).toBe(shadeForDark(own));
  expect(valueIn(govuk, "surface-background")).toBe(grounds.foot);
  expect(valueIn(dark, "--govuk-body-background-colour")).toBe(grounds["dark-page"]);
  expect(valueIn(dark, "--govuk-surface-background-colour")).toBe(grounds["dark-foot"]);
});
