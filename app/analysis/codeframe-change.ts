// Changes to the codes of a codeframe: what was done, and whether the last of them can be undone.

/** What is done to codes; the words are `codeframe:change.<kind>` and, in the log, `codeframe.<kind>`. */
export const changeKinds = ["add", "change", "order", "move", "merge", "split", "retire", "restore", "remove"] as const;
export type ChangeKind = (typeof changeKinds)[number];
