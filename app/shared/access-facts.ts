// What there is where people meet, for those who need it; the words are `shared:access.<fact>`.

export const accessFacts = [
  ...(["step-free", "accessible-toilet", "hearing-loop", "bsl", "captions", "interpreter", "large-print"] as const),
  ...(["quiet-room", "parking", "public-transport", "child-care", "refreshments"] as const),
] as const;
export type AccessFact = (typeof accessFacts)[number];
