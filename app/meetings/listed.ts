// A meeting as it stands in a list.
import type { Text } from "#app/shared/languages.ts";
import { stateOf, type Meeting, type MeetingState } from "./meeting.ts";

export type ListedMeeting = { id: string; title: Text; bodyName: Text; venue: Text; startsAt: Date; state: MeetingState; path: string };

export function listed(meeting: Meeting, path: string, now: Date): ListedMeeting {
  const { id, title, body, venue, startsAt } = meeting;
  return { id, title, bodyName: body.name, venue, startsAt, state: stateOf(meeting, now), path };
}
