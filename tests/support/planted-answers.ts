// Answers to one question as they come in, of which it is known who wrote on their own, who sent a text of a campaign with
// what changes to it, and who sent the same twice. The same seed makes the same answers.

export type Planted = {
  text: string;
  channel: "online" | "paper";
  /** Answers of one origin belong together: a campaign, or a person who sent twice. Null is a person's own. */
  origin: string | null;
};

export const plantedQuestion = "What should the council and its partners do first to make it easier to get about in the town, and why do you think so?";

/** Repeatable chance. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

type Chance = () => number;
const one = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
const count = (chance: Chance, least: number, most: number) => least + Math.floor(chance() * (most - least + 1));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const streets = "Mill Lane,Station Road,Church Street,Elm Road,Victoria Terrace,Quarry Hill,Canal Street,Park Avenue,Tannery Row,Bridge Street,Chapel Lane,Harbour View,Long Acre,Castle Rise,Orchard Close,Priory Road".split(",");
const people = "my mother,my neighbour,our youngest,my husband,my wife,a friend of mine,my daughter,the lady next door,my father,our eldest,my carer,my sister".split(",");
const times = "at half past eight,after school,on market days,in the evening,on Sundays,in the winter,when it rains,before seven in the morning,at weekends,during the holidays,late at night,around teatime".split(",");
const openers = ["I think", "I believe", "In my opinion", "To be honest", "We feel strongly that", "It seems to me that", "As far as I can see", "I would say", "Speaking as a resident", "I am sure", "Frankly", "From what I see"];
const reasons = ["because that is when people need it most", "and nobody seems to listen", "as it is not safe for children", "since not everyone can drive", "because the hill is too steep to walk with shopping", "so that people can get to work", "and it would cost very little", "because the air is bad enough already", "which would help the shops too", "as older people are stuck at home", "because the alternative is another taxi", "and that would make all the difference", "since the surgery moved out of town", "because we pay for it either way", "so that young people have somewhere to go"];

/** What people speak of: what it is about, what is wrong with it, what they ask for. */
const themes = [
  { about: ["the number 7 bus", "the bus to the hospital", "the last bus home", "the bus from the estate", "the timetable at the stop"], wrong: ["never comes when it says", "has been cut again", "is full before it reaches us", "stops too far from the surgery", "does not run on Sundays"], ask: ["bring back the evening buses", "let it run every twenty minutes", "show at the stop when the next one comes", "make one ticket good for every company", "send it round by the health centre"] },
  { about: ["the crossing by the school", "the zebra near the library", "the junction at the bottom", "the corner by the chemist", "the lights at the bridge"], wrong: ["gives no time to get over", "is hidden behind parked vans", "was promised years ago", "frightens anyone with a pushchair", "has been broken for months"], ask: ["put in proper lights", "send a patrol back", "cut the hedge so that drivers can see", "raise the road there", "take the railings away"] },
  { about: ["the pavement outside", "the path along the river", "the kerb at the post office", "the footway under the railway", "the alley to the market"], wrong: ["is too narrow for a wheelchair", "is broken by the roots of the trees", "turns to ice", "is blocked by bins every week", "floods as soon as it rains"], ask: ["mend what we have first", "drop the kerbs", "light it properly", "keep bins and boards off it", "lay something that is not slippery"] },
  { about: ["parking in the square", "the car park behind the hall", "the residents' bays", "the parking charge", "the disabled bays"], wrong: ["drives customers away", "is taken by commuters from six", "costs more than the shopping", "is never checked", "leaves no room for deliveries"], ask: ["make the first hour free", "give permits to those who live here", "mark more bays for blue badges", "open the school's car park on Saturdays", "move long stays to the edge of town"] },
  { about: ["cycling to work", "the cycle lane", "the bike racks at the station", "riding with children", "the shared path"], wrong: ["means mixing with lorries", "ends just where it gets dangerous", "feels like taking your life in your hands", "is used for parking", "is covered in glass"], ask: ["join up the lanes there are", "separate it from the traffic with kerbs", "sweep it once a week", "add lockers that are covered", "teach every class to ride"] },
  { about: ["the speed of traffic", "the lorries from the quarry", "the rat run past our gate", "the new estate's traffic", "the morning queue"], wrong: ["shakes the whole house", "gets worse every year", "makes it impossible to cross", "was never counted properly", "starts before six"], ask: ["make it twenty miles an hour", "send the lorries round by the main road", "close the top end to through traffic", "put a camera there", "count again now that people have moved in"] },
  { about: ["the train to the city", "the station steps", "the ticket office", "the platform", "the rail replacement bus"], wrong: ["is cancelled twice a week", "cannot be managed with a pram", "closes before I finish work", "has no shelter at all", "misses the connection by two minutes"], ask: ["build the lift at last", "keep somebody at the window", "wait for the bus before leaving", "put up a roof and some seats", "run one more train after ten"] },
  { about: ["community transport", "the dial-a-ride", "the voluntary drivers", "the taxi scheme", "the minibus from the hall"], wrong: ["has to be booked a week ahead", "only goes on Tuesdays", "cannot take my powered chair", "depends on two people", "hardly anybody has heard of it"], ask: ["pay for a second vehicle", "let people book the day before", "tell people that it exists", "share the school buses at midday", "train more drivers"] },
] as const;

