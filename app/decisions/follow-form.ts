// What somebody wants to be told of, as a form types it.
import type { Entries } from "#app/shared/edits.ts";
import { isLanguage, type Language } from "#app/shared/languages.ts";
import { isRhythm, readTopics, type Interests, type Rhythm } from "./digest.ts";

/** With the language in which they are told. */
export type Follows = Interests & { rhythm: Rhythm; language: Language };

type There = { bodyIds: readonly string[]; organisationIds: readonly string[]; language: Language };

/** What was chosen; whatever is not there any more is left out. Not chosen, it is a week, and the language they have. */
export function readFollows(form: URLSearchParams, { bodyIds, organisationIds, language }: There): Follows {
  const [rhythm, chosen] = [form.get("rhythm"), form.get("language")];
  return {
    language: isLanguage(chosen) ? chosen : language,
    rhythm: isRhythm(rhythm) ? rhythm : "weekly",
    topics: readTopics(form.getAll("topic")),
    bodyIds: bodyIds.filter((id) => form.getAll("body").includes(id)),
    organisationId: organisationIds.find((id) => id === form.get("organisation")) ?? null,
  };
}

export function followsAsTyped({ rhythm, language, topics, bodyIds, organisationId }: Follows): Entries {
  return { rhythm, language, topic: topics.join(" "), body: bodyIds.join(" "), organisation: organisationId ?? "" };
}

export const everything: Omit<Follows, "language"> = { rhythm: "weekly", topics: [], bodyIds: [], organisationId: null };
