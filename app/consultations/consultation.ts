// A consultation: what is asked of whom, about which decision, and when. What state it is in is told by life.ts.
import { z } from "zod";
import { languages, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import type { Life } from "./life.ts";

const otherWaysSchema = z.object({
  telephone: z.string().max(100).optional(),
  textphone: z.string().max(100).optional(),
  email: z.string().max(320).optional(),
  post: z.string().max(1000).optional(),
  inPerson: textSchema.optional(),
  /** Other formats and how to ask for them. */
  formats: textSchema.optional(),
});

/** Who answers questions about it. */
const contactSchema = z.object({
  name: textSchema.optional(),
  telephone: z.string().max(100).optional(),
  textphone: z.string().max(100).optional(),
  email: z.string().max(320).optional(),
  post: z.string().max(1000).optional(),
});
export type ConsultationContact = z.infer<typeof contactSchema>;

/** What an officer writes about a consultation; its form is apart. */
export const consultationTextSchema = z.object({
  title: textSchema,
  summary: textSchema,
  purpose: textSchema,
  decisionToBeMade: textSchema,
  decisionMaker: textSchema,
  decisionOn: z.iso.date().nullable(),
  openToChange: z.array(textSchema).max(50),
  notOpenToChange: z.array(textSchema).max(50),
  audience: textSchema,
  otherWays: otherWaysSchema,
  contact: contactSchema.optional(),
  asksEquality: z.boolean(),
  languages: z.array(z.enum(languages)).min(1),
  graceInMinutes: z.number().int().min(0).max(60 * 24 * 60),
});

/** What an officer writes about a consultation, without its dates. */
export type ConsultationTexts = z.output<typeof consultationTextSchema>;

export type Consultation = Life & {
  id: string;
  partnershipId: string;
  formId: string;
  title: Text;
  /** Plain, at most 300 characters a language. */
  summary: Text;
  purpose: Text;
  decisionToBeMade: Text;
  decisionMaker: Text;
  decisionOn: string | null;
  openToChange: Text[];
  notOpenToChange: Text[];
  audience: Text;
  otherWays: z.infer<typeof otherWaysSchema>;
  contact?: ConsultationContact | undefined;
  /** Versions of the notices it was published with. */
  privacyVersion?: string | null;
  disclosureVersion?: string | null;
  asksEquality: boolean;
  languages: Language[];
  /** Why it is paused, for everybody to read. */
  pauseReason: Text | null;
  /** Why it is open for less time than its rule asks for, for everybody to read. */
  shorterTimeReason: Text | null;
  /** Languages it is offered in although not everything is said in them. */
  partialLanguages: Language[];
  /** Languages it was decided not to offer it in. */
  blockedLanguages: Language[];
  /** Since when the results that may be read now are published. */
  resultsPublishedAt: Date | null;
  /** Since when the responses that may be read now one by one are public. */
  responsesPublicAt: Date | null;
  /** Since when its report may be read now; null while none may. */
  reportPublicAt: Date | null;
};

/** Whether it was decided not to ask in this language, because not all of it is translated. */
export function isBlockedIn({ languages: offered, blockedLanguages }: Pick<Consultation, "languages" | "blockedLanguages">, language: Language): boolean {
  return blockedLanguages.includes(language) && !offered.includes(language);
}