const details: ((chance: Chance) => string)[] = [
  (chance) => `I have lived on ${one(chance, streets)} for ${count(chance, 2, 48)} years`,
  (chance) => `last ${one(chance, ["Tuesday", "Friday", "week", "month", "winter", "autumn"])} ${one(chance, people)} waited ${count(chance, 15, 90)} minutes near ${one(chance, streets)}`,
  (chance) => `${one(chance, people)} fell on ${one(chance, streets)} ${one(chance, times)}`,
  (chance) => `there are ${count(chance, 3, 60)} of us on ${one(chance, streets)} who would use it ${one(chance, times)}`,
  (chance) => `${one(chance, people)} is ${count(chance, 6, 93)} and goes to ${one(chance, streets)} ${one(chance, times)}`,
  (chance) => `it took me ${count(chance, 20, 110)} minutes from ${one(chance, streets)} to ${one(chance, streets)} ${one(chance, times)}`,
];

const stock = ["No comment.", "I fully support this.", "As above.", "See my answer to question 3.", "I agree with the proposals in the plan.", "None of the above, thank you.", "Please just get on with it.", "No further comments at this time."];
/** What very many say in the same words, on their own. */
const phrases = ["Thank you for asking us.", "I am not against change.", "Please listen to the people who live here.", "It is a matter of common sense.", "We all want a town that is safe and easy to get about in.", "At the end of the day it comes down to money."];

function ownSentence(chance: Chance): string {
  const theme = one(chance, themes);
  const [about, wrong, ask] = [one(chance, theme.about), one(chance, theme.wrong), one(chance, theme.ask)];
  const shape = count(chance, 0, 5);
  if (shape === 0) return `${one(chance, openers)} ${about} ${wrong}, ${one(chance, reasons)}.`;
  if (shape === 1) return `${capital(about)} near ${one(chance, streets)} ${wrong} ${one(chance, times)}.`;
  if (shape === 2) return `Please ${ask} by ${one(chance, streets)}, ${one(chance, reasons)}.`;
  if (shape === 3) return `If they would ${ask}, ${one(chance, people)} could manage ${one(chance, times)}.`;
  return `${capital(one(chance, details)(chance))}.`;
}

function ownText(chance: Chance, least: number, most: number): string {
  const said = [`${capital(one(chance, details)(chance))}.`, ...Array.from({ length: count(chance, least, most) }, () => ownSentence(chance))];
  if (chance() < 0.3) said.push(one(chance, phrases));
  if (chance() < 0.05) said.unshift(plantedQuestion);
  return said.join(" ");
}

/** The second shares what the plan says with the first and asks for the contrary; the third is short. */
export const templates: readonly (readonly string[])[] = [
  [
    "I am writing to object to the closing of Elm Road to motor traffic.",
    "The draft plan says that through traffic in the old town will be halved by the year 2030.",
    "That would send eleven thousand vehicles a day past the primary school on Priory Road instead.",
    "Traders have told the council again and again that they depend upon customers who arrive by car.",
    "No study of where the displaced traffic goes has been published.",
    "A trial of six months, with counts before and after, would show what really happens.",
    "Until then Elm Road ought to stay open in both directions.",
  ],
  [
    "I wholeheartedly support opening Elm Road to people on foot and on bicycles.",
    "The draft plan says that through traffic in the old town will be halved by the year 2030.",
    "Wherever streets have been given back to people, footfall has gone up and not down.",
    "Children deserve to breathe clean air on their walk to lessons every morning.",
    "Deliveries can be made before ten o'clock, as they are in dozens of other towns.",
    "Please be brave, keep to the programme and do not water it down.",
  ],
  ["Reopen the halt at Quarry Hill so that two thousand households can leave their cars behind.", "The line is there, the trains already pass, all that is missing is a platform."],
];

