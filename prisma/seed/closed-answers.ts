// How residents answer the closed consultation: where and how old somebody is tells a good deal, and never everything.
import type { Answers } from "#app/forms/answer.ts";
import type { Area } from "./closed-consultation.ts";
import type { Chance } from "./random.ts";
import { ageBands, type Resident } from "./residents.ts";
import type { speakerWith } from "./sentences.ts";
import type { Theme } from "./words/bank.ts";

type Speaker = ReturnType<typeof speakerWith>;

const isVillage = ({ kinds }: Resident) => kinds.includes("village");
const yearsOf = ({ age }: Resident) => ageBands.indexOf(age);

const usualConcerns: Record<Theme, number> = {
  ...{ buses: 9, surgery: 10, flooding: 3, hedges: 3, youth: 5, pavements: 5, speeding: 4, market: 5, comfort: 4 },
};
const concernsIn: Record<Area, Partial<Record<Theme, number>>> = {
  "town-centre": { market: 14, comfort: 8, pavements: 9, flooding: 5, hedges: 0 },
  millbrook: { surgery: 17, youth: 12, pavements: 8, speeding: 6, hedges: 1, flooding: 4 },
  eastgate: { buses: 14, youth: 8, surgery: 12, speeding: 6, hedges: 0 },
  "castle-hill": { pavements: 12, comfort: 7, surgery: 8, youth: 2, hedges: 2 },
  hartwell: { buses: 12, hedges: 8, speeding: 8, market: 2 },
  craswick: { flooding: 22, hedges: 10, buses: 10, pavements: 1, market: 1, comfort: 1 },
  brockley: { flooding: 18, buses: 11, hedges: 8, surgery: 13, market: 1, comfort: 1 },
  elsewhere: { market: 8 },
};

function concernsOf(resident: Resident): Record<Theme, number> {
  const concerns = { ...usualConcerns, ...concernsIn[resident.area] };
  if (resident.kinds.includes("young")) return { ...concerns, youth: concerns.youth * 4 + 6, buses: concerns.buses * 1.6, surgery: 4 };
  if (resident.kinds.includes("older")) return { ...concerns, youth: concerns.youth * 0.3, surgery: concerns.surgery * 1.4, comfort: concerns.comfort * 1.5 };
  if (resident.isParent) return { ...concerns, youth: concerns.youth * 1.8, speeding: concerns.speeding * 1.6 };
  return concerns;
}

const budgetOf: Record<Theme, string> = {
  ...{ buses: "buses", surgery: "health", flooding: "drains", hedges: "drains", youth: "youth" },
  ...{ pavements: "streets", speeding: "streets", market: "town", comfort: "town" },
};

/** Somebody's answers, with the holes that people leave. */
export function answersToClosed(chance: Chance, resident: Resident, speaker: Speaker): Answers {
  const concerns = concernsOf(resident);
  const theme = chance.weighted(concerns);
  // Those who write on paper leave less out.
  const fills = (likelihood: number) => chance.happens(resident.channel === "online" ? likelihood : Math.min(1, likelihood + 0.08));
  const answers: Answers = {};
  if (fills(0.96)) answers.area = { option: resident.area };
  Object.assign(answers, busAnswers(chance, resident, speaker, fills));
  Object.assign(answers, helpAnswers(chance, resident, speaker, fills));
  Object.assign(answers, laneAnswers(chance, resident, fills));
  if (fills(0.68)) answers.spend = shareOut(chance, concerns);
  if (fills(0.74)) answers["one-thing"] = speaker.oneThing(resident, theme);
  if (fills(0.27)) answers["anything-else"] = speaker.anythingElse(resident);
  return answers;
}

type Fills = (likelihood: number) => boolean;

function busAnswers(chance: Chance, resident: Resident, speaker: Speaker, fills: Fills): Answers {
  const answers: Answers = {};
  const years = yearsOf(resident);
  const use = chance.weighted(
    years <= 1 ? { "most-days": 34, weekly: 28, monthly: 14, rarely: 14, never: 10 }
    : years <= 3 ? { "most-days": 12, weekly: 16, monthly: 16, rarely: 26, never: 30 }
    : years <= 5 ? { "most-days": 8, weekly: 14, monthly: 18, rarely: 30, never: 30 }
    : years <= 7 ? { "most-days": 16, weekly: 34, monthly: 20, rarely: 16, never: 14 }
    : { "most-days": 8, weekly: 30, monthly: 14, rarely: 18, never: 30 },
  );
  const often = isVillage(resident) && use === "most-days" && chance.happens(0.6) ? "weekly" : use;
  if (fills(0.95)) answers["bus-use"] = { option: often };
  if (answers["bus-use"] && often !== "most-days" && fills(0.86)) answers["bus-more"] = wantsOf(chance, resident, often);
  if (fills(0.88)) {
    const level = chance.weighted(
      years <= 1 ? { "strongly-agree": 45, agree: 30, neither: 10, disagree: 7, "strongly-disagree": 3, "do-not-know": 5 }
      : years <= 5 ? { "strongly-agree": 27, agree: 31, neither: 16, disagree: 13, "strongly-disagree": 6, "do-not-know": 7 }
      : { "strongly-agree": 8, agree: 16, neither: 16, disagree: 29, "strongly-disagree": 22, "do-not-know": 9 },
    );
    const side = level.includes("disagree") ? "disagree" : level.includes("agree") ? "agree" : "neither";
    const says = fills(side === "neither" ? 0.2 : 0.42);
    answers["bus-seven"] = { level, ...(says && { reasons: speaker.laterBus(resident, side) }) };
  }
  return answers;
}

