// How people hear of a consultation or of one of its events.

/** The words are `prepare:reach-channel.<channel>`. */
export const reachChannels = [
  ...(["letter", "leaflet", "poster", "newspaper", "radio-or-television", "social-media", "email", "website"] as const),
  ...(["word-of-mouth", "event", "school", "community-group", "other"] as const),
] as const;
export type ReachChannel = (typeof reachChannels)[number];

export function isReachChannel(value: unknown): value is ReachChannel {
  return reachChannels.some((channel) => channel === value);
}
