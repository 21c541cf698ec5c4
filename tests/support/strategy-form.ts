// A consultation such as a council asks: 35 questions of most types about a strategy, on four pages or all on one.
import type { FormDefinition, Question, Section } from "#app/forms/definition.ts";
import type { Option } from "#app/forms/question.ts";
import { buildConsultation, buildDefinition, type BuiltConsultation } from "./factories.ts";

const text = (en: string) => ({ en });
const options = (labels: Record<string, string>): Option[] => Object.entries(labels).map(([id, label]) => ({ id, label: text(label) }));

const other: Option = { id: "other", label: text("Something else"), writeIn: true };

const aims = options({
  homes: "Homes people can pay for",
  work: "Work close to home",
  health: "Living well for longer",
  nature: "Cleaner air and wilder places",
  safety: "Feeling safe",
  travel: "Getting about without a car",
});

const agree = (id: string, statement: string, reasons = false): Question => ({
  ...{ id, type: "agreement", label: text(statement) },
  ...(reasons && { reasons }),
});

const living: Question[] = [
  {
    ...{ id: "connection", type: "one-choice", label: text("What brings you here?") },
    options: [...options({ live: "I live here", work: "I work or study here", visit: "I visit" }), other],
  },
  { id: "years", type: "number", min: 0, max: 110, label: text("How many years have you known the place?"), unit: text("years") },
  { id: "village", type: "short-text", maxLength: 100, label: text("Which town or village are you answering about?") },
  { id: "quality", type: "rating", highest: 5, label: text("How good is it to live here?"), lowLabel: text("Very bad"), highLabel: text("Very good") },
  {
    ...{ id: "best", type: "several-choices", atMost: 3, label: text("What is best about it? Choose up to three.") },
    options: [...options({ people: "The people", land: "The countryside", shops: "The shops", schools: "The schools", quiet: "The quiet", clubs: "Clubs and events" }), other],
  },
  agree("belong", "I feel I belong here."),
  agree("heard", "What I say makes a difference to what is decided."),
  { id: "volunteer", type: "yes-no-unsure", label: text("Have you given time to a local group in the last year?") },
  { id: "best-words", type: "long-text", maxWords: 300, label: text("What would you never change?") },
];

const travel: Question[] = [
  {
    ...{ id: "mode", type: "one-choice", label: text("How do you travel most often?") },
    options: options({ car: "By car or van", bus: "By bus", train: "By train", cycle: "By bicycle", walk: "On foot" }),
  },
  {
    ...{ id: "bus", type: "one-choice", label: text("How often do you take the bus?") },
    options: options({ daily: "Most days", weekly: "Most weeks", monthly: "Most months", rarely: "Rarely", never: "Never" }),
  },
  {
    ...{ id: "barriers", type: "several-choices", label: text("What keeps you from taking the bus more often?") },
    options: options({ times: "It does not run when I need it", fare: "The fare", stop: "The stop is too far away", late: "It comes late", steps: "Getting on and off", news: "I do not know when it comes" }),
    noneOption: { id: "none", label: text("Nothing does") },
  },
  {
    ...{ id: "services", type: "matrix", label: text("How good are these where you live?") },
    rows: options({ roads: "Roads and pavements", waste: "Waste and recycling", parks: "Parks and paths", library: "The library", surgery: "The surgery" }),
    columns: options({ good: "Good", fair: "Neither good nor bad", bad: "Bad", unknown: "I do not know" }),
  },
  agree("fares", "Fares should be the same all over the county, even if some become dearer."),
  agree("lanes", "Road space should be given to bicycles and buses."),
  { id: "walks", type: "rating", highest: 5, label: text("How safe do you feel on foot after dark?") },
  { id: "school-run", type: "yes-no-unsure", label: text("Would you let a child of ten walk to school here?") },
  { id: "travel-words", type: "long-text", maxWords: 300, label: text("What one change would help you most to get about?") },
];

const priorities: Question[] = [
  { id: "order", type: "ranking", options: aims, label: text("In which order should the aims come?") },
  { id: "points", type: "point-budget", options: aims.slice(0, 5), points: 100, spendAll: true, label: text("Share out 100 points among these.") },
  agree("homes-first", "New homes should be built on land used before, even where that costs more.", true),
  agree("heat", "Public buildings should stop burning gas and oil by 2032."),
  agree("rate", "I would pay a little more council tax to keep the leisure centres open."),
  {
    ...{ id: "homes-kind", type: "one-choice", label: text("Which homes are needed most?") },
    options: options({ rent: "To rent from the council", shared: "To buy a share of", small: "Small homes to buy", family: "Family homes to buy", care: "Homes with care" }),
  },
  {
    ...{ id: "where", type: "several-choices", atMost: 2, label: text("Where should they go? Choose up to two.") },
    options: options({ centre: "In the town centres", edge: "At the edge of the towns", villages: "In the villages", new: "In one new village" }),
  },
  { id: "save", type: "money", min: 0, max: 10_000, label: text("How much a month would it be worth to you?") },
  { id: "priority-words", type: "long-text", maxWords: 500, label: text("Is an aim missing? Which, and why?") },
];

const future: Question[] = [
  agree("strategy", "Taken as a whole, this is the right strategy.", true),
  { id: "sure", type: "rating", highest: 10, label: text("How sure are you that it will be carried out?") },
  { id: "review", type: "yes-no-unsure", label: text("Should it be reviewed each year in public?") },
  {
    ...{ id: "news", type: "one-choice", label: text("How should progress be told?") },
    options: [...options({ post: "A leaflet by post", web: "On a web page", meeting: "At a meeting", paper: "In the local paper" }), other],
  },
  { id: "help", type: "several-choices", label: text("What would you help with?"), options: options({ paths: "Looking after paths", drivers: "Driving neighbours", young: "Young people", events: "Events", trees: "Planting trees" }) },
  { id: "since", type: "date", earliest: "1990-01-01", latest: "2026-12-31", label: text("When did you last take part in a consultation?") },
  { id: "future-words", type: "long-text", maxWords: 500, label: text("What should the place be like in ten years?") },
  { id: "more", type: "long-text", maxWords: 500, label: text("Is there anything else?") },
];

const parts: [id: string, heading: string, questions: Question[]][] = [
  ["living", "Living here", living],
  ["travel", "Getting about, and services", travel],
  ["priorities", "What should come first", priorities],
  ["future", "Ten years from now", future],
];

/** The form of 35 questions, four pages of nine or eight or one of all. */
export function strategyForm(pages: 4 | 1): FormDefinition {
  const numbered = parts.map(([id, heading, questions]) => ({ id, heading: text(heading), questions }));
  let number = 0;
  for (const part of numbered) part.questions = part.questions.map((question) => ({ ...question, number: String(++number) }));
  const four = numbered.map((part): Section => ({ ...part, layout: "one-page" }));
  const one: Section = {
    ...{ id: "all", heading: text("Our strategy"), layout: "one-page" },
    questions: numbered.flatMap(({ heading, questions }) => questions.map((question) => ({ ...question, heading }))),
  };
  return buildDefinition(pages === 4 ? four : [one]);
}

/** A consultation that asks it: published, open, and without the equality questions, which come after the response. */
export function buildStrategyConsultation(
  pages: 4 | 1,
  wanted: Omit<NonNullable<Parameters<typeof buildConsultation>[0]>, "definition"> = {},
): Promise<BuiltConsultation> {
  return buildConsultation({ asksEquality: false, ...wanted, definition: strategyForm(pages) });
}
