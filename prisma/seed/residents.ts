// Invented residents of Tolbridge district: where they live, how old they are, which language they answer in and how.
import type { Channel } from "#app/consultations/channel.ts";
import type { Language } from "#app/shared/languages.ts";
import type { Area } from "./closed-consultation.ts";
import type { Chance } from "./random.ts";
import type { Kind } from "./words/bank.ts";

export const ageBands = ["u16", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85p"] as const;
export type AgeBand = (typeof ageBands)[number];
type Background = "british" | "pakistani" | "indian" | "bangladeshi" | "polish" | "caribbean" | "african" | "chinese" | "mixed" | "irish" | "traveller";

export type Resident = {
  area: Area;
  age: AgeBand;
  sex: "female" | "male";
  background: Background;
  language: Language;
  channel: Channel;
  isParent: boolean;
  /** Whose sentences they may say. */
  kinds: Kind[];
};

const areas: Record<Area, number> = {
  ...{ "town-centre": 60, millbrook: 95, eastgate: 70, "castle-hill": 80 },
  ...{ hartwell: 50, craswick: 38, brockley: 42, elsewhere: 15 },
};

const usualAges: Record<AgeBand, number> = {
  ...{ u16: 2, "16-24": 9, "25-34": 14, "35-44": 17, "45-54": 17, "55-64": 18, "65-74": 15, "75-84": 7, "85p": 2 },
};
const agesIn: Partial<Record<Area, Partial<Record<AgeBand, number>>>> = {
  "castle-hill": { u16: 0, "16-24": 3, "25-34": 6, "65-74": 26, "75-84": 17, "85p": 6 },
  millbrook: { u16: 4, "16-24": 17, "25-34": 21, "35-44": 22, "75-84": 4, "85p": 1 },
  eastgate: { u16: 3, "16-24": 16, "25-34": 24, "65-74": 8, "75-84": 3, "85p": 1 },
};

const usualBackgrounds: Record<Background, number> = {
  ...{ british: 880, pakistani: 14, indian: 12, bangladeshi: 4, polish: 34, caribbean: 10, african: 8, chinese: 6 },
  ...{ mixed: 14, irish: 12, traveller: 4 },
};
const backgroundsIn: Partial<Record<Area, Partial<Record<Background, number>>>> = {
  millbrook: { british: 420, pakistani: 410, indian: 40, bangladeshi: 30, polish: 60, caribbean: 24 },
  eastgate: { british: 700, polish: 130, african: 40, pakistani: 40 },
};

const villages: readonly Area[] = ["hartwell", "craswick", "brockley"];

export function inventResident(chance: Chance): Resident {
  const area = chance.weighted(areas);
  const age = chance.weighted({ ...usualAges, ...agesIn[area] });
  const background = chance.weighted({ ...usualBackgrounds, ...backgroundsIn[area] });
  const years = ageBands.indexOf(age);
  const language = languageOf(chance, area, background);
  const isParent = years >= 2 && years <= 4 && chance.happens(0.5);
  const kinds: Kind[] = [
    "any",
    ...(years <= 1 ? (["young"] as const) : []),
    ...(years >= 6 ? (["older"] as const) : []),
    ...(isParent ? (["parent"] as const) : []),
    ...(years >= 2 && years <= 5 ? (["worker"] as const) : []),
    villages.includes(area) ? "village" : "town",
  ];
  const sex = chance.happens(0.56) ? "female" : "male";
  return { area, age, sex, background, language, channel: channelOf(chance, years), isParent, kinds };
}

function languageOf(chance: Chance, area: Area, background: Background): Language {
  if (background === "pakistani") return chance.happens(0.68) ? "ur" : "en";
  if (background !== "british") return "en";
  return chance.happens(villages.includes(area) ? 0.24 : 0.09) ? "cy" : "en";
}

function channelOf(chance: Chance, years: number): Channel {
  if (years >= 7) return chance.weighted({ online: 24, paper_form: 46, letter: 14, phone: 8, large_print: 8 });
  if (years === 6) return chance.weighted({ online: 55, paper_form: 28, letter: 8, email: 6, phone: 3 });
  return chance.weighted({ online: 82, paper_form: 8, email: 4, event: 4, phone: 1, easy_read: 1 });
}

/** The equality answers of somebody who gives them; here and there one would rather not say. */
export function equalityAnswersOf(chance: Chance, { age, sex, background }: Resident): Record<string, { option: string }> {
  const said = (option: string) => ({ option: chance.happens(0.04) ? "prefer-not-to-say" : option });
  const [group, detail] = ethnicGroups[background];
  const hasCondition = chance.happens([0.06, 0.12, 0.13, 0.16, 0.22, 0.3, 0.41, 0.55, 0.7][ageBands.indexOf(age)] ?? 0.2);
  const answers: Record<string, { option: string }> = {
    "age-band": said(age),
    sex: said(sex),
    "ethnic-group": said(group),
    religion: said(chance.weighted(religions[background] ?? { none: 46, christian: 50, buddhist: 1, jewish: 1, other: 2 })),
    condition: said(hasCondition ? "yes" : "no"),
  };
  if (answers["ethnic-group"]?.option === group) answers[`ethnic-${group}`] = said(detail);
  if (answers.condition?.option === "yes") answers["condition-impact"] = said(chance.weighted({ lot: 3, little: 5, no: 2 }));
  if (age !== "u16" && chance.happens(0.9)) {
    answers["sexual-orientation"] = said(chance.weighted({ heterosexual: 93, "gay-lesbian": 3, bisexual: 3, other: 1 }));
  }
  return answers;
}

const ethnicGroups: Record<Background, [group: string, detail: string]> = {
  british: ["white", "british"],
  irish: ["white", "irish"],
  traveller: ["white", "gypsy-traveller"],
  polish: ["white", "other"],
  pakistani: ["asian", "pakistani"],
  indian: ["asian", "indian"],
  bangladeshi: ["asian", "bangladeshi"],
  chinese: ["asian", "chinese"],
  caribbean: ["black", "caribbean"],
  african: ["black", "african"],
  mixed: ["mixed", "white-black-caribbean"],
};

const religions: Partial<Record<Background, Record<string, number>>> = {
  pakistani: { muslim: 97, none: 3 },
  bangladeshi: { muslim: 96, none: 4 },
  indian: { sikh: 40, hindu: 45, muslim: 10, none: 5 },
  polish: { christian: 75, none: 25 },
  irish: { christian: 70, none: 30 },
  caribbean: { christian: 72, none: 28 },
  african: { christian: 70, muslim: 25, none: 5 },
};

const firstNames: Record<"british" | "pakistani" | "welsh" | "polish" | "other", Record<"female" | "male", string[]>> = {
  british: {
    female: ["Susan", "Karen", "Lucy", "Margaret", "Emma", "Charlotte", "Janet", "Hannah", "Pauline", "Rachel", "Beth", "Dorothy"],
    male: ["Peter", "Andrew", "Jack", "Martin", "Stephen", "Ben", "Colin", "Alan", "Daniel", "Geoffrey", "Ryan", "Michael"],
  },
  welsh: { female: ["Carys", "Nia", "Eleri", "Menna", "Sioned"], male: ["Gareth", "Iwan", "Rhys", "Dafydd", "Emyr"] },
  pakistani: { female: ["Shazia", "Rukhsana", "Aisha", "Saima", "Bushra"], male: ["Tariq", "Mohammed", "Asif", "Zahid", "Bilal"] },
  polish: { female: ["Agnieszka", "Monika", "Ewa"], male: ["Piotr", "Marek", "Tomasz"] },
  other: { female: ["Grace", "Priya", "Mei", "Blessing"], male: ["Samuel", "Arjun", "Wei", "Leroy"] },
};
const lastNames: Record<keyof typeof firstNames, string[]> = {
  british: ["Hughes", "Baker", "Preece", "Watkins", "Hodges", "Turner", "Powell", "Lloyd", "Cooper", "Bishop", "Morris", "Gwilliam", "Skyrme", "Mason"],
  welsh: ["Evans", "Davies", "Griffiths", "Prydderch", "Morgan", "Rees"],
  pakistani: ["Hussain", "Khan", "Iqbal", "Mirza", "Begum", "Shah"],
  polish: ["Wójcik", "Mazur", "Lis"],
  other: ["Okafor", "Patel", "Chen", "Campbell", "Thomas"],
};

/** A full name that fits. */
export function nameFor(chance: Chance, { background, language, sex }: Resident): string {
  const kind =
    language === "cy" ? "welsh"
    : background === "pakistani" ? "pakistani"
    : background === "polish" ? "polish"
    : ["british", "irish", "traveller"].includes(background) ? "british"
    : "other";
  return `${chance.pick(firstNames[kind][sex])} ${chance.pick(lastNames[kind])}`;
}
