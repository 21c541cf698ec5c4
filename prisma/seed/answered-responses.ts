// The responses to the answered consultation: a small parish, in which most write on paper and say it shortly.
import type { Channel } from "#app/consultations/channel.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { Language } from "#app/shared/languages.ts";
import { chanceFrom } from "./random.ts";
import { arrivals, type InventedResponse } from "./responses.ts";

type Said = [level: string | null, reasons: string | null, spend: string[], change: string | null, channel?: Channel, language?: Language];

const said: Said[] = [
  ["strongly-disagree", "It is the only pretty thing we have. Teach the children to swim.", ["path", "benches"], "The mud by the lychgate. I have not got to church with my frame since October."],
  ["strongly-agree", "It was my grandson. I do not care how it looks.", ["play"], null, "letter"],
  ["agree", "A low one, with a gate for the ducks.", ["path"], null, "paper_form"],
  ["disagree", "I was a lifeboatman for thirty years. Shelve the edge, hang a lifebelt, cut the reeds so people can see.", ["path"], "A sign with the postcode, for when somebody rings 999."],
  ["strongly-disagree", "Fences get climbed.", ["trees", "benches"], "Leave the Brook End side long. We counted nine kinds of bee before it was mown.", "paper_form"],
  ["disagree", null, ["benches"], "Somewhere to sit that is not the war memorial.", "paper_form"],
  ["agree", "We have twins of three.", ["play", "path"], "Close the lane on Sundays. They could run straight across."],
  ["neither", "Ask the fire brigade, not us.", ["path"], null],
  [null, null, ["path"], "Paving. Prams sink.", "paper_form"],
  ["strongly-disagree", "I manage a leisure pool. A shelf half a metre deep and a metre wide does more than any fence.", ["trees"], null],
  ["disagree", "The view from the bench my husband carved.", ["path", "trees"], null, "letter"],
  ["strongly-agree", "Children.", [], null, "paper_form"],
  ["strongly-disagree", "Byddai’n difetha’r olygfa o’r capel.", ["path"], "Y mwd ger y glwyd.", "online", "cy"],
  ["disagree", "Mae’r hwyaid yn perthyn i’r pentref hefyd.", ["benches", "trees"], null, "paper_form", "cy"],
  ["agree", "بچوں کی جان سب سے قیمتی ہے۔", ["play"], null, "online", "ur"],
  ["strongly-disagree", "You will have to mow round every post.", ["path"], "Nothing. Mend the path and leave it alone.", "phone"],
  ["disagree", null, ["trees"], "An oak for the one that came down.", "paper_form"],
  ["neither", null, ["benches", "path"], "Lights? No, no lights. We have owls.", "paper_form"],
  ["strongly-agree", "I pulled him out. It is deeper than you think by the willow.", ["path"], "Cut the willow back."],
  ["disagree", "The cricketers would lose the boundary.", ["benches"], "Mark a corner for the football so the square can rest."],
];

/** The same things are said again, in fewer words, by those who only tick. */
const ticked = ["strongly-disagree", "disagree", "agree", "disagree", "neither", "strongly-disagree", "strongly-agree", "disagree", "agree", "disagree", "strongly-disagree"] as const;
const wants = [["path"], ["path", "benches"], ["play"], ["trees", "path"], ["benches"], ["path", "trees"], ["play", "path"]];

/** All of them, in the order they came. */
export function greenResponses(dates: { from: Date; until: Date }): InventedResponse[] {
  const chance = chanceFrom(61);
  const all: Said[] = [...said, ...ticked.map((level, index): Said => [level, null, wants[index % wants.length]!, null, index % 3 === 0 ? "online" : "paper_form"])];
  const instants = arrivals(chance, dates, all.length);
  return all.map(([level, reasons, spend, change, channel = "online", language = "en"], index): InventedResponse => {
    const answers: Answers = {
      ...(level !== null && { fence: { level, ...(reasons !== null && { reasons }) } }),
      ...(spend.length > 0 && { spend: { options: spend } }),
      ...(change !== null && { change }),
    };
    return {
      ...{ channel, language, respondentType: "individual", permission: "unnamed", confidentialityReason: null },
      ...{ receivedAt: instants[(index * 7) % instants.length]!, answers, before: null, withdrawnAt: null },
      ...{ name: null, email: null, organisation: null, personal: {}, equality: null },
    };
  });
}
