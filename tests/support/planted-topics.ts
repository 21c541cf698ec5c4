// Texts that speak of known topics, with words that all of them share: the same for the same seed.

const topics = {
  buses: "bus buses stop timetable evening service route driver fare shelter late frequent village connect".split(" "),
  homes: "house homes afford rent young family build council brownfield estate landlord deposit starter price".split(" "),
  parks: "park tree green playground bench dog litter flower pond path wildlife hedge grass picnic".split(" "),
  roads: "road pothole speed parking lorry junction crossing cycle lane traffic school pavement kerb congestion".split(" "),
};
export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as Topic[];

const common = "think need better more people town should would like local very good many here also always often year money plan".split(" ");

/** A number from 0 up to 1, and the next each time (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many texts, each of one topic by turns: two words in five are the topic's own, one in twenty another's. */
export function textsOfTopics(count: number, seed: number): { topic: Topic; text: string[] }[] {
  const chance = chanceFrom(seed);
  const one = (from: readonly string[]) => from[Math.floor(chance() * from.length)]!;
  return Array.from({ length: count }, (_, at) => {
    const topic = topicNames[at % topicNames.length]!;
    const text = Array.from({ length: 12 + Math.floor(chance() * 20) }, () => {
      const drawn = chance();
      return one(drawn < 0.4 ? topics[topic] : drawn < 0.45 ? topics[one(topicNames) as Topic] : common);
    });
    return { topic, text };
  });
}
