// What 300 people say about the libraries of a town: of each answer it is known which themes are in it and whether it came with
// a campaign. The same each time.
import { chanceFrom } from "./planted-topics.ts";

/** Each theme, as the lead names the code for it. */
export const themes = {
  hours: "Opening hours",
  books: "Books and e-books",
  building: "The buildings",
  children: "Children and families",
  campaign: "Keep Millbrook library",
} as const;
export type Theme = keyof typeof themes;

export type LibraryAnswer = {
  text: string;
  themes: readonly Theme[];
  isCampaign: boolean;
  /** How often they go, an option of the first question. */
  visits: "weekly" | "monthly" | "never";
  permission: "unnamed" | "summary";
  channel: "online" | "letter";
};

/** All but the one who answers on the public page. */
export const importedAnswers = 299;

const streets = "Mill Lane,Station Road,Church Street,Elm Road,Quarry Hill,Canal Street,Park Avenue,Tannery Row,Chapel Lane,Harbour View,Long Acre,Priory Road".split(",");
const people = "my mother,my neighbour,our youngest,my husband,a friend,my daughter,my father,our eldest,my carer,my sister".split(",");

const sentences: Record<Exclude<Theme, "campaign">, readonly string[]> = {
  hours: [
    "please open after six on at least two evenings",
    "the doors are shut when I come home from work",
    "nobody with a job gets there before five",
    "open on Sundays as the museum does",
    "the half day on Wednesday catches everybody out",
    "early mornings would suit those who work nights",
    "a whole Saturday is worth more than two short ones",
    "the hours on the door are not those on the website",
  ],
  books: [
    "the shelves have had no new novels for two years",
    "I wait four months for anything I reserve",
    "buy more books in large print",
    "there is nothing in Polish or in Urdu",
    "the e-books never open on my telephone",
    "old local newspapers should not have been sold off",
    "audiobooks are what blind readers have",
    "the poetry fits on half a shelf",
  ],
  building: [
    "the roof drips into buckets by the counter",
    "the lift has been broken since spring",
    "there is no toilet that a wheelchair gets into",
    "it is too cold to sit down and read",
    "the lights flicker above the study tables",
    "the ramp is steeper than the steps",
    "nobody can see from the street that there is a library",
    "the reading room smells of damp",
  ],
  children: [
    "story time is full a week before",
    "toddlers need a corner where noise is allowed",
    "the homework club kept my boys out of trouble",
    "there is nothing at all for those of thirteen or fourteen",
    "parents have nowhere to leave a pushchair",
    "bring back the summer reading prize",
    "schools used to come every week and do not any more",
    "a Saturday club would be a lifeline for tired parents",
  ],
};
const own = Object.keys(sentences) as (keyof typeof sentences)[];

const template =
  "Do not close Millbrook library. Two thousand households can walk to it, the nearest other one is two buses away, and the " +
  "draft plan does not say where the advice desk and the warm room would go. The council should keep Millbrook library open and publish what closing it would really save.";
const swaps: readonly (readonly [string, string])[] = [["Two thousand", "More than two thousand"], ["nearest other one", "next library"], ["really", "actually"], ["households", "families"], ["The council should", "Our council must"]];

