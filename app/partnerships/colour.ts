// A partnership's accent colour: whether it can be seen wherever it is used, what is written on it, the nearest shade that
// passes where it does not, and the style it becomes. Contrast as in the Web Content Accessibility Guidelines 2.2,
// definitions of "contrast ratio" and "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
import { fail, succeed, type Result } from "#app/shared/result.ts";

const ink = "#000000"; // because any paler ink leaves some middle greys below 4.5 to 1
const paper = "#ffffff";

/** What an accent is drawn on: the page and its foot, in the light and in the dark; as in the stylesheet. */
export const grounds = { page: "#ffffff", foot: "#f2f5f4", "dark-page": "#15191b", "dark-foot": "#1f2528" } as const;

/** The two colours of what has the focus; one of them stands out from any accent. */
const focusColours = ["#ffdd00", "#0b0c0c"] as const;

/** Text must reach this on its ground (1.4.3). */
const leastTextContrast = 4.5;
/** Parts of a page that are not text must reach this on theirs (1.4.11). */
export const leastPartContrast = 3;

type Rgb = readonly [red: number, green: number, blue: number];

function eachChannel([red, green, blue]: Rgb, change: (channel: number) => number): Rgb {
  return [change(red), change(green), change(blue)];
}

function write(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
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

/** From 1 (the same) to 21 (black on white); null when either is no colour. */
export function contrastRatio(one: string, other: string): number | null {
  const [first, second] = [readColour(one), readColour(other)];
  if (!first || !second) return null;
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever reads better on the colour: at least 4.5 to 1 on any colour there is. */
export function textOn(colour: string): string {
  const onInk = contrastRatio(colour, ink) ?? 0;
  const onPaper = contrastRatio(colour, paper) ?? 21;
  return onPaper >= leastTextContrast || onPaper >= onInk ? paper : ink;
}

/** The colour under a pointer, moved away from what is written on it so that that stays readable. */
export function hoverOf(colour: string): string {
  const away = textOn(colour) === paper ? 0 : 255;
  return write(eachChannel(readColour(colour) ?? [0, 0, 0], (channel) => Math.round(channel * 0.75 + away * 0.25)));
}

/**
 * The shade of the same hue nearest to the colour that passes, on its way to black (0) or white (255) in steps of one: its
 * channels keep the proportions of their distances from there. The colour itself where that passes.
 */
function nearestShade(colour: Rgb, end: 0 | 255, passes: (shade: string) => boolean): string {
  for (let step = 0; step < 255; step += 1) {
    const shade = write(eachChannel(colour, (channel) => Math.round(channel + ((end - channel) * step) / 255)));
    if (passes(shade)) return shade;
  }
  return end === 0 ? ink : paper;
}

function standsOutFrom(...on: string[]) {
  return (colour: string) => on.every((ground) => (contrastRatio(colour, ground) ?? 0) >= leastPartContrast);
}

/** The shade used for lines in the dark, where the accent itself may be as dark as the page. */
export function shadeForDark(colour: string): string {
  return nearestShade(readColour(colour) ?? [0, 0, 0], 255, standsOutFrom(grounds["dark-page"], grounds["dark-foot"]));
}

/** The nearest darker shade of the same hue that can be used; the colour itself where it can. */
export function nearestAccent(colour: string): string {
  return nearestShade(readColour(colour) ?? [0, 0, 0], 0, standsOutFrom(grounds.page, grounds.foot));
}

/** One use of an accent: what it measures and what it must. `colour` is the one used there, `on` what it is used on. */
export type AccentUse = {
  use: "text" | "hover" | "page" | "foot" | "dark-page" | "dark-foot" | "focus";
  colour: string;
  on: string;
  has: number;
  needs: number;
};

/** Every use of an accent, measured. Whatever the colour, those other than "page" and "foot" pass, by what is chosen for them. */
export function usesOf(colour: string): AccentUse[] {
  const [accent, text, hover, dark] = [write(readColour(colour) ?? [0, 0, 0]), textOn(colour), hoverOf(colour), shadeForDark(colour)];
  const use = (name: AccentUse["use"], one: string, on: string, needs: number): AccentUse => ({
    ...{ use: name, colour: one, on, needs },
    has: contrastRatio(one, on) ?? 1,
  });
  const [focus] = [...focusColours].sort((a, b) => (contrastRatio(b, accent) ?? 0) - (contrastRatio(a, accent) ?? 0));
  return [
    use("text", text, accent, leastTextContrast),
    use("hover", text, hover, leastTextContrast),
    use("focus", focus ?? ink, accent, leastPartContrast),
    use("page", accent, grounds.page, leastPartContrast),
    use("foot", accent, grounds.foot, leastPartContrast),
    use("dark-page", dark, grounds["dark-page"], leastPartContrast),
    use("dark-foot", dark, grounds["dark-foot"], leastPartContrast),
  ];
}

/** A ratio to one decimal, rounded down, so that "3.0" always means enough. */
export function writeRatio(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}

export type AccentProblem =
  | { kind: "not-a-colour" }
  /** Ratios as `writeRatio` gives them, and the nearest shade that can be used. */
  | { kind: "too-pale"; colour: string; has: number; needs: number; nearest: string };

/** The accent in its one spelling ("#1d5c63"), or what it lacks where it lacks most. */
export function checkAccent(written: string): Result<string, AccentProblem> {
  const read = readColour(written);
  if (!read) return fail({ kind: "not-a-colour" });
  const colour = write(read);
  const [worst] = usesOf(colour)
    .filter(({ has, needs }) => has < needs)
    .sort((a, b) => a.has - b.has);
  if (!worst) return succeed(colour);
  return fail({ kind: "too-pale", colour, has: writeRatio(worst.has), needs: worst.needs, nearest: nearestAccent(colour) });
}

/** Folkmoot's own accent, where a partnership has chosen none; as in the stylesheet. */
export const ownAccent = "#1d5c63";

/** Colours to choose from, each of which passes; the words are `settings:look.preset.<name>`. */
export const presets = {
  teal: "#0b6667",
  blue: "#1d4f91",
  violet: "#59408f",
  plum: "#7a2a63",
  brick: "#963a26",
  moss: "#4c5f1e",
  forest: "#1f6141",
  slate: "#44525c",
} as const;

export type Preset = keyof typeof presets;

/**
 * The rule of style that a partnership's pages carry: `--accent`, what is written on it, the accent under a pointer and as a
 * line, whose shade in the dark is lighter. Null, which leaves Folkmoot's own colours, without an accent or with one that does
 * not pass. `scope` narrows it to a part of a page.
 */
export function accentStyle(written: string | null | undefined, scope = ":root"): string | null {
  const key = `${scope} ${written ?? ""}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style = makeStyle(written ?? "", scope);
  if (styles.size > 500) styles.clear();
  styles.set(key, style);
  return style;
}

// because every page asks for the same few
const styles = new Map<string, string | null>();

function makeStyle(written: string, scope: string): string | null {
  const checked = checkAccent(written);
  if (!checked.ok) return null;
  const accent = checked.value;
  const light = `--accent:${accent};--accent-text:${textOn(accent)};--accent-hover:${hoverOf(accent)};--accent-line:${accent}`;
  return `${scope}{${light}}@media screen and (prefers-color-scheme:dark){${scope}{--accent-line:${shadeForDark(accent)}}}`;
}
