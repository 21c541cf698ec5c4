// How far the job is that works out what would be published.

/** In the order in which they are taken; the words are `publication:making.<step>`. */
export const makingSteps = ["read", "count", "protect", "show-again"] as const;
export type MakingStep = (typeof makingSteps)[number];

/** So many of so many; of none where it cannot be told. */
export type Told = { step: MakingStep; done: number; of: number };

/** Hears how far it is; false when nobody wants it any more. */
export type Teller = (told: Told) => Promise<boolean>;

/** Told no more often than this, in milliseconds. */
const toldEveryMs = 500;

/** Says how far it is, now and then; false when nobody wants it any more. */
export function tellerOf(clock: () => Date, say: (told: Told & { toldAt: Date }) => Promise<boolean>): Teller {
  let saidAt = 0;
  let last: MakingStep | null = null;
  return async (told) => {
    const toldAt = clock();
    if (told.step === last && toldAt.getTime() - saidAt < toldEveryMs) return true;
    saidAt = toldAt.getTime();
    last = told.step;
    return say({ ...told, toldAt });
  };
}
