// A body's safeguards as a form types them: which it keeps to, what is set about each, and who agreed that.
import { isSafeguardCode, readSetting, settingOf, usualSettings, type Adopted, type SafeguardCode, type SafeguardSettings } from "#app/bodies/safeguard.ts";
import type { Entries } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line } from "#app/shared/typed.ts";
import { readAuthority, type Problem } from "./delegation.ts";

type Adopting = { wanted: Map<SafeguardCode, Partial<SafeguardSettings>>; decisionId: string | null; agreedNote: string | null };

/** What was typed; or what is wrong with it. Codes that the body cannot adopt are left out. */
export function readAdopting(entries: Entries, { codes, decisionIds }: { codes: readonly SafeguardCode[]; decisionIds: readonly string[] }): Result<Adopting, Problem[]> {
  const problems: Problem[] = [];
  const wanted: Adopting["wanted"] = new Map();
  for (const code of (entries.code ?? "").split(" ").filter(isSafeguardCode)) {
    if (!codes.includes(code)) continue;
    const set = readSetting(code, line(entries[`set-${code}`] ?? ""));
    if (set === null) problems.push({ field: `set-${code}`, code: "setting" });
    else wanted.set(code, set);
  }
  const authority = readAuthority(entries, decisionIds, problems);
  return problems.length > 0 ? fail(problems) : succeed({ wanted, ...authority });
}

/** What a body keeps to, as it would be typed. */
export function adoptedAsTyped({ codes, settings }: Adopted): Entries {
  const set = Object.entries(settingOf).map(([code, name]) => {
    const value = (codes.includes(code as SafeguardCode) ? settings : usualSettings)[name];
    return [`set-${code}`, typeof value === "boolean" ? (value ? "yes" : "no") : String(value)];
  });
  return { code: codes.join(" "), ...Object.fromEntries(set), agreed: "", agreedNote: "" };
}
