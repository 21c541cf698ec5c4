// Where people come together: when, in which place or online, and what there is for those who need it.
import { z } from "zod";
import { accessFacts } from "./access-facts.ts";
import { textSchema } from "./languages.ts";
import { longestLink } from "./typed.ts";

export const gatheringColumns = {
  startsAt: z.date(),
  endsAt: z.date(),
  venue: textSchema,
  address: z.string().nullable(),
  /** https alone. */
  link: z.string().nullable(),
  access: z.array(z.enum(accessFacts)),
};

export type Gathering = z.infer<z.ZodObject<typeof gatheringColumns>>;

/** In characters. */
export const longestOfGathering = { venue: 200, address: 500, link: longestLink } as const;
