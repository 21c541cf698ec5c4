// The device of a session in plain words, as far as its browser tells.

export const browsers = ["edge", "opera", "samsung", "firefox", "chrome", "safari"] as const;
export const systems = ["windows", "android", "ios", "mac", "chromeos", "linux"] as const;
export type Device = { browser: (typeof browsers)[number] | null; system: (typeof systems)[number] | null };

// The order matters, because most say that they are several.
const signsOfBrowsers: [(typeof browsers)[number], RegExp][] = [
  ["edge", /\bEdg(e|A|iOS)?\//],
  ["opera", /\bOPR\//],
  ["samsung", /\bSamsungBrowser\//],
  ["firefox", /\b(Firefox|FxiOS)\//],
  ["chrome", /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ["safari", /\bSafari\//],
];
const signsOfSystems: [(typeof systems)[number], RegExp][] = [
  ["windows", /\bWindows\b/],
  ["android", /\bAndroid\b/],
  ["ios", /\b(iPhone|iPad|iPod)\b/],
  ["mac", /\bMac OS X\b/],
  ["chromeos", /\bCrOS\b/],
  ["linux", /\bLinux\b/],
];

const first = <Name extends string>(signs: [Name, RegExp][], text: string) => signs.find(([, sign]) => sign.test(text))?.[0] ?? null;

/** From the User-Agent header. */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? "").slice(0, 500);
  return { browser: first(signsOfBrowsers, text), system: first(signsOfSystems, text) };
}

/** How it is kept: the two names, "-" for what was not told. */
export function writeDevice({ browser, system }: Device): string {
  return `${browser ?? "-"} ${system ?? "-"}`;
}

export function readDevice(kept: string | null): Device {
  const [browser, system] = (kept ?? "").split(" ");
  return { browser: browsers.find((one) => one === browser) ?? null, system: systems.find((one) => one === system) ?? null };
}
