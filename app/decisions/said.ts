// What several places say of decisions in words.
import { isSector } from "#app/bodies/sector.ts";
import type { Words } from "#app/shared/words.ts";
import type { Block } from "./decision.ts";
import type { Judged } from "./safeguards.ts";
import type { Tally } from "./tally.ts";

type Say = Pick<Words, "t" | "number" | "date">;

/** Sectors by name, one after the other. */
function saySectors(sectors: readonly string[], { t }: Pick<Words, "t">): string {
  return sectors.map((sector) => t(isSector(sector) ? `bodies:sector.${sector}` : `decisions:seat-sector.${sector}`)).join(t("decisions:comma"));
}

/** What keeps a vote from being opened or closed. */
export function sayBlock(block: Block, words: Say): string {
  const { t, number } = words;
  return t(`decisions:blocked.${block.code}`, {
    ...("most" in block && { number: number(block.count), of: number(block.most) }),
    ...("sectors" in block && { sectors: saySectors(block.sectors, words) }),
  });
}

/** How a safeguard was met, or why not. */
export function sayHow({ code, how, values: { count, of, on, sectors } }: Judged, words: Say): string {
  const { t, number, date } = words;
  return t(`decisions:how.${code}.${how}`, {
    ...(count !== undefined && { number: number(count) }),
    ...(of !== undefined && { of: number(of) }),
    ...(on !== undefined && { date: date(on) }),
    ...(sectors !== undefined && { sectors: saySectors(sectors, words) }),
  });
}

/** The votes, counted, of how many seats that vote. */
export function sayTally(tally: Tally, { t, number }: Say): string {
  const parts = (["for", "against", "abstain", "aside", "silent"] as const).map((part) => t(`decisions:tally.${part}`, { number: number(tally[part]) }));
  return t("decisions:tally.of", { number: number(tally.entitled), parts: parts.join(t("decisions:comma")) });
}
