// The decisions of the full partnership that a version of seats or a chair can rest on, by their titles alone. [SG08, SG09]
import { z } from "zod";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema } from "#app/shared/languages.ts";

const storedSchema = z.array(z.object({ id: z.string(), title: textSchema }));

/** What the full partnership agreed, by itself or once it went back to it; the newest first. */
export async function listMandates(on: Database, partnershipId: string): Promise<z.infer<typeof storedSchema>> {
  const byFull = [{ outcome: "full-partnership-agreed" }, { outcome: "agreed", body: { isFull: true } }];
  return storedSchema.parse(await on.decision.findMany({ where: { partnershipId, openedAt: null, OR: byFull }, select: { id: true, title: true }, orderBy: [{ outcomeAt: "desc" }, { id: "asc" }], take: 100 }));
}

/** The one that an address names, where it is one of them; blank otherwise. */
export function chosenMandate(mandates: readonly { id: string }[], search: URLSearchParams): string {
  return mandates.find(({ id }) => id === search.get("decision"))?.id ?? "";
}
