// A partnership: one node of the tree that everything else belongs to.
import { z } from "zod";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Sender } from "#app/shared/letters.ts";

export const tiers = ["county", "district", "parish", "single", "neighbourhood"] as const;

const contactSchema = z.object({
  telephone: z.string().optional(),
  email: z.string().optional(),
  post: z.string().optional(),
});

/** The logo beside a name: a public file, its small picture's size in pixels, and what it shows. */
export type Logo = { fileId: string; width: number; height: number; alt: Text };

export type Partnership = {
  id: string;
  slug: string;
  name: Text;
  welcome: Text;
  tier: (typeof tiers)[number];
  parentId: string | null;
  accentColour: string | null;
  senderName: string;
  /** Confirmed by somebody who reads its mail. */
  senderAddress: string;
  /** Where answers to its letters go, where that is not the sender's address. */
  replyTo: string | null;
  contact: z.infer<typeof contactSchema>;
  logo: Logo | null;
  /** The host name of its own that is its address, in its ASCII form. */
  domain: string | null;
};

/** A partnership as it is first set up; the rest is chosen in its settings. */
export type NewPartnership = Omit<Partnership, "replyTo" | "logo" | "domain"> & { localAuthorityCode?: string };

export const partnershipSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: textSchema,
  welcome: textSchema,
  tier: z.enum(tiers),
  parentId: z.string().nullable(),
  accentColour: z.string().nullable(),
  senderName: z.string(),
  senderAddress: z.string(),
  replyTo: z.string().nullable(),
  contact: contactSchema,
  logo: z.object({ fileId: z.string(), width: z.number(), height: z.number(), alt: textSchema }).nullable(),
  domain: z.string().nullable(),
}) satisfies z.ZodType<Partnership>;

// First parts of addresses that belong to the installation, and the languages.
const reserved = new Set([
  ...["accessibility", "assets", "browser", "cy", "demonstration", "en", "healthz", "how-we-work", "language", "metrics"],
  ...["people", "privacy", "readyz", "resources", "sign-in", "sign-out", "ur"],
]);

/** True for lower-case words joined by hyphens, two to forty characters, that no other address uses. */
export function isPartnershipSlug(slug: string): boolean {
  return slug.length >= 2 && slug.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !reserved.has(slug);
}

/** Who a partnership's letters come from. */
export function senderOf(partnership: Partnership): Sender {
  const { id, senderName, senderAddress, replyTo } = partnership;
  return { partnershipId: id, name: senderName, address: senderAddress, replyTo };
}

/** A partnership and all below it, from a list that has those above before those below. */
export function branchOf(all: readonly Partnership[], id: string): Partnership[] {
  const within = new Set([id]);
  return all.filter((one) => {
    if (one.parentId !== null && within.has(one.parentId)) within.add(one.id);
    return within.has(one.id);
  });
}
