// An answer that was raised because it shows somebody at risk, and what its contacts did about it.
import type { Answer, Answers } from "#app/forms/answer.ts";
import type { Organisation } from "#app/consultations/response.ts";

export type SafeguardingCase = {
  id: string;
  consultationId: string;
  responseId: string;
  questionId: string;
  /** As it was when it was raised. */
  answer: Answer;
  contact: { name: string | null; email: string | null; organisation: Organisation | null; personal: Answers };
  raisedById: string;
  raisedAt: Date;
  /** When officers were allowed to see the answer again. */
  releasedAt: Date | null;
  closedAt: Date | null;
};

export type Note = { id: string; personId: string; at: Date; text: string };

export const longestNote = 20_000;

/** What a contact does with a case; the words are `safeguarding:deed.<deed>`. */
export const deeds = ["note", "release", "close", "reopen"] as const;
export type Deed = (typeof deeds)[number];

export function isDeed(value: unknown): value is Deed {
  return deeds.some((deed) => deed === value);
}

/** Whether it can be done to the case as it is. */
export function isTimely(deed: Deed, { releasedAt, closedAt }: Pick<SafeguardingCase, "releasedAt" | "closedAt">): boolean {
  switch (deed) {
    case "note":
      return true;
    case "release":
      return releasedAt === null;
    case "close":
      return closedAt === null;
    case "reopen":
      return closedAt !== null;
  }
}
