// The way a thing is moved in a list, by one place.
export const ways = ["up", "down"] as const;
export type Way = (typeof ways)[number];

export function isWay(value: unknown): value is Way {
  return ways.some((way) => way === value);
}
