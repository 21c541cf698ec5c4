// The first responses to the open consultation, three weeks after it began.
import type { Answers } from "#app/forms/answer.ts";
import type { Language } from "#app/shared/languages.ts";
import { emailFor } from "./closed-responses.ts";
import { chanceFrom, deckOf, type Chance } from "./random.ts";
import { ageBands, equalityAnswersOf, inventResident, nameFor, type Resident } from "./residents.ts";
import { arrivals, type InventedResponse } from "./responses.ts";

const wishes: Record<Language, string[]> = {
  en: [
    "A train back to Birmingham after the concert, and a bus home from the station.",
    "A job. I love it here, but there was nothing for me in 2019 and there is less now.",
    "The river clean enough to swim in, as it was when I was a boy.",
    "Her own front door. She is 29 and back in the bedroom she had at nine.",
    "The school still open. It has 31 pupils and the best view in the county.",
    "Hedgerow trees. We have lost nearly all the ash and nobody is planting.",
    "Somebody to look after her teeth without a four hour drive.",
    "A town where you can cross the road.",
    "The same faces. A place is its people, and ours are leaving.",
    "A warm house that does not cost more to heat than to rent.",
    "Fields. Not all of them, but some.",
    "Neighbours who know each other, because there is a hall where they meet.",
    "Fast enough broadband to work from his grandmother's kitchen.",
    "A cycle path along the old railway, all the way from Marlford to Tolbridge.",
    "Shops that sell things you need, and not only candles.",
    "A college course in something that is done here: farming, building, care.",
    "Less plastic in the ditches.",
    "A police officer who knows their name, for good reasons.",
    "A bench at the top of Hill Rise, and the view kept.",
    "Exactly what they left, but with the roof mended.",
    "A football pitch that drains.",
    "Carers who are paid enough to stay.",
    "A vote at sixteen, and something to vote about.",
    "Solar panels on every barn and every school.",
    "A midwife in Tolbridge again, so that they can be born here too.",
    "Honest answers from whoever runs it.",
  ],
  cy: [
    "Trên yn ôl o Gaerdydd gyda’r nos, a bws adref o’r orsaf.",
    "Ysgol Gymraeg o fewn taith bws.",
    "Afon lân i nofio ynddi, fel pan oeddwn i’n blentyn.",
    "Tŷ y gallant fforddio ei rentu yn y pentref lle cawsant eu magu.",
    "Pobl ifanc yn dal i ganu yn y neuadd bob nos Fercher.",
    "Deintydd. Dim ond deintydd.",
    "Coed newydd yn lle’r ynn a gollwyd.",
    "Gwaith go iawn drwy’r flwyddyn, nid dim ond yn yr haf.",
  ],
  ur: [
    "اچھی نوکری، تاکہ ماں باپ سے دور نہ جانا پڑے۔",
    "ایسا گھر جس کا کرایہ ایک تنخواہ میں ادا ہو سکے۔",
    "لڑکیوں کے لیے کالج تک سیدھی بس۔",
    "صاف دریا اور کھیلنے کا میدان، جیسا ہمارے والد بتاتے ہیں۔",
    "ڈاکٹر سے اپنی زبان میں بات کر سکنا۔",
    "ایسا شہر جہاں اس کا نام سن کر کوئی نہ پوچھے کہ اصل میں کہاں سے ہو۔",
    "رات کو گھر تک روشن اور محفوظ راستہ۔",
  ],
};

const carbonReasons: Record<Language, Record<"agree" | "disagree", string[]>> = {
  en: {
    agree: [
      "It will never be cheaper than now.",
      "My village floods. I do not need persuading.",
      "Do the schools first, the children will see it.",
      "If the partners do not, why should I?",
      "Use local firms to do it and the money stays here.",
    ],
    disagree: [
      "Mend the roofs first, or you heat the sky more cleanly.",
      "2035 would do, and would cost half.",
      "Put it into buses, that saves more.",
      "You cannot ask people to wait longer for a doctor so that the town hall has a heat pump.",
    ],
  },
  cy: {
    agree: ["Ni fydd byth yn rhatach nag yn awr.", "Dechreuwch gyda’r ysgolion, er mwyn i’r plant ei weld."],
    disagree: ["Trwsiwch y toeau’n gyntaf.", "Byddai 2035 yn gwneud y tro ac yn costio hanner cymaint."],
  },
  ur: {
    agree: ["بعد میں یہ اور مہنگا ہو گا۔", "پہلے سکولوں سے شروع کریں تاکہ بچے دیکھ سکیں۔"],
    disagree: ["پہلے چھتوں کی مرمت کیجیے۔", "یہ رقم بسوں پر لگے تو زیادہ فائدہ ہو۔"],
  },
};

