// The ways a response comes in; what each is called is the text `consultations:channel.<id>`.

export const channels = [
  "online",
  "email",
  "letter",
  "paper_form",
  "phone",
  "event",
  "interview",
  "easy_read",
  "large_print",
  "bsl_video",
  "audio",
  "petition",
  "campaign_postcard",
] as const;
export type Channel = (typeof channels)[number];

export function isChannel(value: unknown): value is Channel {
  return channels.some((channel) => channel === value);
}
