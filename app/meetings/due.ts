// Something that is due to come before a body: it waits for an agenda, stands on one, or was settled by whoever raised it.

/** The words are `due:state.<state>`. */
export const dueStates = ["waiting", "on-agenda", "settled"] as const;
export type DueState = (typeof dueStates)[number];

const raisers = ["replies", "decisions"] as const;

/** Who raised something, as it is told; the words are `due:raiser.<raiser>`. */
export function raiserOf(subject: string): (typeof raisers)[number] | "other" {
  return raisers.find((one) => one === subject) ?? "other";
}