const notSeen: Record<Language, string[]> = {
  en: [
    "Nineteen days for a telephone call, and it came while I was driving.",
    "I gave up and paid for one in Hereford.",
    "They sent me a link. It did not open.",
    "The nurse was very good when I found her, in the pharmacy.",
  ],
  cy: ["Tair wythnos am alwad ffôn.", "Rhoddais y gorau iddi a gyrru i’r ysbyty."],
  ur: ["تین ہفتے بعد فون آیا، تب تک طبیعت خود ٹھیک ہو چکی تھی۔", "فون پر زبان کا مسئلہ تھا، اس لیے ہسپتال چلا گیا۔"],
};

type Place = { place: string; point?: { latitude: number; longitude: number }; change: string };

const places: Record<Language, Place[]> = {
  en: [
    { place: "The underpass beside Tolbridge station", change: "Light it, drain it, and put a mirror at the bend." },
    { place: "Craswick ford", point: { latitude: 52.0871, longitude: -2.8123 }, change: "A footbridge, so that it stops being an island." },
    { place: "The old library, Bridge Street, Tolbridge", change: "Open the doors." },
    { place: "Market Place on a Sunday", change: "Close it to cars and put out chairs." },
    { place: "The old railway between Marlford and Thornley Green", point: { latitude: 52.1304, longitude: -2.7342 }, change: "Make it a path for bicycles and wheelchairs." },
    { place: "The car park behind the leisure centre", change: "Houses. Small ones." },
    { place: "Watery Lane, Lower Brockley, by the second gate", point: { latitude: 52.0412, longitude: -2.6981 }, change: "Dig out the ditch on both sides." },
    { place: "The crossing outside the school in Hartwell", change: "A real one, with lights." },
  ],
  cy: [
    { place: "Y groesffordd yn Hartwell", change: "Arwyddion dwyieithog a chroesfan." },
    { place: "Glan yr afon islaw’r bont yn Tolbridge", change: "Llwybr y gall cadair olwyn ei ddefnyddio." },
  ],
  ur: [
    { place: "مل روڈ کا موڑ، سکول کے سامنے", change: "سڑک پار کرنے کی جگہ بنائی جائے۔" },
    { place: "کینال سٹریٹ کے پیچھے خالی میدان", change: "بچوں کے کھیلنے کا باغ۔" },
  ],
};

type Decks = ReturnType<typeof decksWith>;

function decksWith(chance: Chance) {
  const each = <Value>(of: Record<Language, Value[]>) => ({ en: deckOf(of.en, chance), cy: deckOf(of.cy, chance), ur: deckOf(of.ur, chance) });
  const sided = (side: "agree" | "disagree") => each({ en: carbonReasons.en[side], cy: carbonReasons.cy[side], ur: carbonReasons.ur[side] });
  return { wish: each(wishes), agree: sided("agree"), disagree: sided("disagree"), notSeen: each(notSeen), place: each(places) };
}

const aims = ["getting-about", "health", "homes", "young", "work", "river"] as const;

function orderOf(chance: Chance, resident: Resident): string[] {
  const years = ageBands.indexOf(resident.age);
  const weights = {
    "getting-about": resident.kinds.includes("village") ? 4 : 2.4,
    health: years >= 5 ? 5 : 2.6,
    homes: years <= 4 ? 4 : 2,
    young: resident.isParent ? 4 : 1.8,
    work: years <= 3 ? 3.4 : 1.4,
    river: ["craswick", "brockley"].includes(resident.area) ? 4.4 : 1.8,
  };
  const ordered = [...aims].sort((a, b) => weights[b] * (0.3 + chance.next()) - weights[a] * (0.3 + chance.next()));
  return chance.happens(0.25) ? ordered.slice(0, 3) : ordered;
}