/** What one person sends of the campaign's text: as it is, with a word or two changed, with something of their own. */
function edited(at: number, street: string, who: string): string {
  const [from, to] = swaps[at % swaps.length]!;
  const text = at % 3 === 0 ? template : template.replace(from, to);
  if (at % 4 === 1) return `Dear councillors, ${text} I have gone there from ${street} for ${3 + at} years.`;
  return at % 4 === 2 ? `${text} It is where ${who} meets people, number ${at + 11} ${street} is a lonely place.` : text;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The answers that are imported, in an order of their own. */
export function libraryAnswers(): LibraryAnswer[] {
  const chance = chanceFrom(1850);
  const one = <Value>(from: readonly Value[]): Value => from[Math.floor(chance() * from.length)]!;
  return Array.from({ length: importedAnswers }, (_, at): LibraryAnswer => {
    const [street, who] = [one(streets), one(people)];
    const visits = one(["weekly", "weekly", "monthly", "monthly", "never"] as const);
    const channel = at % 6 === 2 ? "letter" : "online";
    if (at % 5 === 0) return { text: edited(at, street, who), themes: ["campaign"], isCampaign: true, visits, channel, permission: "summary" };
    const first = own[at % own.length]!;
    const second = chance() < 0.25 ? own[(at + 1 + Math.floor(chance() * 3)) % own.length]! : null;
    const said = [
      `I am ${18 + Math.floor(chance() * 70)} and live at number ${1 + at} ${street}, ${who} comes along ${one(["most weeks", "now and then", "when it rains", "in the holidays"])}.`,
      `${capital(one(sentences[first]))}.`,
      ...(second ? [`And ${one(sentences[second])}.`] : []),
    ];
    return { text: said.join(" "), themes: second ? [first, second] : [first], isCampaign: false, visits, channel, permission: at % 31 === 1 ? "unnamed" : "summary" };
  });
}

/** The answer of somebody who gives it on the public page, with words in it that are about somebody else. */
export const removed = "Mrs Parry at 4 Mill Lane";
export const ownAnswer: LibraryAnswer = {
  text: `Story time is what my twins live for. ${removed} minds the buckets under the leaking roof, and nobody mends it.`,
  ...{ themes: ["building", "children"], isCampaign: false, visits: "weekly", permission: "unnamed", channel: "online" },
};

/** All three hundred. */
export const answers = [...libraryAnswers(), ownAnswer];
const themesOf = new Map(answers.map((answer) => [answer.text, answer.themes]));
/** The codes that are in a text, by whoever made it up. */
export const right = (text: string): string[] => (themesOf.get(text) ?? []).map((theme) => themes[theme]);
/** Whether somebody sent it with the campaign. */
export const isCampaign = (text: string) => themesOf.get(text)?.includes("campaign") ?? false;

/** Those that came with the campaign. */
export const campaignAnswers = answers.filter(({ isCampaign: is }) => is).length;
/** Those whose words may be published. */
export const permittedAnswers = answers.filter(({ permission }) => permission === "unnamed").length;

/** A cell of CSV. */
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The answers as the file that is imported. */
export function libraryCsv(answers: readonly LibraryAnswer[]): string {
  const rows = answers.map(({ text, visits, permission, channel }, at) => [`row-${at + 1}`, visits, cell(text), permission, channel].join(","));
  return ["record,visits,change,permission,channel", ...rows].join("\r\n");
}

/** How that file is read. */
export function libraryMap(receivedOn: string): object {
  const same = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
  return {
    ...{ source: "libraries-journey", key: "record", receivedOn },
    channel: { column: "channel", values: same(["online", "letter"]) },
    permission: { column: "permission", values: same(["unnamed", "summary"]) },
    answers: [
      { column: "visits", question: "visits" },
      { column: "change", question: "change", needed: true },
    ],
  };
}

/** The consultation as the file that is imported: one question to choose from, one in own words. */
export const libraryConsultation = {
  consultation: {
    title: { en: "The future of our libraries" },
    summary: { en: "Tell us what should change in the libraries of the town." },
    purpose: { en: "To agree what is done first with the money there is." },
    decisionToBeMade: { en: "What the libraries spend first, and whether Millbrook library stays." },
    decisionMaker: { en: "The partnership board" },
    audience: { en: "Everybody who uses a library or might." },
    openToChange: [{ en: "The hours, and what is bought" }],
    asksEquality: false,
    graceInMinutes: 0,
  },
  form: {
    languages: ["en"],
    sections: [
      {
        ...{ id: "libraries", heading: { en: "Our libraries" }, layout: "one-page" },
        questions: [
          {
            ...{ id: "visits", type: "one-choice", number: "1", label: { en: "How often do you go to a library?" } },
            options: [
              { id: "weekly", label: { en: "Every week" } },
              { id: "monthly", label: { en: "About once a month" } },
              { id: "never", label: { en: "Hardly ever" } },
            ],
          },
          { id: "change", type: "long-text", number: "2", label: { en: "What should change in our libraries?" } },
        ],
      },
    ],
  },
};
