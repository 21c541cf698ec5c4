// Whether an answer in somebody's own words may be published: looked at by an officer, and rejected by two.

/** What was decided; nobody has looked at a text without any. The words are `moderation:state.<state>`. */
export const decisions = ["clear", "held", "proposed", "rejected"] as const;
export type Decision = (typeof decisions)[number];
export const states = ["waiting", ...decisions] as const;
export type ModerationState = (typeof states)[number];

export type Moderation = {
  state: ModerationState;
  /** Who decided it last; of a rejection, who proposed it. */
  byId: string | null;
  at: Date | null;
  /** In the officer's words: why it is held or should be rejected. */
  reason: string | null;
  /** Who agreed that it is rejected. */
  secondById: string | null;
};

export const untouched: Moderation = { state: "waiting", byId: null, at: null, reason: null, secondById: null };

/** What an officer does about a text; the words are `moderation:deed.<deed>`. */
export const deeds = ["clear", "hold", "propose", "agree", "disagree", "reopen"] as const;
export type Deed = (typeof deeds)[number];

export function isDeed(value: unknown): value is Deed {
  return deeds.some((deed) => deed === value);
}

/** Characters of a reason. */
export const longestReason = 500;

/** Those that need to be explained. */
export function needsReason(deed: Deed): boolean {
  return deed === "hold" || deed === "propose" || deed === "disagree";
}

/** What may be done about it by this officer: whoever proposed to reject it does not decide about that. [B6: two persons] */
export function deedsOn({ state, byId }: Moderation, personId: string): Deed[] {
  switch (state) {
    case "waiting":
      return ["clear", "hold", "propose"];
    case "clear":
    case "held":
      return ["reopen", ...(state === "held" ? (["clear", "propose"] as const) : [])];
    case "proposed":
      return byId === personId ? ["reopen"] : ["agree", "disagree"];
    case "rejected":
      return ["reopen"];
  }
}

export type Doing = { deed: Deed; personId: string; at: Date; reason: string | null };

/** What stands after it. */
export function after(before: Moderation, { deed, personId, at, reason }: Doing): Moderation {
  switch (deed) {
    case "clear":
      return { state: "clear", byId: personId, at, reason: null, secondById: null };
    case "hold":
      return { state: "held", byId: personId, at, reason, secondById: null };
    case "propose":
      return { state: "proposed", byId: personId, at, reason, secondById: null };
    case "agree":
      return { ...before, state: "rejected", at, secondById: personId };
    case "disagree":
      return { state: "held", byId: personId, at, reason, secondById: null };
    case "reopen":
      return untouched;
  }
}

export type Asked = { permission: string; confidentialityRequested: boolean };

/** Whether whoever sent it lets it be published word for word, with or without their name. */
export function mayBePublished({ permission, confidentialityRequested }: Asked): boolean {
  return permission !== "summary" && !confidentialityRequested;
}
