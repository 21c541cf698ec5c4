// Which pages of an election there are for whom and when: the one list from which the office's hub and the public page take their links.
import { electionStates, type ElectionState, type Method, type StepKind } from "./election.ts";

/** Who somebody is in an election; the words are `elections:office.<office>`. */
export const offices = ["keeper", "returning-officer", "scrutineer"] as const;
export type Office = (typeof offices)[number];

/** Who sees nominations as they are, with addresses and groups, and puts questions: scrutineers need none of it. */
export const keepsNominations = ["keeper", "returning-officer"] as const satisfies readonly Office[];

type Room = {
  /** The words are `elections:room.<name>.title` and `.text`, for the public `elections:public-room.<name>`. */
  name: string;
  /** The part of the election's address. */
  part: string;
  /** The states in which it is shown, in their order: the first and the last of them. */
  from: ElectionState;
  until: ElectionState;
  /** Only once this step was taken, where the state alone does not tell: an election may be declared without a poll. */
  once?: StepKind;
};

export type OfficeRoom = Room & {
  for: readonly Office[];
  /** Only where votes are cast on paper too. */
  isForPaper?: boolean;
};
export type PublicRoom = Room & {
  /** What most come for then: a button rather than a link. */
  isMain?: boolean;
  /** Only where residents put themselves on the roll. */
  isForRegistering?: boolean;
};

/** In the order in which they are shown. */
export const officeRooms: readonly OfficeRoom[] = [
  { name: "details", part: "details", from: "planned", until: "planned", for: ["keeper"] },
  { name: "reserves", part: "reserves", from: "planned", until: "planned", for: ["keeper"] },
  { name: "dates", part: "dates", from: "planned", until: "candidates-confirmed", for: ["keeper"] },
  // because how long an open poll goes on is for whoever answers for it
  { name: "extend", part: "dates", from: "poll-open", until: "poll-open", for: ["returning-officer"] },
  { name: "officers", part: "officers", from: "planned", until: "scrutiny", for: ["keeper"] },
  { name: "notice", part: "notice", from: "planned", until: "planned", for: ["keeper"] },
  { name: "nominations", part: "nominations", from: "nominations-open", until: "annulled", for: keepsNominations },
  { name: "candidates", part: "candidates", from: "nominations-open", until: "annulled", for: keepsNominations },
  { name: "questions", part: "questions", from: "candidates-confirmed", until: "poll-closed", for: keepsNominations },
  { name: "hustings", part: "hustings", from: "notice-published", until: "annulled", for: keepsNominations },
  { name: "count", part: "count", from: "uncontested", until: "annulled", for: ["returning-officer", "scrutineer"] },
  { name: "seats", part: "seats", from: "confirmed", until: "confirmed", for: keepsNominations },
  { name: "roll", part: "roll", from: "planned", until: "confirmed", for: offices },
  { name: "prepare", part: "prepare", from: "candidates-confirmed", until: "candidates-confirmed", for: ["returning-officer"] },
  { name: "letters", part: "letters", from: "candidates-confirmed", until: "poll-closed", for: offices },
  { name: "papers", part: "papers", from: "poll-open", until: "poll-closed", for: offices, isForPaper: true },
  { name: "seal", part: "seal", from: "poll-closed", until: "confirmed", once: "poll-prepared", for: offices },
  { name: "lot", part: "lot", from: "counting", until: "confirmed", once: "sealed", for: offices },
  { name: "kept", part: "kept", from: "declared", until: "abandoned", for: offices },
  { name: "abandon-plan", part: "abandon", from: "planned", until: "planned", for: ["keeper"] },
  { name: "abandon", part: "abandon", from: "notice-published", until: "poll-open", for: ["returning-officer"] },
];

/** In the order in which they are shown. */
export const publicRooms: readonly PublicRoom[] = [
  { name: "vote", part: "vote", from: "poll-open", until: "poll-open", isMain: true },
  { name: "nominate", part: "nominate", from: "nominations-open", until: "nominations-open", isMain: true },
  { name: "register", part: "register", from: "notice-published", until: "nominations-open", isMain: true, isForRegistering: true },
  { name: "candidates", part: "candidates", from: "candidates-confirmed", until: "annulled" },
  { name: "questions", part: "questions", from: "candidates-confirmed", until: "annulled" },
  { name: "result", part: "result", from: "declared", until: "confirmed", isMain: true },
  { name: "challenge", part: "challenge", from: "declared", until: "challenged" },
  { name: "tracking", part: "tracking", from: "counting", until: "annulled", once: "sealed" },
  { name: "rules", part: "rules", from: "notice-published", until: "abandoned" },
  { name: "on-the-roll", part: "on-the-roll", from: "notice-published", until: "poll-open" },
];

type Now = { state: ElectionState; steps: readonly { kind: StepKind }[] };

function isThere({ from, until, once }: Room, { state, steps }: Now): boolean {
  const place = (of: ElectionState) => electionStates.indexOf(of);
  return place(from) <= place(state) && place(state) <= place(until) && (once === undefined || steps.some(({ kind }) => kind === once));
}

/** The pages of its office that an election has for somebody now; without a method, as one that takes papers has them. */
export function officeRoomsOf(now: Now & { method?: Method }, held: readonly Office[]): OfficeRoom[] {
  return officeRooms.filter((room) => isThere(room, now) && !(room.isForPaper && now.method === "online") && room.for.some((office) => held.includes(office)));
}

/** The pages that everybody may open now, besides the election's own. */
export function publicRoomsOf(now: Now & { isRegistering: boolean }): PublicRoom[] {
  return publicRooms.filter((room) => isThere(room, now) && (now.isRegistering || !room.isForRegistering));
}
