// What the own words of the answered consultation were coded with, by how each text begins and the English names of the codes.

export const greenCodings: readonly (readonly [begins: string, ...codes: string[]])[] = [
  ["It is the only pretty thing", "Looks and the view", "Another way"],
  ["The mud by the lychgate", "Cannot get through"],
  ["It was my grandson", "Children come first"],
  ["A low one, with a gate", "Animals and plants"],
  ["I was a lifeboatman", "A shallow edge", "Signs, lifebelts, cutting back"],
  ["A sign with the postcode", "Signs, lifebelts, cutting back"],
  ["Fences get climbed", "A fence does not help"],
  ["Leave the Brook End side", "Animals and plants"],
  ["Somewhere to sit that", "Somewhere to sit, meet and play"],
  ["We have twins", "Children come first"],
  ["Close the lane", "Traffic"],
  ["Ask the fire brigade", "Another way"],
  ["Paving.", "Cannot get through"],
  ["I manage a leisure pool", "A shallow edge", "A fence does not help"],
  ["The view from the bench", "Looks and the view"],
  ["Children.", "Children come first"],
  ["Byddai’n difetha", "Looks and the view"],
  ["Y mwd ger y glwyd", "Cannot get through"],
  ["Mae’r hwyaid", "Animals and plants"],
  ["بچوں کی جان", "Children come first"],
  ["You will have to mow", "Who looks after it"],
  ["Nothing. Mend the path", "Getting about"],
  ["An oak for the one", "Animals and plants"],
  ["Lights? No", "Animals and plants"],
  ["I pulled him out", "Safety at the water"],
  ["Cut the willow back", "Signs, lifebelts, cutting back"],
  ["The cricketers", "Somewhere to sit, meet and play"],
  ["Mark a corner", "Somewhere to sit, meet and play"],
];

/** In a parish of that size everybody would know whose grandson it was. */
export const greenRemoval = { begins: "It was my grandson", words: "It was my grandson." } as const;

/** Quoted in the report, by how the text begins; on which side each stands, and why it was chosen. */
export const greenQuotes: readonly (readonly [questionId: string, begins: string, side: "support" | "oppose" | "neither", why: string])[] = [
  ["fence", "We have twins", "support", "Parents of small children were most of those who agreed."],
  ["fence", "I manage a leisure pool", "oppose", "Knows water by trade, and says what several say."],
  ["change", "Leave the Brook End side", "neither", "Nobody else counted."],
];
