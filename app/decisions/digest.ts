// Who is told of which decisions by e-mail, and when: what somebody asked to follow, and the days on which a digest goes out.
import { isTopic, type Topic } from "./decision.ts";
import { addDays, weekdayOf } from "#app/shared/dates.ts";

export const rhythms = ["daily", "weekly"] as const;
export type Rhythm = (typeof rhythms)[number];

export function isRhythm(value: unknown): value is Rhythm {
  return rhythms.some((rhythm) => rhythm === value);
}

/** What somebody follows: everything where nothing is named, else what is about a topic, of a body, or of concern to a partner. */
export type Interests = { topics: Topic[]; bodyIds: string[]; organisationId: string | null };

type Concerned = {
  topic: Topic;
  bodyId: string;
  /** The organisations that sit on the body, and those that are asked to act. */
  organisationIds: readonly string[];
};

/** Whether a decision is amongst what somebody follows. */
export function isFollowed({ topics, bodyIds, organisationId }: Interests, decision: Concerned): boolean {
  if (topics.length === 0 && bodyIds.length === 0 && organisationId === null) return true;
  return (
    topics.includes(decision.topic) ||
    bodyIds.includes(decision.bodyId) ||
    (organisationId !== null && decision.organisationIds.includes(organisationId))
  );
}

/** The first day of the run of days that a digest of today tells of: today itself, or this week's Monday. */
export function digestBegins(rhythm: Rhythm, today: string): string {
  return rhythm === "daily" ? today : addDays(today, -((weekdayOf(today) + 6) % 7));
}

/** Whether a digest is due: none has gone out in this day, or this week. It tells of what came before, so that each decision is told once. */
export function isDigestDue(rhythm: Rhythm, lastOn: string, today: string): boolean {
  return lastOn < digestBegins(rhythm, today);
}

/** The topics amongst what was typed, each once, in their order. */
export function readTopics(typed: readonly string[]): Topic[] {
  return [...new Set(typed.filter(isTopic))];
}
