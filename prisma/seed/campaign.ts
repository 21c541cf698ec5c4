// Those who sent the words of a campaign to the closed consultation, most of them with something of their own, and somebody who sent theirs twice.
import type { Channel } from "#app/consultations/channel.ts";
import type { Area } from "./closed-consultation.ts";
import { chanceFrom } from "./random.ts";
import type { InventedResponse } from "./responses.ts";

export const campaign = { title: "A ditch team for Craswick and Brockley", organiser: "Craswick and Brockley Flood Action" };

const template = [
  "I support Craswick and Brockley Flood Action.",
  "I ask the partnership to set aside £90,000 a year for a ditch and culvert team of two people with a digger, to publish a map of who owns which ditch, and to clear the culvert under Craswick bridge before next October.",
  "Our lanes have been under water eleven times in three winters, and we have been passed from one office to another for long enough.",
] as const;

/** What somebody put in front of it or behind it; most put nothing. */
const own = [
  "We sold our car last year because it had been in the ford twice.",
  "",
  "",
  "My father dug these ditches by hand and was paid for it.",
  "",
  "I am on the parish council but I write this for myself.",
  "",
  "The carers could not get to my wife on the ninth of January, and nobody rang us.",
  "",
  "",
  "Please start at Church Bank, where the gully has a tree in it.",
  "",
  "Our insurer will not renew in the spring.",
  "",
  "",
  "I have lived here for two years only, and have seen it five times.",
] as const;

const ways: Channel[] = ["online", "campaign_postcard", "online", "online", "email", "campaign_postcard", "online"];
const homes: Area[] = ["craswick", "brockley", "craswick", "craswick", "brockley", "hartwell"];

const twice =
  "My son is blind and crosses Marl Road by himself to get to the college bus. The beeping stopped in March, and three times somebody from an office has told me it is mended. Come and stand there for ten minutes at four o’clock. A crossing that speaks is not much to ask for beside a road that took two years and a ribbon to open.";

const usual: Omit<InventedResponse, "channel" | "receivedAt" | "answers"> = {
  ...{ language: "en", respondentType: "individual", permission: "unnamed", confidentialityReason: null, before: null, withdrawnAt: null },
  ...{ name: null, email: null, organisation: null, personal: {}, equality: null },
};

/** Half way between two that came one after the other, so that all come in the same order on whatever day this is set up. */
const after = (instants: readonly Date[], index: number) => new Date((instants[index]!.getTime() + instants[index + 1]!.getTime()) / 2);

/** Those of the campaign, among the others who came at these instants: after its leaflet was in the shops. */
export function campaignResponses(instants: readonly Date[]): InventedResponse[] {
  const chance = chanceFrom(1947);
  return Array.from({ length: 28 }, (_, index): InventedResponse => {
    const receivedAt = after(instants, Math.floor(instants.length * (0.55 + index * 0.015)) + (index % 3));
    const [support, ask, why] = template;
    // some leave out why, and one in five names no sum
    const words = [support, index % 5 === 3 ? ask.replace("£90,000 a year", "the money each year") : ask, ...(index % 9 === 7 ? [] : [why])].join(" ");
    const addition = own[index % own.length] ?? "";
    const said = index % 3 === 0 ? `${addition} ${words}` : `${words} ${addition}`;
    const isPostcard = ways[index % ways.length] === "campaign_postcard";
    const answers = { ...(isPostcard ? {} : { area: { option: homes[index % homes.length]! }, water: { option: chance.pick(["home", "lane", "lane"]) } }), "one-thing": said.trim() };
    return { ...usual, channel: ways[index % ways.length]!, receivedAt, answers };
  });
}

/** Sent online, and again on paper by whoever was not sure that it had arrived. */
export function sentTwice(instants: readonly Date[]): InventedResponse[] {
  const at = (share: number) => after(instants, Math.floor(instants.length * share));
  return [
    { ...usual, channel: "online", receivedAt: at(0.62), answers: { area: { option: "eastgate" }, surgery: 3, "one-thing": twice } },
    { ...usual, channel: "paper_form", receivedAt: at(0.66), answers: { area: { option: "eastgate" }, "one-thing": twice.replace("ten minutes", "10 minutes").replace("’", "'") } },
  ];
}