const swaps: Record<string, readonly string[]> = {
  ...{ writing: ["emailing"], object: ["complain"], closing: ["closure"], motor: ["all"], traffic: ["cars", "vehicles"], halved: ["cut"], vehicles: ["cars"], instead: ["every week"] },
  ...{ customers: ["shoppers"], arrive: ["come"], study: ["survey"], published: ["shown"], trial: ["test"], ought: ["has"], support: ["back", "welcome"], people: ["residents"], children: ["kids"] },
  ...{ deserve: ["need"], dozens: ["lots"], brave: ["bold"], households: ["families"], missing: ["needed"], morning: ["day"], really: ["actually"], primary: ["junior"] },
};

const swapped = (chance: Chance, sentence: string) =>
  sentence.replaceAll(/[a-z]+/g, (word) => (swaps[word] && chance() < 0.3 ? one(chance, swaps[word]) : word));

/** What one person sends of a campaign's text: most as it is, some with much of their own, few with only half of it. */
function edited(chance: Chance, template: readonly string[]): string {
  let sentences = template.map((sentence) => (chance() < 0.5 ? sentence : swapped(chance, sentence)));
  const dropped = template.length < 4 ? 0 : count(chance, 0, chance() < 0.1 ? Math.floor(template.length / 2) - 1 : 1);
  for (let done = 0; done < dropped; done += 1) sentences = sentences.toSpliced(count(chance, 0, sentences.length - 1), 1);
  if (chance() < 0.2) {
    const from = count(chance, 0, sentences.length - 1);
    sentences = [...sentences.slice(from), ...sentences.slice(0, from)];
  }
  if (chance() < 0.5) sentences.unshift(...Array.from({ length: count(chance, 1, 3) }, () => ownSentence(chance)));
  if (chance() < 0.5) sentences.push(...Array.from({ length: count(chance, 1, 5) }, () => ownSentence(chance)));
  if (chance() < 0.4) sentences.unshift(one(chance, ["Dear Sir or Madam,", "Dear councillors,", "To whom it may concern.", "Hello,"]));
  if (chance() < 0.4) sentences.push(one(chance, ["Yours faithfully", "Kind regards,", "Thank you for reading this.", "Best wishes from a worried resident"]));
  return sentences.join(" ");
}

/** Typed from paper by somebody else: a slip here and there, capitals and points as it comes. */
function retyped(chance: Chance, text: string): string {
  const slip = (word: string) => {
    if (word.length < 4 || chance() > 0.05) return word;
    const at = count(chance, 1, word.length - 2);
    return chance() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  };
  const typed = text.split(" ").map(slip).join(" ");
  return chance() < 0.5 ? typed.toLowerCase() : typed.replaceAll(/[.,]/g, "");
}

/** `of` answers: three campaigns, one in fifty sent a second time on paper, the rest each person's own, so many sentences long. */
export function plantedAnswers(of: number, seed: number, sentences: readonly [number, number] = [1, 6]): Planted[] {
  const chance = chanceFrom(seed);
  const planted: Planted[] = [];
  for (const [which, share] of [0.036, 0.018, 0.006].entries()) {
    const origin = `campaign ${which + 1}`;
    for (let done = 0; done < Math.round(of * share); done += 1) planted.push({ text: edited(chance, templates[which]!), channel: chance() < 0.9 ? "online" : "paper", origin });
  }
  for (let done = 0; done < of * 0.02; done += 1) {
    const origin = `person ${done + 1}`;
    const text = ownText(chance, 2, 6);
    planted.push({ text, channel: "online", origin }, { text: retyped(chance, text), channel: "paper", origin });
  }
  while (planted.length < of) planted.push({ text: ownAnswer(chance, sentences), channel: chance() < 0.85 ? "online" : "paper", origin: null });
  return shuffled(chance, planted);
}

/** Short and in nobody's words, about what a leaflet says, or at length. */
function ownAnswer(chance: Chance, [least, most]: readonly [number, number]): string {
  const kind = chance();
  if (kind < 0.12) return one(chance, stock);
  if (kind < 0.14) return `I got the leaflet that says "${one(chance, one(chance, templates))}" and I cannot agree. ${ownText(chance, 3, 5)}`;
  return ownText(chance, least, most);
}

export function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = count(chance, 0, at);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
