// The settings of another program's form: those carried over, those that make no difference here, and those that are listed.
import { partsOf, shortly, type Parts } from "./foreign-form.ts";
import type { ReasonCode } from "./left-out.ts";

/** "carried": what it asks for is carried over or listed by what reads it. "same": nobody asked would notice it gone. */
export type Fate = "carried" | "same" | ReasonCode;
export type Fates = Readonly<Record<string, Fate>>;

/** The same fate for each of these settings. */
export function each<Name extends string>(fate: Fate, ...names: Name[]): Record<Name, Fate> {
  return Object.fromEntries(names.map((name) => [name, fate])) as Record<Name, Fate>;
}

/** Whether a setting says anything. */
export function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.values(partsOf(value)).some(isSet);
  return value !== undefined && value !== null && value !== "" && value !== false;
}

/** Lists every setting that is to be listed, and every one that nobody here has heard of; a reason once. */
export function tellOfSettings(parts: Parts, fates: Fates, tell: (code: ReasonCode, values: { name: string }) => void, says: (value: unknown) => boolean = isSet): void {
  const told = new Set<ReasonCode>();
  for (const [name, value] of Object.entries(parts)) {
    if (!says(value)) continue;
    const fate = Object.hasOwn(fates, name) ? (fates[name] ?? "same") : "setting-unknown";
    if (fate === "carried" || fate === "same" || (told.has(fate) && fate !== "setting-unknown")) continue;
    told.add(fate);
    tell(fate, { name: shortly(name) });
  }
}
