// The responses to the closed consultation: residents, those who speak for others, and the few who wrote long letters.
import { chanceFrom } from "./random.ts";
import { campaignResponses, sentTwice } from "./campaign.ts";
import { answersToClosed } from "./closed-answers.ts";
import { letters, organisationResponses } from "./organisations.ts";
import { equalityAnswersOf, inventResident, nameFor, type Resident } from "./residents.ts";
import { arrivals, type InventedResponse } from "./responses.ts";
import { speakerWith } from "./sentences.ts";

const residents = 436;

const reasons = [
  "My employer runs one of the services I have written about and I could lose my job.",
  "There are four houses in our lane, and anybody who reads this will know which is mine.",
  "I have written about my son's health.",
  "There is an injunction, and nobody is to know which part of town I live in now.",
  "I sit on the parish council and do not agree with what it sent you.",
  "مجھے ڈر ہے کہ میرے مالک مکان کو معلوم ہو گیا تو مکان خالی کرنا پڑے گا۔",
];

/** All of them, in the order they came. */
export function closedResponses(dates: { from: Date; until: Date }): InventedResponse[] {
  const own = ownWords(dates);
  const instants = own.map(({ receivedAt }) => receivedAt);
  return [...own, ...campaignResponses(instants), ...sentTwice(instants)].sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}

function ownWords(dates: { from: Date; until: Date }): InventedResponse[] {
  const chance = chanceFrom(2035);
  const speaker = speakerWith(chance);
  const instants = arrivals(chance, dates, residents + organisationResponses.length);
  const organisationsAt = new Map(organisationResponses.map((one, index) => [Math.floor(((index + 1.6) / (organisationResponses.length + 1.7)) * instants.length), one]));
  let confidential = 0;
  let letter = 0;
  return instants.map((receivedAt, index): InventedResponse => {
    const spoken = organisationsAt.get(index);
    if (spoken) {
      const { organisation, name, respondentType, language = "en", channel = "online", answers } = spoken;
      return {
        ...{ channel, language, respondentType, permission: "named", confidentialityReason: null, receivedAt, answers },
        ...{ before: null, withdrawnAt: null, name, email: emailFor(name), organisation, personal: {}, equality: null },
      };
    }
    const resident = inventResident(chance);
    const answers = answersToClosed(chance, resident, speaker);
    const ownLetter = resident.language === "en" && index % 131 === 67 ? letters[letter++] : undefined;
    if (ownLetter) Object.assign(answers, { area: { option: ownLetter.area }, "one-thing": ownLetter.words });
    const isSingled = index % 73 === 41 && confidential < reasons.length;
    const reason = isSingled ? reasons[resident.language === "ur" ? reasons.length - 1 : confidential++] : undefined;
    const permission = reason === undefined ? chance.weighted({ named: 20, unnamed: 60, summary: 20 }) : "summary";
    const name = permission === "named" || chance.happens(0.25) ? nameFor(chance, resident) : null;
    const left = dates.until.getTime() - receivedAt.getTime();
    const later = (share: number) => new Date(receivedAt.getTime() + left * share);
    // Told by the turn in which they came, not by the day: weekends fall elsewhere every day, and each demonstration is alike.
    const hasTime = resident.channel === "online" && index < instants.length * 0.9;
    const changes = hasTime && index % 17 === 5;
    const withdraws = hasTime && index % 48 === 12;
    return {
      ...{ channel: resident.channel, language: resident.language, respondentType: "individual", permission, receivedAt, answers },
      confidentialityReason: reason ?? null,
      before: changes ? { answers: withoutLast(answers), changedAt: later(chance.next() * 0.6) } : null,
      withdrawnAt: withdraws ? later(0.6 + chance.next() * 0.3) : null,
      name,
      email: name !== null && resident.channel === "online" && chance.happens(0.7) ? emailFor(name) : null,
      ...{ organisation: null, personal: {} },
      equality: givesEquality(chance.next(), resident) ? equalityAnswersOf(chance, resident) : null,
    };
  });
}

function givesEquality(drawn: number, { channel }: Resident): boolean {
  return drawn < (channel === "online" ? 0.68 : channel === "paper_form" ? 0.6 : 0.2);
}

/** As it was before somebody thought of one more thing. */
function withoutLast(answers: InventedResponse["answers"]): InventedResponse["answers"] {
  return Object.fromEntries(Object.entries(answers).slice(0, -1));
}

/** An address nobody can have. */
export function emailFor(name: string): string {
  const letters = name.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  return `${letters.replace(/[^a-z]+/g, ".").replace(/^cllr\./, "")}@people.example`;
}
