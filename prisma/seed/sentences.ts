// Puts sentences together into what somebody says.
import type { Language } from "#app/shared/languages.ts";
import { chanceFrom, deckOf, type Chance } from "./random.ts";
import type { Resident } from "./residents.ts";
import type { Bank, Sentences, Theme } from "./words/bank.ts";
import { english } from "./words/en.ts";
import { urdu } from "./words/ur.ts";
import { welsh } from "./words/cy.ts";

const banks: Record<Language, Bank> = { en: english, cy: welsh, ur: urdu };

/** Fewer words than this many people say alike. */
const shortest = 9;

/** Says things in the resident's language; a sentence comes again only when all its like have been said. */
export function speakerWith(chance: Chance) {
  const decks = new Map<string, () => string>();

  const say = (from: Sentences, name: string, resident: Resident, by = chance): string => {
    // A sentence that only such a person says is likelier than one that anybody may say, but there are fewer of them.
    const own = resident.kinds.filter((kind) => kind !== "any" && (from[kind]?.length ?? 0) > 0);
    const owned = own.reduce((count, kind) => count + (from[kind]?.length ?? 0), 0);
    const kind = by.happens(Math.min(0.5, (2 * owned) / (2 * owned + (from.any?.length ?? 0)))) ? by.pick(own) : "any";
    const sentences = from[kind] ?? from.any ?? [];
    const key = `${resident.language} ${name} ${kind}`;
    const deck = decks.get(key) ?? deckOf(sentences, by);
    decks.set(key, deck);
    return fill(deck(), resident, by);
  };

  const fill = (sentence: string, { area, language }: Resident, by = chance): string => {
    const { places, roads } = banks[language];
    const slots: Record<string, () => string> = {
      place: () => places[area] ?? "Tolbridge",
      road: () => by.pick(roads[area] ?? ["Bridge Street"]),
      route: () => by.pick(["7", "7", "12", "44", "461"]),
      wait: () => String(by.pick([35, 40, 45, 50, 55])),
      weeks: () => String(by.between(3, 9)),
      queue: () => String(by.between(14, 46)),
      times: () => String(by.between(3, 6)),
      // Kept from falling apart on a line that reads from the right.
      pounds: () => (language === "ur" ? `\u2066£${by.between(24, 48)}\u2069` : `£${by.between(24, 48)}`),
      years: () => String(by.pick([11, 14, 19, 23, 30, 38, 46])),
    };
    const filled = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.() ?? "");
    return filled.charAt(0).toLocaleUpperCase(language) + filled.slice(1);
  };

  // by a chance of their own, so that all else that is invented stays as it is
  const beside = chanceFrom(1984);
  const aside = (resident: Resident) => say(banks[resident.language].asides, "aside", resident, beside);

  /** What is short is said by several, and each says something else beside it. */
  const withAside = (resident: Resident, said: string, likelihood: number): string => {
    if (said.split(" ").length < shortest || !beside.happens(likelihood)) return said;
    const added = notYet(said, () => aside(resident));
    return beside.happens(0.3) ? joined(added, said) : joined(said, added);
  };

  const together = new Set<string>();
  /** Something that was not yet said together with this; what may stand in both is not looked at. */
  const notYet = (said: string, next: () => string): string => {
    const keyWith = (other: string) => [said, other].map((sentence) => sentence.split(" ").slice(0, 3).join(" ")).join(" / ");
    let other = next();
    for (let tries = 0; tries < 9 && together.has(keyWith(other)); tries += 1) other = next();
    together.add(keyWith(other));
    return other;
  };

  const joined = (...parts: (string | false)[]) => parts.filter((part) => part !== false).join(" ");

  return {
    /** What one thing would make most difference: mostly what happened and what should be done, as people write it. */
    oneThing(resident: Resident, theme: Theme): string {
      const { lived, ask, more } = banks[resident.language].themes[theme];
      const what = (from: Sentences, name: string) => say(from, `${theme} ${name}`, resident);
      const both = () => {
        const first = what(lived, "lived");
        return joined(first, notYet(first, () => what(ask, "ask")));
      };
      switch (chance.weighted({ both: 48, all: 26, asking: 11, telling: 15 })) {
        case "both":
          return withAside(resident, both(), 0.5);
        case "all":
          return withAside(resident, joined(both(), what(more, "more")), 0.4);
        case "asking":
          return withAside(resident, joined(what(ask, "ask"), chance.happens(0.6) && what(more, "more")), 1);
        case "telling":
          return withAside(resident, joined(what(lived, "lived"), chance.happens(0.4) && what(more, "more")), 1);
      }
    },
    laterBus: (resident: Resident, side: "agree" | "disagree" | "neither") =>
      withAside(resident, say(banks[resident.language].laterBus[side], `bus ${side}`, resident), 1),
    youthClub: (resident: Resident, side: "yes" | "no") => withAside(resident, say(banks[resident.language].youthClub[side], `club ${side}`, resident), 1),
    anythingElse: (resident: Resident) => withAside(resident, say(banks[resident.language].anythingElse, "else", resident), 1),
  };
}
