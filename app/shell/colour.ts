// A partnership's accent colour: whether it can be seen on the page, what is written on it, and the style it becomes.
// Contrast as in the Web Content Accessibility Guidelines 2.2, definitions of "contrast ratio" and "relative luminance":
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
import { fail, succeed, type Result } from "#app/shared/result.ts";

const ink = "#000000"; // because any paler ink leaves some middle greys below 4.5 to 1
const paper = "#ffffff";

/** What a partnership's accent must reach against the white page, as parts of a page that are not text must (1.4.11). */
export const leastAccentContrast = 3;

type Rgb = readonly [red: number, green: number, blue: number];

function eachChannel([red, green, blue]: Rgb, change: (channel: number) => number): Rgb {
  return [change(red), change(green), change(blue)];
}

/** "#1d5c63" or "1D5C63" as three numbers of 0 to 255; null when it is no six-digit hexadecimal colour. */
export function readColour(written: string): Rgb | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(written.trim())?.[1];
  if (digits === undefined) return null;
  const value = Number.parseInt(digits, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = eachChannel(colour, (channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** From 1 (the same) to 21 (black on white); null when either is no colour. */
export function contrastRatio(one: string, other: string): number | null {
  const [first, second] = [readColour(one), readColour(other)];
  return first && second ? contrast(first, second) : null;
}

/** Black or white, whichever reads better on the colour: at least 4.5 to 1 on any colour there is. */
export function textOn(colour: string): string {
  const onInk = contrastRatio(colour, ink) ?? 0;
  const onPaper = contrastRatio(colour, paper) ?? 21;
  return onPaper >= 4.5 || onPaper >= onInk ? paper : ink;
}

export type AccentProblem =
  | { kind: "not-a-colour" }
  /** Ratios to one decimal, the reached one rounded down, so that "3.0" always means enough. */
  | { kind: "too-pale"; has: number; needs: number };

/** The accent in its one spelling ("#1d5c63"), or the contrast it lacks against the white page. */
export function checkAccent(written: string): Result<string, AccentProblem> {
  const colour = readColour(written);
  if (!colour) return fail({ kind: "not-a-colour" });
  const has = contrast(colour, [255, 255, 255]);
  if (has < leastAccentContrast)
    return fail({ kind: "too-pale", has: Math.floor(has * 10) / 10, needs: leastAccentContrast });
  return succeed(write(colour));
}

/**
 * The one rule of style that a partnership's pages carry: `--accent`, what is written on it, and the accent under a pointer,
 * moved away from its text so that the text stays readable. Null, which leaves Folkmoot's own colours, without an accent or
 * with one that does not pass.
 */
export function accentStyle(written: string | null | undefined): string | null {
  const checked = checkAccent(written ?? "");
  if (!checked.ok) return null;
  const text = textOn(checked.value);
  const away = text === paper ? 0 : 255;
  const hover = eachChannel(readColour(checked.value) ?? [0, 0, 0], (channel) => Math.round(channel * 0.75 + away * 0.25));
  return `:root{--accent:${checked.value};--accent-text:${text};--accent-hover:${write(hover)}}`;
}

function write(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
