// A campaign: texts to one question that come from one template. Everything is told three ways: all, unique, campaign.
import type { Span } from "#app/text-mining/words.ts";

/** The words are `campaigns:state.<state>`. */
export const campaignStates = ["found", "confirmed", "dismissed"] as const;
export type CampaignState = (typeof campaignStates)[number];

export function isCampaignState(value: unknown): value is CampaignState {
  return campaignStates.some((state) => state === value);
}

export type Campaign = {
  id: string;
  questionId: string;
  state: CampaignState;
  title: string | null;
  organiser: string | null;
  template: string;
  language: string;
  /** How many texts were found in it, those taken out since included. */
  texts: number;
  decidedAt: Date | null;
};

/** Of those who answered a question: all, those of confirmed campaigns, and all with each such campaign counted once. */
export type ThreeCounts = { all: number; unique: number; campaign: number };

/** `campaigns` are how many campaigns those `campaign` responses come from. */
export function threeCounts({ all, campaign, campaigns }: { all: number; campaign: number; campaigns: number }): ThreeCounts {
  return { all, campaign, unique: all - campaign + campaigns };
}

/** A text in pieces: what is in the template, and what its author says besides; together they are the text. */
export function piecesOf(text: string, additions: readonly Span[]): { text: string; isOwn: boolean }[] {
  const pieces: { text: string; isOwn: boolean }[] = [];
  let at = 0;
  for (const { start, end } of additions) {
    if (start > at) pieces.push({ text: text.slice(at, start), isOwn: false });
    pieces.push({ text: text.slice(start, end), isOwn: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isOwn: false });
  return pieces;
}

/** A template to read: what its exemplar shares with the others; where it says something of its own there are three points. */
export function templateIn(exemplar: string, additions: readonly Span[]): string {
  return piecesOf(exemplar, additions)
    .map(({ text, isOwn }) => (isOwn ? "…" : text))
    .join("")
    .trim();
}

/** What tells which of the campaigns found before a new one is: that with most of its members, if that is more than half of the smaller. */
export function sameAs<Earlier extends { members: ReadonlySet<string> }>(members: readonly string[], earlier: readonly Earlier[]): Earlier | null {
  let [best, most] = [null as Earlier | null, 0];
  for (const one of earlier) {
    const both = members.filter((member) => one.members.has(member)).length;
    if (both > most && both * 2 > Math.min(members.length, one.members.size)) [best, most] = [one, both];
  }
  return best;
}

/** Characters of a title or of an organiser's name. */
export const longestName = 200;

/** A search that has told nothing for so long was broken off; the job begins it anew. */
const silentForInMs = 5 * 60_000;

export type CampaignSearch = { toldAt: Date; done: number; of: number; finishedAt: Date | null };

export function isSearching({ finishedAt, toldAt }: CampaignSearch, now: Date): boolean {
  return finishedAt === null && now.getTime() - toldAt.getTime() < silentForInMs;
}

/** Which answers a table is of: all, those of each confirmed campaign once, or those of no campaign. The words are `tables:campaigns.<view>`. */
export const campaignViews = ["all", "unique", "without"] as const;
export type CampaignView = (typeof campaignViews)[number];

export function readCampaignView(search: URLSearchParams): CampaignView {
  return campaignViews.find((view) => view === search.get("campaigns")) ?? "all";
}

/**
 * Those of the places, in the order in which the responses came, that a view is of. Each campaign counts once by the first of it
 * that has an answer, or the first of all where none has, so that as many are left as `threeCounts` tells.
 */
export function placesIn(view: CampaignView, places: Uint32Array, campaignAt: ReadonlyMap<number, string>, hasAnswer: (place: number) => boolean): Uint32Array {
  if (view === "all" || campaignAt.size === 0) return places;
  const firsts = new Map<string, { place: number; hasAnswer: boolean }>();
  for (const place of view === "unique" ? places : []) {
    const campaign = campaignAt.get(place);
    const first = campaign === undefined ? undefined : firsts.get(campaign);
    if (campaign !== undefined && (!first || (!first.hasAnswer && hasAnswer(place)))) firsts.set(campaign, { place, hasAnswer: hasAnswer(place) });
  }
  return places.filter((place) => !campaignAt.has(place) || firsts.get(campaignAt.get(place)!)?.place === place);
}
