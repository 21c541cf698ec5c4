// Puts sentences together into what somebody says.
import type { Language } from "#app/shared/languages.ts";
import { deckOf, type Chance } from "./random.ts";
import type { Resident } from "./residents.ts";
import type { Bank, Sentences, Theme } from "./words/bank.ts";
import { english } from "./words/en.ts";
import { urdu } from "./words/ur.ts";
import { welsh } from "./words/cy.ts";

const banks: Record<Language, Bank> = { en: english, cy: welsh, ur: urdu };

/** Says things in the resident's language; a sentence comes again only when all its like have been said. */
export function speakerWith(chance: Chance) {
  const decks = new Map<string, () => string>();

  const say = (from: Sentences, name: string, resident: Resident): string => {
    // A sentence that only such a person says is likelier than one that anybody may say, but there are fewer of them.
    const own = resident.kinds.filter((kind) => kind !== "any" && (from[kind]?.length ?? 0) > 0);
    const owned = own.reduce((count, kind) => count + (from[kind]?.length ?? 0), 0);
    const kind = chance.happens(Math.min(0.5, (2 * owned) / (2 * owned + (from.any?.length ?? 0)))) ? chance.pick(own) : "any";
    const sentences = from[kind] ?? from.any ?? [];
    const key = `${resident.language} ${name} ${kind}`;
    const deck = decks.get(key) ?? deckOf(sentences, chance);
    decks.set(key, deck);
    return fill(deck(), resident);
  };

  const fill = (sentence: string, { area, language }: Resident): string => {
    const { places, roads } = banks[language];
    const slots: Record<string, () => string> = {
      place: () => places[area] ?? "Tolbridge",
      road: () => chance.pick(roads[area] ?? ["Bridge Street"]),
      route: () => chance.pick(["7", "7", "12", "44", "461"]),
      wait: () => String(chance.pick([35, 40, 45, 50, 55])),
      weeks: () => String(chance.between(3, 9)),
      queue: () => String(chance.between(14, 46)),
      times: () => String(chance.between(3, 6)),
      // Kept from falling apart on a line that reads from the right.
      pounds: () => (language === "ur" ? `\u2066£${chance.between(24, 48)}\u2069` : `£${chance.between(24, 48)}`),
      years: () => String(chance.pick([11, 14, 19, 23, 30, 38, 46])),
    };
    const filled = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.() ?? "");
    return filled.charAt(0).toLocaleUpperCase(language) + filled.slice(1);
  };

  const joined = (...parts: (string | false)[]) => parts.filter((part) => part !== false).join(" ");

  return {
    /** What one thing would make most difference: mostly what happened and what should be done, as people write it. */
    oneThing(resident: Resident, theme: Theme): string {
      const { lived, ask, more } = banks[resident.language].themes[theme];
      const what = (from: Sentences, name: string) => say(from, `${theme} ${name}`, resident);
      switch (chance.weighted({ both: 48, all: 26, asking: 11, telling: 15 })) {
        case "both":
          return joined(what(lived, "lived"), what(ask, "ask"));
        case "all":
          return joined(what(lived, "lived"), what(ask, "ask"), what(more, "more"));
        case "asking":
          return joined(what(ask, "ask"), chance.happens(0.6) && what(more, "more"));
        case "telling":
          return joined(what(lived, "lived"), chance.happens(0.4) && what(more, "more"));
      }
    },
    laterBus: (resident: Resident, side: "agree" | "disagree" | "neither") =>
      say(banks[resident.language].laterBus[side], `bus ${side}`, resident),
    youthClub: (resident: Resident, side: "yes" | "no") => say(banks[resident.language].youthClub[side], `club ${side}`, resident),
    anythingElse: (resident: Resident) => say(banks[resident.language].anythingElse, "else", resident),
  };
}
