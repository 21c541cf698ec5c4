// The twelve safeguards that a smaller group may have adopted, so that what it decides stays the partnership's: their codes,
// and what can be set about each. What they come to for a decision is in decisions/safeguards.ts.
// Source: Local Government Association guidance on making decisions in a partnership; the numbers are ours.
import { z } from "zod";

/** The words are `decisions:safeguard.<code>.name` and `.text`. */
export const safeguardCodes = [
  ...(["SG01", "SG02", "SG03", "SG04", "SG05", "SG06"] as const),
  ...(["SG07", "SG08", "SG09", "SG10", "SG11", "SG12"] as const),
] as const;
export type SafeguardCode = (typeof safeguardCodes)[number];

export function isSafeguardCode(value: unknown): value is SafeguardCode {
  return safeguardCodes.some((code) => code === value);
}

/** Those about a smaller group and the whole it belongs to: the full partnership itself cannot adopt them. */
const ofSmallerGroups: readonly SafeguardCode[] = ["SG01", "SG02", "SG03", "SG04", "SG08", "SG12"];

/** The safeguards that a body can adopt. */
export function adoptable({ isFull }: { isFull: boolean }): SafeguardCode[] {
  return safeguardCodes.filter((code) => !isFull || !ofSmallerGroups.includes(code));
}

/** How a disagreement ends. */
export const disputeRoutes = ["mediation", "full-partnership-final"] as const;
export type DisputeRoute = (typeof disputeRoutes)[number];

const settingsSchema = z.object({
  /** [SG03] Whether somebody who abstains keeps a decision from being unanimous. */
  abstentionsCount: z.boolean(),
  /** [SG04] Working days after a decision in which a member may still stop it. */
  vetoInDays: z.int().min(0).max(20),
  /** [SG07] Working days after a decision in which all partners are told. */
  noticeInDays: z.int().min(1).max(20),
  /** [SG10] Emergency items in a calendar year. */
  emergenciesAYear: z.int().min(0).max(52),
  /** [SG12] */
  route: z.enum(disputeRoutes),
});

export type SafeguardSettings = z.infer<typeof settingsSchema>;
type SettingName = keyof SafeguardSettings;

/** What can be set about a safeguard. */
export const settingOf: Partial<Record<SafeguardCode, SettingName>> = {
  ...{ SG03: "abstentionsCount", SG04: "vetoInDays", SG07: "noticeInDays", SG10: "emergenciesAYear", SG12: "route" },
};

/** What a body has adopted; whatever was not set is as it usually is. */
export type Adopted = { codes: SafeguardCode[]; settings: SafeguardSettings };

export const usualSettings: SafeguardSettings = {
  ...{ abstentionsCount: true, vetoInDays: 2, noticeInDays: 2, emergenciesAYear: 3, route: "mediation" },
};

/** The safeguards in force, out of what is stored of each. */
export function readAdopted(rows: readonly { code: string; settings: unknown }[]): Adopted {
  const known = rows.filter(({ code }) => isSafeguardCode(code));
  const set = known.map(({ settings }) => settingsSchema.partial().catch({}).parse(settings));
  const codes = safeguardCodes.filter((code) => known.some((row) => row.code === code));
  return { codes, settings: Object.assign({}, usualSettings, ...set) };
}

/** What is stored of the setting of one safeguard; null where what was typed is out of bounds. */
export function readSetting(code: SafeguardCode, typed: string): Partial<SafeguardSettings> | null {
  const name = settingOf[code];
  if (name === undefined) return {};
  const value = name === "abstentionsCount" ? typed === "yes" : name === "route" ? typed : /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;
  const read = settingsSchema.shape[name].safeParse(value);
  return read.success ? { [name]: read.data } : null;
}
