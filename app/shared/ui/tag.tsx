import type { ReactNode } from "react";

export type TagColour = "blue" | "green" | "grey" | "yellow" | "red";

/** The state of something, in a word; the colour only repeats what the word says. */
export function Tag({ colour = "blue", children }: { colour?: TagColour; children: ReactNode }) {
  return <strong className={colour === "blue" ? "govuk-tag" : `govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
