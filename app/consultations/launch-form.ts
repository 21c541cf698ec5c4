// What an editor fills in for the launch: whose rule the duration is measured by, and what is done about what falls short of it.
import type { Entries } from "#app/shared/edits.ts";
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage, plain } from "#app/shared/typed.ts";
import type { Consultation } from "./consultation.ts";
import { isProfile, type LaunchSettings } from "./launch-gate.ts";

/** A problem with an input; the words are `launch:wrong.<code>`. */
export type LaunchProblem = { input: string; code: "profile-missing" | "days-not-understood" | "too-long" | "no-language-left" };

const longestReason = 2000;
const mostDays = 5 * 366;

export const shorterInput = (language: Language) => `shorter-${language}`;
/** Says whether a language that is not complete is shown with English ("english") or not offered ("block"). */
export const languageInput = (language: Language) => `language-${language}`;

export const launchInputs = ["profile", "days", ...languages.map(shorterInput), "election", "residents", ...languages.map(languageInput)];

type Decided = Pick<Consultation, "partialLanguages" | "blockedLanguages">;

/** What is decided about each language, as it would be typed. */
export function decidedAsTyped({ partialLanguages, blockedLanguages }: Decided): Entries {
  const decided = (language: Language) => (partialLanguages.includes(language) ? "english" : blockedLanguages.includes(language) ? "block" : "");
  return Object.fromEntries(languages.map((language) => [languageInput(language), decided(language)]));
}

/** What was decided about these languages. */
export function readDecided(entries: Entries, asked: readonly Language[]): Decided {
  const decided = (how: "english" | "block") => asked.filter((language) => entries[languageInput(language)] === how);
  return { partialLanguages: decided("english"), blockedLanguages: decided("block") };
}

export function launchAsTyped(settings: LaunchSettings, decided: Decided): Entries {
  const { profile, minimumDays, shorterTimeReason, electionReason, asksResidents } = settings;
  return {
    ...{ profile: profile ?? "", days: minimumDays === null ? "" : String(minimumDays), election: electionReason ?? "", residents: asksResidents ? "yes" : "no" },
    ...Object.fromEntries(languages.map((language) => [shorterInput(language), shorterTimeReason?.[language] ?? ""])),
    ...decidedAsTyped(decided),
  };
}

export type LaunchChange = LaunchSettings & Pick<Consultation, "languages"> & Decided;

/** What was filled in; `asked` are the languages it says something about. Or what is wrong with it. */
export function readLaunch(
  entries: Entries,
  consultation: Pick<Consultation, "languages"> & Decided,
  asked: readonly Language[],
): Result<LaunchChange, LaunchProblem[]> {
  const problems: LaunchProblem[] = [];
  const typed = (input: string) => passage(entries[input] ?? "");
  const profile = entries["profile"];
  const days = plain(entries["days"] ?? "");
  if (!isProfile(profile)) problems.push({ input: "profile", code: "profile-missing" });
  const isDays = /^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= mostDays;
  if (profile === "custom" && !isDays) problems.push({ input: "days", code: "days-not-understood" });
  const reasons = languages.map((language) => [language, typed(shorterInput(language))] as const).filter(([, reason]) => reason !== "");
  for (const [language, reason] of reasons) if (reason.length > longestReason) problems.push({ input: shorterInput(language), code: "too-long" });
  const electionReason = typed("election");
  if (electionReason.length > longestReason) problems.push({ input: "election", code: "too-long" });
  const { partialLanguages: english, blockedLanguages: block } = readDecided(entries, asked);
  const offered = languages.filter((language) => (consultation.languages.includes(language) || english.includes(language)) && !block.includes(language));
  if (offered.length === 0) problems.push({ input: languageInput(asked[0] ?? "en"), code: "no-language-left" });
  if (problems.length > 0) return fail(problems);
  const keep = (stood: readonly Language[], added: readonly Language[]) =>
    languages.filter((language) => added.includes(language) || (stood.includes(language) && !asked.includes(language)));
  const shorterTimeReason: Text | null = reasons.length === 0 ? null : Object.fromEntries(reasons);
  return succeed({
    profile: isProfile(profile) ? profile : null,
    minimumDays: profile === "custom" ? Number(days) : null,
    ...{ shorterTimeReason, electionReason: electionReason === "" ? null : electionReason, asksResidents: entries["residents"] !== "no" },
    ...{ languages: offered, partialLanguages: keep(consultation.partialLanguages, english), blockedLanguages: keep(consultation.blockedLanguages, block) },
  });
}
