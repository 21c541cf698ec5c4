// What somebody wants to be told of, as a form types it.
import type { Entries } from "#app/shared/edits.ts";
import { isRhythm, readTopics, type Interests, type Rhythm } from "./digest.ts";

export type Follows = Interests & { rhythm: Rhythm };

/** What was chosen; whatever is not there any more is left out, and what was not chosen is a week. */
export function readFollows(form: URLSearchParams, { bodyIds, organisationIds }: { bodyIds: readonly string[]; organisationIds: readonly string[] }): Follows {
  const rhythm = form.get("rhythm");
  return {
    rhythm: isRhythm(rhythm) ? rhythm : "weekly",
    topics: readTopics(form.getAll("topic")),
    bodyIds: bodyIds.filter((id) => form.getAll("body").includes(id)),
    organisationId: organisationIds.find((id) => id === form.get("organisation")) ?? null,
  };
}

export function followsAsTyped({ rhythm, topics, bodyIds, organisationId }: Follows): Entries {
  return { rhythm, topic: topics.join(" "), body: bodyIds.join(" "), organisation: organisationId ?? "" };
}

export const everything: Follows = { rhythm: "weekly", topics: [], bodyIds: [], organisationId: null };
