import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentStyle, checkAccent, contrastRatio, textOn } from "#app/shell/colour.ts";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("black on white is 21 to 1 and a colour on itself is 1 to 1, whichever comes first", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastRatio("#ffffff", "#000000")).toBeCloseTo(21);
  expect(contrastRatio("#1d5c63", "1D5C63")).toBe(1);
});

test("the grey #767676 is the palest that passes on white as text", () => {
  expect(contrastRatio("#767676", "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio("#777777", "#ffffff")).toBeLessThan(4.5);
});

test("what is written on any colour reads at 4.5 to 1 or better", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(contrastRatio(colour, textOn(colour))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("an accent that cannot be seen on a white page is refused, and is told what it lacks", () => {
  expect(checkAccent("#ffdd00")).toEqual({ ok: false, problem: { kind: "too-pale", has: 1.3, needs: 3 } });
  expect(checkAccent(" 7A1F5C ")).toEqual({ ok: true, value: "#7a1f5c" });
});

test("what is no colour is refused", () => {
  for (const written of ["", "red", "#12", "#12345g", "#1234567", "url(x)"])
    expect(checkAccent(written)).toEqual({ ok: false, problem: { kind: "not-a-colour" } });
});

test("no accent, or one that does not pass, leaves Folkmoot's own colours", () => {
  for (const written of [null, "#ffdd00", "}</style><script>"]) expect(accentStyle(written)).toBeNull();
});

test("Folkmoot's own accent passes as any other must", () => {
  const [, own = ""] = /--accent: (#\w{6});/.exec(readFileSync("app/shell/styles/_page-frame.scss", "utf8")) ?? [];
  expect(checkAccent(own).ok).toBe(true);
});

test("a button under a pointer still reads", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const style = accentStyle(colour);
      fc.pre(style !== null);
      const [, text = ""] = /--accent-text:(#\w{6})/.exec(style) ?? [];
      const [, hover = ""] = /--accent-hover:(#\w{6})/.exec(style) ?? [];
      expect(contrastRatio(text, hover)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