function answersToOpen(chance: Chance, resident: Resident, decks: Decks, sentOn: string): { answers: Answers; personal: Answers } {
  const { language } = resident;
  const answers: Answers = {};
  const lives = resident.area !== "elsewhere";
  answers.connection = { option: lives ? "live" : "work" };
  if (lives && chance.happens(0.8)) answers.years = chance.between(1, [12, 20, 26, 34, 44, 50, 58, 66, 70][ageBands.indexOf(resident.age)] ?? 30);
  if (chance.happens(0.85)) answers.order = orderOf(chance, resident);
  const level = chance.weighted({ "strongly-agree": 24, agree: 30, neither: 18, disagree: 15, "strongly-disagree": 8, "do-not-know": 5 });
  const side = level.includes("disagree") ? "disagree" : level.includes("agree") ? "agree" : null;
  const reasons = side !== null && chance.happens(0.4) ? decks[side][language]() : undefined;
  answers.carbon = { level, ...(reasons !== undefined && { reasons }) };
  answers["where-homes"] = { level: chance.weighted({ "strongly-agree": 22, agree: 34, neither: 18, disagree: 14, "strongly-disagree": 5, "do-not-know": 7 }) };
  const judged = () => chance.weighted({ good: 26, fair: 38, poor: 28, unsure: 8 });
  if (chance.happens(0.85)) answers.now = { schools: judged(), doctors: chance.weighted({ good: 10, fair: 30, poor: 56, unsure: 4 }), jobs: judged(), countryside: chance.weighted({ good: 62, fair: 28, poor: 8, unsure: 2 }), safety: judged() };
  answers["place-to-live"] = Math.min(10, Math.max(1, Math.round(chance.around(7, 1.9))));
  const travel = chance.weighted({ car: resident.kinds.includes("young") ? 20 : 62, bus: 16, train: 4, cycle: 7, walk: 11 });
  answers.travel = { option: travel };
  if (travel === "car") {
    const wanted = ["buses", "trains", "paths", "pavements", "local", "broadband"].filter(() => chance.happens(0.34)).slice(0, 3);
    answers["leave-car"] = { options: wanted.length > 0 ? wanted : ["none"] };
  }
  if (chance.happens(0.6)) answers["travel-cost"] = travel === "walk" || travel === "cycle" ? 0 : chance.between(3, 18) * 250;
  const seen = chance.weighted({ yes: 46, no: 38, unsure: 16 });
  answers.seen = seen;
  if (seen === "no" && chance.happens(0.6)) answers["not-seen"] = decks.notSeen[language]();
  if (chance.happens(0.7)) answers.share = coins(chance, answers.order as string[] | undefined);
  if (chance.happens(0.35)) {
    const { place, point, change } = decks.place[language]();
    answers.place = { place, ...point };
    answers["place-change"] = change;
    if (chance.happens(0.5)) answers["picture-date"] = sentOn;
  }
  if (chance.happens(0.85)) answers.wish = decks.wish[language]();
  return { answers, personal: chance.happens(0.5) ? { postcode: `ZZ${chance.between(1, 9)} ${chance.between(1, 9)}ZZ` } : {} };
}

function coins(chance: Chance, order: readonly string[] = aims): Record<string, number> {
  const shared: Record<string, number> = {};
  for (let left = chance.between(16, 20); left > 0; left -= 1) {
    const id = chance.happens(0.5) ? (order[chance.between(0, Math.min(2, order.length - 1))] ?? "health") : chance.pick(aims);
    shared[id] = (shared[id] ?? 0) + 1;
  }
  return shared;
}

/** Those that came so far, in the order they came. */
export function openResponses(dates: { from: Date; until: Date }): InventedResponse[] {
  const chance = chanceFrom(1066);
  const decks = decksWith(chance);
  return arrivals(chance, dates, 58).map((receivedAt, index): InventedResponse => {
    const resident = inventResident(chance);
    const channel = resident.channel === "online" || index % 5 > 0 ? "online" : resident.channel;
    const { answers, personal } = answersToOpen(chance, resident, decks, receivedAt.toISOString().slice(0, 10));
    const permission = chance.weighted({ named: 24, unnamed: 58, summary: 18 });
    const name = permission === "named" ? nameFor(chance, resident) : null;
    return {
      ...{ channel, language: resident.language, respondentType: "individual", permission, receivedAt, answers, personal, name },
      ...{ confidentialityReason: null, before: null, withdrawnAt: null, organisation: null },
      email: name !== null && channel === "online" ? emailFor(name) : null,
      equality: chance.happens(0.6) ? equalityAnswersOf(chance, resident) : null,
    };
  });
}