function wantsOf(chance: Chance, resident: Resident, often: string): { options: string[]; other?: string } {
  const years = yearsOf(resident);
  if (often === "never" && chance.happens(0.45)) return { options: ["none"] };
  const likelihoods: Record<string, number> = {
    later: years <= 5 ? 0.5 : 0.14,
    reliable: 0.62,
    cheaper: years >= 6 ? 0.06 : 0.4,
    sunday: isVillage(resident) ? 0.46 : 0.26,
    shelters: years >= 6 ? 0.5 : 0.2,
    surgery: years >= 6 || resident.area === "millbrook" ? 0.44 : 0.2,
    other: 0.06,
  };
  const options = Object.keys(likelihoods).filter((id) => chance.happens(likelihoods[id] ?? 0));
  if (options.length === 0) return { options: ["reliable"] };
  const other = { en: ["Room for a bicycle", "A bus that fits my shifts", "Somewhere to lock my bike at the stop"], cy: ["Lle i feic"], ur: ["سٹاپ پر روشنی"] };
  return options.includes("other") ? { options, other: chance.pick(other[resident.language]) } : { options };
}

function helpAnswers(chance: Chance, resident: Resident, speaker: Speaker, fills: Fills): Answers {
  const answers: Answers = {};
  const years = yearsOf(resident);
  const ease: Record<Area, number> = {
    ...{ "town-centre": 2.5, millbrook: 1.8, eastgate: 2, "castle-hill": 2.9 },
    ...{ hartwell: 3.3, craswick: 2.1, brockley: 1.9, elsewhere: 2.8 },
  };
  if (fills(0.93)) {
    const mean = ease[resident.area] + (years >= 6 ? 0.35 : 0) - (resident.isParent ? 0.2 : 0);
    answers.surgery = Math.min(5, Math.max(1, Math.round(chance.around(mean, 1.1))));
  }
  if (fills(0.9)) {
    const nearTheClub = resident.area === "castle-hill";
    const view = chance.weighted(
      years <= 1 ? { yes: 88, no: 3, unsure: 9 }
      : resident.isParent ? { yes: 80, no: 8, unsure: 12 }
      : nearTheClub ? { yes: 44, no: 34, unsure: 22 }
      : isVillage(resident) ? { yes: 52, no: 21, unsure: 27 }
      : { yes: 63, no: 14, unsure: 23 },
    );
    answers["youth-club"] = view;
    if (view !== "unsure" && fills(0.36)) answers["youth-why"] = speaker.youthClub(resident, view);
  }
  return answers;
}

const upkeepIn = (resident: Resident): Record<string, Record<string, number>> => {
  const village = isVillage(resident);
  const remote = resident.area === "craswick" || resident.area === "brockley";
  return {
    drains: remote ? { well: 3, fairly: 17, badly: 80 } : village ? { well: 10, fairly: 40, badly: 48, "not-here": 2 } : { well: 22, fairly: 49, badly: 29 },
    hedges: village ? { well: 14, fairly: 38, badly: 48 } : { well: 30, fairly: 44, badly: 14, "not-here": 12 },
    pavements: village ? { well: 8, fairly: 22, badly: 34, "not-here": 36 } : yearsOf(resident) >= 6 ? { well: 6, fairly: 30, badly: 64 } : { well: 17, fairly: 46, badly: 37 },
    lights: remote ? { well: 6, fairly: 12, badly: 14, "not-here": 68 } : resident.area === "eastgate" || resident.area === "millbrook" ? { well: 14, fairly: 36, badly: 50 } : { well: 34, fairly: 44, badly: 22 },
  };
};

function laneAnswers(chance: Chance, resident: Resident, fills: Fills): Answers {
  const answers: Answers = {};
  if (fills(0.9)) {
    const rows: Record<string, string> = {};
    for (const [row, weights] of Object.entries(upkeepIn(resident))) if (chance.happens(0.95)) rows[row] = chance.weighted(weights);
    if (Object.keys(rows).length > 0) answers.upkeep = rows;
  }
  if (fills(0.92)) {
    const closeness: Partial<Record<Area, Record<string, number>>> = {
      craswick: { home: 13, lane: 45, nearby: 30, no: 12 },
      brockley: { home: 16, lane: 41, nearby: 31, no: 12 },
      "town-centre": { home: 5, lane: 16, nearby: 34, no: 45 },
      millbrook: { home: 6, lane: 20, nearby: 30, no: 44 },
      "castle-hill": { home: 0, lane: 2, nearby: 12, no: 86 },
    };
    answers.water = { option: chance.weighted(closeness[resident.area] ?? { home: 1, lane: 8, nearby: 24, no: 67 }) };
  }
  return answers;
}

/** A hundred pounds in fives, most where the concerns are. */
function shareOut(chance: Chance, concerns: Record<Theme, number>): Record<string, number> {
  const wants: Record<string, number> = { buses: 2, health: 2, youth: 2, drains: 2, streets: 2, town: 2 };
  for (const [theme, concern] of Object.entries(concerns) as [Theme, number][]) {
    wants[budgetOf[theme]] = (wants[budgetOf[theme]] ?? 0) + concern * (0.2 + chance.next() * chance.next() * 3);
  }
  const step = chance.happens(0.55) ? 10 : 5;
  const total = Object.values(wants).reduce((sum, want) => sum + want, 0);
  const shared = Object.fromEntries(Object.entries(wants).map(([id, want]) => [id, Math.floor((want / total) * (100 / step)) * step]));
  const left = 100 - Object.values(shared).reduce((sum, given) => sum + given, 0);
  const [most = "buses"] = Object.entries(wants).sort(([, a], [, b]) => b - a).map(([id]) => id);
  shared[most] = (shared[most] ?? 0) + left;
  return shared;
}
